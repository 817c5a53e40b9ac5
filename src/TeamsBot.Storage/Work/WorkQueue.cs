using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>Something to be done, at least once, by whichever instance comes first.</summary>
/// <param name="Kind">Which handler does it.</param>
/// <param name="Key">What it is about, for example a handoff's id.</param>
/// <param name="Due">Not before this time; moved ahead while somebody works on it.</param>
/// <param name="PlannedAt">When it was first planned.</param>
/// <param name="Attempts">How often it was started and did not end.</param>
public sealed record WorkItem(string Kind, string Key, Instant Due, Instant PlannedAt, int Attempts)
{
    internal string Partition { get; init; } = "";

    internal string Row { get; init; } = "";

    internal ETag ETag { get; init; }
}

/// <summary>
/// The durable queue. An item's row key starts with the time that it is due, and nobody looks at it before: to claim an
/// item is to move it, in one conditional transaction, to the end of a lease, so that a crash of the claimer only lets
/// the lease run out.
/// </summary>
public sealed class WorkQueue(ITables tables, TimeProvider time)
{
    /// <summary>How long a claimed item stays with its claimer. Work takes seconds; a click's write is given up long before.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(30);

    private const int Shards = 16;

    /// <summary>Plans work for anybody from <paramref name="due"/> on.</summary>
    public async Task<WorkItem> PlanAsync(string kind, string key, Instant due, CancellationToken cancel) =>
        await AddAsync(new(kind, key, due, time.Now, Attempts: 0), cancel);

    /// <summary>
    /// Plans work and claims it at once: the intent that is written before a change, so that the change's effects
    /// are seen to by another instance if this one dies.
    /// </summary>
    public Task<WorkItem> IntendAsync(string kind, string key, CancellationToken cancel) => PlanAsync(kind, key, time.Now + Lease, cancel);

    /// <summary>Claims items that are due, oldest first within a shard; what others claim meanwhile is left to them.</summary>
    public async IAsyncEnumerable<WorkItem> ClaimDueAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var first = Random.Shared.Next(Shards);
        for (var i = 0; i < Shards; i++)
        {
            var range = TableRange.Rows(Shard((first + i) % Shards), "", Keys.Ticks(time.Now + Duration.FromTicks(1)));
            await foreach (var row in tables.QueryAsync(TableNames.Work, range, take: 50, cancel))
            {
                var found = Read(row);
                if (await MoveAsync(found, found with { Due = time.Now + Lease, Attempts = found.Attempts + 1 }, cancel) is { } claimed)
                {
                    yield return claimed;
                }
            }
        }
    }

    /// <summary>Puts an item off; null when its lease ran out and another claimed it.</summary>
    public Task<WorkItem?> PostponeAsync(WorkItem item, Instant due, CancellationToken cancel) => MoveAsync(item, item with { Due = due }, cancel);

    /// <summary>Removes an item whose work is done. When another claimed it meanwhile, it is theirs to remove.</summary>
    public async Task CompleteAsync(WorkItem item, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Work, [Delete(item)], cancel);
        }
        catch (TableException problem) when (problem.Error is TableError.NotFound or TableError.PreconditionFailed)
        {
            // Claimed by another after our lease, or removed by our own first try.
        }
    }

    private async Task<WorkItem> AddAsync(WorkItem item, CancellationToken cancel)
    {
        var placed = Place(item);
        var etags = await tables.SubmitAsync(TableNames.Work, [new(TableTransactionActionType.Add, Write(placed))], cancel);
        return placed with { ETag = etags[0] };
    }

    private async Task<WorkItem?> MoveAsync(WorkItem from, WorkItem to, CancellationToken cancel)
    {
        try
        {
            var placed = Place(to);
            var etags = await tables.SubmitAsync(TableNames.Work, [Delete(from), new(TableTransactionActionType.Add, Write(placed))], cancel);
            return placed with { ETag = etags[1] };
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return null;
        }
    }

    private static TableTransactionAction Delete(WorkItem item) =>
        new(TableTransactionActionType.Delete, new TableEntity(item.Partition, item.Row), item.ETag);

    // The last part keeps two items of the same tick apart. The item's key stays out of it: a lead's id of the greatest
    // length that a partition takes would not fit beside the time.
    private static WorkItem Place(WorkItem item) => item with
    {
        Partition = Shard(ShardOf(item.Key)),
        Row = Keys.Join(Keys.Ticks(item.Due), item.Kind, Guid.NewGuid().ToString("N")),
    };

    private static TableEntity Write(WorkItem item) => new(item.Partition, item.Row)
    {
        ["Kind"] = item.Kind,
        ["Key"] = item.Key,
        ["Due"] = item.Due.ToDateTimeOffset(),
        ["PlannedAt"] = item.PlannedAt.ToDateTimeOffset(),
        ["Attempts"] = item.Attempts,
    };

    private static WorkItem Read(TableEntity row) => new(
        row.GetString("Kind")!,
        row.GetString("Key")!,
        Instant.FromDateTimeOffset(row.GetDateTimeOffset("Due")!.Value),
        Instant.FromDateTimeOffset(row.GetDateTimeOffset("PlannedAt")!.Value),
        row.GetInt32("Attempts")!.Value)
    {
        Partition = row.PartitionKey,
        Row = row.RowKey,
        ETag = row.ETag,
    };

    private static string Shard(int number) => number.ToString("D2", CultureInfo.InvariantCulture);

    // Stable over processes and versions, unlike string.GetHashCode (FNV-1a).
    private static int ShardOf(string key)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(key))
        {
            hash = (hash ^ b) * 16777619u;
        }

        return (int)(hash % Shards);
    }
}
