using Azure;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Testing.App;

/// <summary>A store that is away when a test says so, as a whole or a table of it.</summary>
public sealed class FaultyTables(ITables tables) : ITables
{
    /// <summary>Whether a table does not answer.</summary>
    public Func<string, bool> IsDown { get; set; } = _ => false;

    public Task CreateAsync(IEnumerable<string> names, CancellationToken cancel) => tables.CreateAsync(names, cancel);

    public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancel) =>
        Open(table).GetAsync(table, partitionKey, rowKey, cancel);

    public Task<IReadOnlyList<TableEntity?>> GetManyAsync(string table, IReadOnlyList<TableKey> keys, CancellationToken cancel) =>
        Open(table).GetManyAsync(table, keys, cancel);

    public IAsyncEnumerable<TableEntity> QueryAsync(string table, TableRange range, int? take, CancellationToken cancel) =>
        Open(table).QueryAsync(table, range, take, cancel);

    public Task<IReadOnlyList<ETag>> SubmitAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel) =>
        Open(table).SubmitAsync(table, actions, cancel);

    public Task<IReadOnlyList<TableException?>> SubmitManyAsync(IReadOnlyList<TableTransaction> transactions, CancellationToken cancel) =>
        transactions.Select(transaction => Open(transaction.Table)).Append(tables).First().SubmitManyAsync(transactions, cancel);

    public Task ScrubAsync(CancellationToken cancel) => tables.ScrubAsync(cancel);

    private ITables Open(string table) => IsDown(table) ? throw new TableException(TableError.Unavailable, "The store is away.") : tables;
}
