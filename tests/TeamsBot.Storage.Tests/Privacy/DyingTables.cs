using Azure;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Tests.Privacy;

/// <summary>Tables of a process that dies before or after a write, and with it all that it wrote afterwards.</summary>
internal sealed class DyingTables(ITables tables) : ITables
{
    private int? left;

    /// <summary>The process died.</summary>
    public sealed class ProcessDiedException() : Exception("The process died.");

    /// <summary>Runs before each write to the table named.</summary>
    public Func<string, Task> BeforeWrite { get; set; } = _ => Task.CompletedTask;

    /// <summary>Lives through so many moments, of which each write has two: before and after it. Null lives on.</summary>
    public void DieAfter(int? moments) => left = moments;

    public Task CreateAsync(IEnumerable<string> names, CancellationToken cancel) => tables.CreateAsync(names, cancel);

    public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancel) => tables.GetAsync(table, partitionKey, rowKey, cancel);

    public Task<IReadOnlyList<TableEntity?>> GetManyAsync(string table, IReadOnlyList<TableKey> keys, CancellationToken cancel) => tables.GetManyAsync(table, keys, cancel);

    public IAsyncEnumerable<TableEntity> QueryAsync(string table, TableRange range, int? take, CancellationToken cancel) => tables.QueryAsync(table, range, take, cancel);

    public Task<IReadOnlyList<ETag>> SubmitAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel) =>
        AliveAsync(table, () => tables.SubmitAsync(table, actions, cancel));

    public async Task<IReadOnlyList<TableException?>> SubmitManyAsync(IReadOnlyList<TableTransaction> transactions, CancellationToken cancel)
    {
        // One after another, so that it may die between any two.
        List<TableException?> outcomes = [];
        foreach (var transaction in transactions)
        {
            outcomes.AddRange(await AliveAsync(transaction.Table, () => tables.SubmitManyAsync([transaction], cancel)));
        }

        return outcomes;
    }

    public Task ScrubAsync(CancellationToken cancel) => tables.ScrubAsync(cancel);

    private async Task<T> AliveAsync<T>(string table, Func<Task<T>> write)
    {
        MayDie();
        await BeforeWrite(table);
        var result = await write();
        MayDie();
        return result;
    }

    private void MayDie()
    {
        if (left is not { } moments)
        {
            return;
        }

        if (moments <= 0)
        {
            throw new ProcessDiedException();
        }

        left = moments - 1;
    }
}
