using TeamsBot.Hosting;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Duplicates;

/// <summary>Compares leads that were saved with those that may be the same.</summary>
public sealed class LeadMatching(DuplicateSearch search, DuplicateWork work) : IWorkHandler
{
    public string Kind => DuplicateWork.WorkKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        var found = await search.RunAsync(DuplicateWork.Read(item.Key), cancel);
        if (found.HasNews)
        {
            await work.PlanNewsAsync(cancel);
        }

        return WorkOutcome.Done;
    }
}
