using TeamsBot.Domain.People;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Hosting.Files;

/// <summary>Makes somebody's file, with the rights that they have now, and puts it where they wanted it.</summary>
public sealed partial class FileSender(FileMakers makers, FileUpload upload, ILogger<FileSender> log)
{
    /// <summary>Null once the file is there; else a sentence for the person. What may go better later is an exception.</summary>
    /// <param name="uploadUrl">Where to. It carries its own permission: it is in no log.</param>
    /// <param name="mayBeThere">An earlier try did not say how it ended.</param>
    public async Task<string?> SendAsync(Organisation organisation, Person person, FileRef file, string uploadUrl, bool mayBeThere, CancellationToken cancel) =>
        await makers.MakeAsync(organisation, person, file, cancel) switch
        {
            FileMade.Refused refused => refused.Why,
            FileMade.Ready ready => await UploadAsync(ready, uploadUrl, mayBeThere, Say.In(person.Language ?? organisation.Language), cancel),
            _ => throw new InvalidOperationException("A file is made or not."),
        };

    private async Task<string?> UploadAsync(FileMade.Ready ready, string uploadUrl, bool mayBeThere, Say say, CancellationToken cancel)
    {
        try
        {
            await upload.SendAsync(new FileUploadInfo { UploadUrl = uploadUrl }, ready.Bytes, cancel);
            return null;
        }
        catch (FileUploadException failure) when (!failure.IsTransient)
        {
            NotTaken(failure.Error, failure.Status);
            var isUncertain = failure.MayHaveHappened || (mayBeThere && failure.Error == FileUploadError.SessionNotFound);
            return say.Text(isUncertain ? "file.uncertain" : "file.failed");
        }
    }

    [LoggerMessage(601, LogLevel.Warning, "A person's OneDrive did not take a file: {Error}, status {Status}.")]
    private partial void NotTaken(FileUploadError error, int? status);
}
