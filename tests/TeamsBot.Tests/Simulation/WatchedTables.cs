using System.Runtime.InteropServices;
using Azure;
using NodaTime;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Tests.Simulation;

/// <summary>The process ended in the middle of something.</summary>
internal sealed class ProcessDiedException() : Exception("The process died.");

/// <summary>
/// One bot's own tables in a file that many share, so that their commits share a flush to disk. It knows when work is due next, asks only
/// shards that hold some, and lets the process die before a write or after it.
/// </summary>
internal sealed class WatchedTables(ITables file, string prefix, Func<bool> dies) : ITables
{
    private readonly Dictionary<string, SortedSet<string>> shards = new(StringComparer.Ordinal);

    /// <summary>When the first work is due; null where there is none.</summary>
    public Instant? FirstDue => shards.Values.Select(rows => rows.Min).Min(StringComparer.Ordinal) is { } first ? Keys.ParseTicks(Keys.Split(first)[0]) : null;

    public Task CreateAsync(IEnumerable<string> tables, CancellationToken cancel) => file.CreateAsync(tables.Select(Own), cancel);

    public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancel) =>
        file.GetAsync(Own(table), partitionKey, rowKey, cancel);

    public Task<IReadOnlyList<TableEntity?>> GetManyAsync(string table, IReadOnlyList<TableKey> keys, CancellationToken cancel) =>
        file.GetManyAsync(Own(table), keys, cancel);

    public IAsyncEnumerable<TableEntity> QueryAsync(string table, TableRange range, int? take, CancellationToken cancel) =>
        table == TableNames.Work && range.SinglePartition is { } shard && !HoldsAny(shard, range.RowTo)
            ? AsyncEnumerable.Empty<TableEntity>()
            : file.QueryAsync(Own(table), range, take, cancel);

    public async Task<IReadOnlyList<ETag>> SubmitAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel)
    {
        MayDie();
        var etags = await file.SubmitAsync(Own(table), actions, cancel);
        if (table == TableNames.Work)
        {
            Watch(actions);
        }

        MayDie();
        return etags;
    }

    public async Task<IReadOnlyList<TableException?>> SubmitManyAsync(IReadOnlyList<TableTransaction> transactions, CancellationToken cancel)
    {
        MayDie();
        var outcomes = await file.SubmitManyAsync([.. transactions.Select(transaction => transaction with { Table = Own(transaction.Table) })], cancel);
        MayDie();
        return outcomes;
    }

    public Task ScrubAsync(CancellationToken cancel) => file.ScrubAsync(cancel);

    private void MayDie()
    {
        if (dies())
        {
            throw new ProcessDiedException();
        }
    }

    private bool HoldsAny(string shard, string? until) =>
        shards.TryGetValue(shard, out var rows) && rows.Min is { } first && string.CompareOrdinal(first, until) < 0;

    private void Watch(IReadOnlyList<TableTransactionAction> actions)
    {
        foreach (var (type, row, _) in actions)
        {
            var rows = CollectionsMarshal.GetValueRefOrAddDefault(shards, row.PartitionKey, out _) ??= new(StringComparer.Ordinal);
            _ = type == TableTransactionActionType.Delete ? rows.Remove(row.RowKey) : rows.Add(row.RowKey);
        }
    }

    private string Own(string table) => prefix + table;
}
