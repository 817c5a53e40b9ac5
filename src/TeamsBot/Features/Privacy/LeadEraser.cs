using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Privacy;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Privacy;

/// <summary>
/// Forgets a lead. Each look erases what is there, so that one which was cut short is made up for by the next; a last look comes a
/// while later, for an import or a question that was under way meanwhile.
/// </summary>
public sealed class LeadEraser(ErasureStore store, Erasures erasures, PeopleStore people, ConversationStore conversations, JoinStore joins, TeamsPost post, TimeProvider time) : IWorkHandler
{
    // Longer than anything takes that read the lead before it was erased.
    private static readonly Duration UntilLastLook = Duration.FromMinutes(15);

    public string Kind => Erasures.WorkKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (Erasures.Read(item.Key) is not { } intent)
        {
            return WorkOutcome.Nothing;
        }

        var lastLook = intent.Request.At + UntilLastLook;
        var isLast = time.Now >= lastLook;
        if (await store.EraseAsync(intent.Request, cancel) is not { Erased: { } deed } dossier)
        {
            return WorkOutcome.Done;
        }

        await PlanJoinedAsync(intent.Request, cancel);
        await erasures.PlanShowAsync(dossier, cancel);
        await TellAsync(intent, deed, cancel);
        await erasures.PlanScrubAsync(cancel);
        return isLast ? WorkOutcome.Done : WorkOutcome.Until(lastLook);
    }

    // Whoever asks to be forgotten means all records of them. Of those that became old each has its own day.
    private async Task PlanJoinedAsync(ErasureRequest request, CancellationToken cancel)
    {
        if (request.Cause == ErasureCause.Age)
        {
            return;
        }

        foreach (var member in await joins.GroupAsync(request.Lead, cancel))
        {
            if (await store.IsHeldAsync(member.Value.Lead, cancel))
            {
                await erasures.PlanAsync(new(request with { Lead = member.Value.Lead }), cancel);
            }
        }
    }

    // The card had the lead's name on it.
    private async Task TellAsync(ErasureIntent intent, PrivacyDeed deed, CancellationToken cancel)
    {
        var by = intent.Request.By.Id;
        if (intent is not { Tenant: { } tenant, Card: { } card } || await conversations.FindAsync(ConversationStore.Personal(by), cancel) is not { Value: var chat })
        {
            return;
        }

        var (organisation, known) = await people.LoadAsync(tenant, by, cancel);
        var moments = new Moments(
            Say.In(known?.Value.Language ?? organisation.Value.Language), known?.Value.TimeZone ?? organisation.Value.TimeZone, time.Now);
        var shown = ForgetCard.Done(moments, intent.Request.Lead, deed);
        await post.ShowAsync(chat, new Posted(chat.Id, card), MessageFactory.AdaptiveCard(CardWire.Of(shown), shown.FallbackText), anew: false, thread: null, cancel);
    }
}
