using System.Security.Cryptography;
using System.Text;
using NodaTime;
using TeamsBot.Domain.Sla;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Sla;

/// <summary>
/// What somebody answered to the offer of a file. The upload is work for the queue: the answer to Teams cannot wait for a OneDrive, and
/// a crash would leave the person with nothing. What came back with the answer says only which days; the file is made anew.
/// </summary>
public sealed class SlaConsent(UploadStore uploads, WorkQueue queue, WorkRunner runner, SlaFileCard card)
{
    // So long the place in OneDrive is remembered. A person who waited longer is asked anew.
    private static readonly Duration Life = Duration.FromMinutes(15);

    /// <summary>An empty 200 is all that Teams takes; what the person is to know replaces the question.</summary>
    public async Task<InvokeResponse> AnswerAsync(Turn turn, CancellationToken cancel)
    {
        if (!turn.IsPersonal || FileConsentCardResponse.From(turn.Activity) is not { } answer || SlaOffer.DaysOf(answer.Context) is not { } days)
        {
            return InvokeResponse.BadRequest;
        }

        if (!answer.IsAccepted() || SlaScope.Of(turn.Organisation, turn.Person) is null)
        {
            await card.SayAsync(turn.Person, turn.Activity.ReplyToId, turn.Say.Text(answer.IsAccepted() ? "refused.sla" : "sla.declined"), cancel);
            return new InvokeResponse(200);
        }

        await BeginAsync(turn, days, answer.UploadInfo!, cancel);
        return new InvokeResponse(200);
    }

    // The work first: it also removes the row in which the place is kept.
    private async Task BeginAsync(Turn turn, DaySpan days, FileUploadInfo to, CancellationToken cancel)
    {
        var key = new UploadKey(turn.Organisation.TenantId, turn.Person.Id, days, IdOf(to));
        var upload = new OpenUpload(to.Name, to.ContentUrl, to.UniqueId, to.FileType, turn.Now + Life) { UploadUrl = to.UploadUrl, CardId = turn.Activity.ReplyToId };
        var intent = await queue.IntendAsync(SlaUpload.WorkKind, key.ToString(), cancel);
        if (await uploads.AddAsync(turn.Person.Id, key.Id, upload, cancel))
        {
            runner.Run(intent);
        }
        else
        {
            await queue.CompleteAsync(intent, cancel);
        }
    }

    // The same for the same place, so that an answer that Teams brings twice is one.
    private static string IdOf(FileUploadInfo to) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(to.UploadUrl!)).AsSpan(0, 16));
}
