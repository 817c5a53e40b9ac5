using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Handoffs;

/// <summary>
/// Does what a handoff's clock brings about, when its timer is due. The timer only says when to look: what is done depends on the
/// stored handoff alone, so a timer that comes twice, late, or for a state of before does no harm.
/// </summary>
public sealed class HandoffClock(HandoffChanges changes, Crew crew, TimeProvider time) : IWorkHandler
{
    public string Kind => HandoffChanges.ClockKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (!HandoffId.TryParse(item.Key, out var id))
        {
            return WorkOutcome.Nothing;
        }

        Handoff? handoff = null;
        Instant? next = null;

        // Only what follows a breach needs to know whom to ask, and is left due without.
        var show = await TickAsync(reach: null);
        if (show is null && next <= time.Now)
        {
            show = await TickAsync(await crew.ReachAsync(handoff!, cancel));
        }

        if (show is not null)
        {
            return WorkOutcome.DoneThen(show);
        }

        // A clock that was set back: the timer is the right one and came too early.
        if (next > time.Now && next == item.PlannedFor)
        {
            await changes.PlanClockAsync(id, next.Value, cancel);
            return WorkOutcome.Done;
        }

        return WorkOutcome.Nothing;

        async Task<WorkItem?> TickAsync(Reach? reach)
        {
            WorkItem? planned = null;
            await changes.DecideAsync(id, Tick, "clock", intent => planned = intent, cancel);
            return planned;

            Decision Tick(StoredHandoff current, Terms terms)
            {
                (handoff, next) = (current.Handoff, current.Handoff.NextStep(terms));
                return current.Handoff.Tick(time.Now, terms, reach);
            }
        }
    }
}
