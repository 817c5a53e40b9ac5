using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Hosting;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Privacy;

/// <summary>
/// Sees to it that what was erased is not left in the files of this machine. Many erasures are seen to at once: what was planned before
/// the last scrub began is done by it.
/// </summary>
public sealed class StoreScrubber(ITables tables, FiguresModel figures, TimeProvider time) : IWorkHandler
{
    // So many erasures one after another are worth one scrub.
    private static readonly Duration Gather = Duration.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private Instant lastBegun = Instant.MinValue;

    public string Kind => Erasures.ScrubKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (time.Now < item.PlannedAt + Gather)
        {
            return WorkOutcome.Until(item.PlannedAt + Gather);
        }

        await turn.WaitAsync(cancel);
        try
        {
            if (item.PlannedAt >= lastBegun)
            {
                var begun = time.Now;
                await figures.CatchUpAsync(cancel);
                await figures.ScrubAsync(cancel);
                await tables.ScrubAsync(cancel);
                lastBegun = begun;
            }
        }
        finally
        {
            turn.Release();
        }

        return WorkOutcome.Done;
    }
}
