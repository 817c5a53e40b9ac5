using TeamsBot.Hosting;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Duplicates;

/// <summary>Brings a lead's own row in line with what it is joined to, where whoever joined it was cut short.</summary>
public sealed class JoinApplier(LeadJoins joins) : IWorkHandler
{
    public string Kind => LeadJoins.ApplyKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        await joins.ApplyAsync(new(item.Key), cancel);
        return WorkOutcome.Done;
    }
}
