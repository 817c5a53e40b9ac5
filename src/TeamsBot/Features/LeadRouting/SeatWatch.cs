using TeamsBot.Domain.Handoffs;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.LeadRouting;

/// <summary>
/// A turn is taken before the handoff is stored. Looks, when the request is long over, whether it was; if the process died between the two the
/// rep gets the turn back.
/// </summary>
public sealed class SeatWatch(HandoffStore handoffs, RoutingStore routing) : IWorkHandler
{
    public string Kind => LeadRouter.SeatKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (Keys.Split(item.Key) is not [var tenant, var handoff] || !HandoffId.TryParse(handoff, out var id) || await handoffs.VersionAsync(id, cancel) is not null)
        {
            return WorkOutcome.Nothing;
        }

        await routing.TakeBackAsync(tenant, id, cancel);
        return WorkOutcome.Done;
    }
}
