using System.Runtime.CompilerServices;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>
/// The durable queue. An item's row key starts with the time that it is due, and nobody looks at it before: to claim an
/// item is to move it, in one conditional transaction, to the end of a lease, so that a crash of the claimer only lets
/// the lease run out.
/// </summary>
public sealed class WorkQueue(ITables tables, TimeProvider time)
{
    /// <summary>What the queue is called in telemetry.</summary>
    public const string System = "baton";

    /// <summary>How long a claimed item stays with its claimer. Work takes seconds; a click's write is given up long before.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(30);

    // Two claimers at the same row would meet at the next one again, and so on: the one that loses leaps ahead of the other,
    // by chance, and what it leaps over is the other's or the oldest at the next look.
    private const int LongestLeap = 16;

    private const int MostCounted = 100;

    /// <summary>What was seen of the queue when somebody looked for due work last; null until then.</summary>
    public QueueLook? LastLook { get; private set; }

    /// <summary>Plans work for anybody from <paramref name="due"/> on.</summary>
    public async Task<WorkItem> PlanAsync(string kind, string key, Instant due, CancellationToken cancel) =>
        await AddAsync([New(kind, key, due)], cancel);

    /// <summary>
    /// Plans work and claims it at once: the intent that is written before a change, so that the change's effects
    /// are seen to by another instance if this one dies.
    /// </summary>
    public Task<WorkItem> IntendAsync(string kind, string key, CancellationToken cancel) => IntendAsync(kind, key, timer: null, cancel);

    /// <summary>
    /// As above, and plans in the same transaction what the change sets in motion, so that no change is without its timer.
    /// The timer stays when the intent is dropped: it looks at the state before it acts.
    /// </summary>
    public Task<WorkItem> IntendAsync(string kind, string key, Timer? timer, CancellationToken cancel)
    {
        var intent = New(kind, key, time.Now + Lease);
        return AddAsync(timer is { } set ? [intent, New(set.Kind, key, set.Due)] : [intent], cancel);
    }

    /// <summary>Claims items that are due, <paramref name="most"/> or fewer, oldest first; what others claim meanwhile is left to them.</summary>
    public async IAsyncEnumerable<WorkItem> ClaimDueAsync(int most, [EnumeratorCancellation] CancellationToken cancel)
    {
        var due = await DueAsync(most, cancel);
        for (var (at, left) = (0, most); at < due.Count && left > 0; at++)
        {
            if (await ClaimAsync(due[at], cancel) is { } claimed)
            {
                left--;
                yield return claimed;
            }
            else
            {
                at += Random.Shared.Next(LongestLeap);
            }
        }
    }

    /// <summary>Puts an item off; null when its lease ran out and another claimed it.</summary>
    public Task<WorkItem?> PostponeAsync(WorkItem item, Instant due, CancellationToken cancel) => MoveAsync(item, item with { Due = due }, cancel);

    /// <summary>Takes an item off the queue that is not to be tried any more by itself; false when its lease ran out and another claimed it.</summary>
    public async Task<bool> ParkAsync(WorkItem item, ParkingReason reason, string error, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Work, [WorkRow.Delete(item), WorkRow.Add(new ParkedItem(item, time.Now, reason, error))], cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
    }

    /// <summary>How much is due now, up to a hundred a shard, and since when the oldest is.</summary>
    public async Task<QueueLook> LookAsync(CancellationToken cancel) => LookOf(await DueAsync(MostCounted, cancel));

    /// <summary>Removes an item whose work is done. When another claimed it meanwhile, it is theirs to remove.</summary>
    public async Task CompleteAsync(WorkItem item, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Work, [WorkRow.Delete(item)], cancel);
        }
        catch (TableException problem) when (problem.Error is TableError.NotFound or TableError.PreconditionFailed)
        {
            // Claimed by another after our lease, or removed by our own first try.
        }
    }

    private WorkItem New(string kind, string key, Instant due) => new(kind, key, due, PlannedFor: due, PlannedAt: time.Now, Attempts: 0);

    // Items of one key, so of one partition. Answers the first.
    private async Task<WorkItem> AddAsync(WorkItem[] items, CancellationToken cancel)
    {
        using var planned = PlannedWork.Begin(items);
        var placed = Array.ConvertAll(items, item => WorkRow.Place(item with { Trace = planned.Trace }));
        var etags = await tables.SubmitAsync(TableNames.Work, Array.ConvertAll(placed, WorkRow.Add), cancel);
        return placed[0] with { ETag = etags[0] };
    }

    // The oldest of every shard hold the oldest of all.
    private async Task<List<WorkItem>> DueAsync(int most, CancellationToken cancel)
    {
        var now = time.Now;
        var shards = await Task.WhenAll(WorkRow.Shards.Select(shard =>
            tables.QueryAsync(TableNames.Work, WorkRow.Due(shard, now), most, cancel).Select(WorkRow.Read).ToListAsync(cancel).AsTask()));
        List<WorkItem> due = [.. shards.SelectMany(items => items).OrderBy(item => item.Due)];
        LastLook = LookOf(due);
        return due;
    }

    private static QueueLook LookOf(List<WorkItem> due) => new(due.Count, due.Count > 0 ? due[0].Due : null);

    private Task<WorkItem?> ClaimAsync(WorkItem found, CancellationToken cancel) =>
        MoveAsync(found, found with { Due = time.Now + Lease, Attempts = found.Attempts + 1 }, cancel);

    private async Task<WorkItem?> MoveAsync(WorkItem from, WorkItem to, CancellationToken cancel)
    {
        try
        {
            var placed = WorkRow.Place(to);
            var etags = await tables.SubmitAsync(TableNames.Work, [WorkRow.Delete(from), WorkRow.Add(placed)], cancel);
            return placed with { ETag = etags[1] };
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return null;
        }
    }
}

/// <summary>What a look at the queue saw.</summary>
/// <param name="Due">How many items are due, of all instances; of each shard no more than were asked for, so a long queue is longer than that.</param>
/// <param name="Oldest">Since when the oldest of them is due; null where none is.</param>
public sealed record QueueLook(int Due, Instant? Oldest);
