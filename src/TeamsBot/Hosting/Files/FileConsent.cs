using System.Security.Cryptography;
using System.Text;
using NodaTime;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Hosting.Files;

/// <summary>
/// What somebody answered to the offer of a file. The upload is work for the queue: the answer to Teams cannot wait for a OneDrive, and
/// a crash would leave the person with nothing. What came back with the answer says only which file; it is made anew.
/// </summary>
public sealed class FileConsent(FileMakers makers, UploadStore uploads, WorkRunner work, FileCard card)
{
    // So long the place in OneDrive is remembered. A person who waited longer is asked anew.
    private static readonly Duration Life = Duration.FromMinutes(15);

    /// <summary>An empty 200 is all that Teams takes; what the person is to know replaces the question.</summary>
    public async Task<InvokeResponse> AnswerAsync(Turn turn, CancellationToken cancel)
    {
        if (!turn.IsPersonal || FileConsentCardResponse.From(turn.Activity) is not { } answer || makers.Read(answer.Context) is not { } file)
        {
            return InvokeResponse.BadRequest;
        }

        if (answer.IsAccepted())
        {
            await BeginAsync(turn, file, answer.UploadInfo!, cancel);
        }
        else
        {
            await card.SayAsync(turn.Person, turn.Activity.ReplyToId, turn.Say.Text("file.declined"), cancel);
        }

        return new InvokeResponse(200);
    }

    // The work first: it also removes the row in which the place is kept.
    private Task BeginAsync(Turn turn, FileRef file, FileUploadInfo to, CancellationToken cancel)
    {
        var key = new UploadKey(turn.Organisation.TenantId, turn.Person.Id, IdOf(to));
        var upload = new OpenUpload(file, to.Name, to.ContentUrl, to.UniqueId, to.FileType, turn.Now + Life) { UploadUrl = to.UploadUrl, CardId = turn.Activity.ReplyToId };
        return work.StoreAsync(FileUploads.WorkKind, key.ToString(), () => uploads.AddAsync(turn.Person.Id, key.Id, upload, cancel), cancel);
    }

    // The same for the same place, so that an answer that Teams brings twice is one.
    private static string IdOf(FileUploadInfo to) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(to.UploadUrl!)).AsSpan(0, 16));
}
