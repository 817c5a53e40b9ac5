using Azure;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Tests.Engines;

/// <summary>
/// An engine's tables under names that no other test uses, so that tests may share an engine. A test may step in before
/// a write, as another process or a fault would.
/// </summary>
public sealed class OwnTables(ITables engine) : ITables
{
    private readonly string prefix = "t" + Guid.NewGuid().ToString("N");

    /// <summary>Runs before each write to the table named; what it throws, the writer gets.</summary>
    public Func<string, CancellationToken, Task> BeforeWrite { get; set; } = (_, _) => Task.CompletedTask;

    public Task CreateAsync(IEnumerable<string> tables, CancellationToken cancel) => engine.CreateAsync(tables.Select(Own), cancel);

    public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancel) =>
        engine.GetAsync(Own(table), partitionKey, rowKey, cancel);

    public Task<IReadOnlyList<TableEntity?>> GetManyAsync(string table, IReadOnlyList<TableKey> keys, CancellationToken cancel) =>
        engine.GetManyAsync(Own(table), keys, cancel);

    public IAsyncEnumerable<TableEntity> QueryAsync(string table, TableRange range, int? take, CancellationToken cancel) =>
        engine.QueryAsync(Own(table), range, take, cancel);

    public async Task<IReadOnlyList<ETag>> SubmitAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel)
    {
        await BeforeWrite(table, cancel);
        return await engine.SubmitAsync(Own(table), actions, cancel);
    }

    public Task<IReadOnlyList<TableException?>> SubmitManyAsync(IReadOnlyList<TableTransaction> transactions, CancellationToken cancel) =>
        engine.SubmitManyAsync([.. transactions.Select(transaction => transaction with { Table = Own(transaction.Table) })], cancel);

    public Task ScrubAsync(CancellationToken cancel) => engine.ScrubAsync(cancel);

    /// <summary>Lets <paramref name="meddle"/> run before the next write to <paramref name="table"/>, and only then.</summary>
    public void BeforeNextWrite(string table, Func<Task> meddle) => BeforeWrite = async (written, _) =>
    {
        if (written == table)
        {
            BeforeWrite = (_, _) => Task.CompletedTask;
            await meddle();
        }
    };

    private string Own(string table) => prefix + table;
}
