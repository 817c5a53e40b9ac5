using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Text;

namespace TeamsBot.Features.Sla;

/// <summary>Makes somebody's file, with the rights that they have now, and puts it where they wanted it.</summary>
public sealed partial class SlaSender(SlaFile file, FileUpload upload, ILogger<SlaSender> log)
{
    /// <summary>Null once the file is there; else a sentence for the person. What may go better later is an exception.</summary>
    /// <param name="uploadUrl">Where to. It carries its own permission: it is in no log.</param>
    /// <param name="mayBeThere">An earlier try did not say how it ended.</param>
    public async Task<string?> SendAsync(Organisation organisation, Person person, DaySpan days, string uploadUrl, bool mayBeThere, CancellationToken cancel)
    {
        var say = Say.In(person.Language ?? organisation.Language);
        if (SlaScope.Of(organisation, person) is not { } scope)
        {
            return say.Text("refused.sla");
        }

        var (bytes, rows) = await file.MakeAsync(organisation, scope, days, cancel);
        if (rows > SlaFile.MostRows)
        {
            return say.Text("sla.failed");
        }

        try
        {
            await upload.SendAsync(new FileUploadInfo { UploadUrl = uploadUrl }, bytes, cancel);
            return null;
        }
        catch (FileUploadException failure) when (!failure.IsTransient)
        {
            NotTaken(failure.Error, failure.Status);
            var isUncertain = failure.MayHaveHappened || (mayBeThere && failure.Error == FileUploadError.SessionNotFound);
            return say.Text(isUncertain ? "sla.uncertain" : "sla.failed");
        }
    }

    [LoggerMessage(601, LogLevel.Warning, "A person's OneDrive did not take the ledger: {Error}, status {Status}.")]
    private partial void NotTaken(FileUploadError error, int? status);
}
