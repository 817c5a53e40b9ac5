using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>Work that is not tried any more by itself.</summary>
/// <param name="At">When it was parked.</param>
/// <param name="Error">The type of the last failure, with Teams' or the store's reason where there is one; never its message.</param>
public sealed record ParkedItem(WorkItem Item, Instant At, ParkingReason Reason, string Error)
{
    /// <summary>Names it among all, until it is moved.</summary>
    public string Id => $"{Item.Partition}/{Item.Row}";
}

/// <summary>Work that was parked: it can be looked at, put back, and dropped. Of two who do so one does it.</summary>
public sealed class ParkedWork(ITables tables, TimeProvider time)
{
    // Nobody reads more of them; the number beyond is said to be more.
    private const int MostOfShard = 100;

    /// <summary>The parked items, oldest first; no more than a hundred a shard.</summary>
    public async Task<IReadOnlyList<ParkedItem>> AllAsync(CancellationToken cancel)
    {
        var shards = await Task.WhenAll(WorkRow.Shards.Select(shard =>
            tables.QueryAsync(TableNames.Work, WorkRow.Parked(shard), MostOfShard, cancel).Select(WorkRow.ReadParked).ToListAsync(cancel).AsTask()));
        return [.. shards.SelectMany(items => items).OrderBy(parked => parked.At)];
    }

    /// <summary>Null when it is not parked any more, or was never.</summary>
    /// <param name="id">May come from a client: a name that is none of ours finds nothing.</param>
    public async Task<ParkedItem?> FindAsync(string id, CancellationToken cancel) =>
        id.Split('/') is [var shard, var row] && WorkRow.Shards.Contains(shard) && WorkRow.IsParked(row) && row.Length <= Limits.KeyLength && row.All(IsOurs)
            && await tables.GetAsync(TableNames.Work, shard, row, cancel) is { } found ? WorkRow.ReadParked(found) : null;

    /// <summary>Puts an item back on the queue, due now; false when somebody else was faster.</summary>
    public Task<bool> RetryAsync(ParkedItem parked, CancellationToken cancel) => SubmitAsync(
        [WorkRow.Delete(parked.Item), WorkRow.Add(WorkRow.Place(parked.Item with { Due = time.Now, Attempts = 0 }))], cancel);

    /// <summary>Forgets an item; false when somebody else was faster.</summary>
    public Task<bool> DropAsync(ParkedItem parked, CancellationToken cancel) => SubmitAsync([WorkRow.Delete(parked.Item)], cancel);

    // A kind, a time, a random number.
    private static bool IsOurs(char c) => char.IsAsciiLetterOrDigit(c) || c is '|' or '.';

    private async Task<bool> SubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Work, actions, cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
    }
}
