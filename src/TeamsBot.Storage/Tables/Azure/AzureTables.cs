using System.Runtime.CompilerServices;
using Azure;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>Tables in an Azure storage account (or its emulator).</summary>
public sealed class AzureTables(TableServiceClient service, TimeProvider clock) : ITables
{
    private const int Parallel = 16;
    private const int Tries = 4;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(400);

    public async Task CreateAsync(IEnumerable<string> tables, CancellationToken cancel)
    {
        foreach (var table in tables)
        {
            await service.CreateTableIfNotExistsAsync(Checked(table), cancel);
        }
    }

    public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancel) =>
        Limits.CheckKey(partitionKey, rowKey) is { } refused
            ? Task.FromException<TableEntity?>(refused)
            : service.GetTableClient(Checked(table)).GetEntityIfExistsAsync(partitionKey, rowKey, cancel);

    public async Task<IReadOnlyList<TableEntity?>> GetManyAsync(string table, IReadOnlyList<TableKey> keys, CancellationToken cancel)
    {
        var rows = new TableEntity?[keys.Count];
        await EachAsync(keys.Count, async (i, token) =>
            rows[i] = await GetAsync(table, keys[i].PartitionKey, keys[i].RowKey, token), cancel);
        return rows;
    }

    public async IAsyncEnumerable<TableEntity> QueryAsync(
        string table, TableRange range, int? take, [EnumeratorCancellation] CancellationToken cancel)
    {
        var client = service.GetTableClient(Checked(table));
        var filter = TableFilter.Of(range);
        string? next = null;
        var left = take ?? int.MaxValue;
        while (left > 0)
        {
            var page = await client.QueryAsync(filter, left, next, cancel);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            left -= page.Rows.Count;
            if ((next = page.Next) is null)
            {
                yield break;
            }
        }
    }

    public async Task<IReadOnlyList<ETag>> SubmitAsync(
        string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel)
    {
        if (Limits.Check(new TableTransaction(table, actions)) is { } refused)
        {
            throw refused;
        }

        var client = service.GetTableClient(table);
        var writeId = Guid.NewGuid();
        var unsure = false;
        for (var attempt = 1; ; attempt++)
        {
            var (response, retried) = await client.SubmitTransactionAsync(actions, writeId, cancel);
            unsure |= retried;
            if (response.Error is not { } error)
            {
                return response.ETags;
            }

            // The pipeline tries again what fails as a whole; this is a transaction that failed inside its answer.
            if (!error.IsTransient || attempt == Tries)
            {
                return (unsure && error.IsConflict ? await WriteId.FindAsync(client, actions, writeId, error, cancel) : null)
                    ?? throw error.ToException(response.RequestId);
            }

            unsure = true;
            await Task.Delay(FirstWait * (attempt + Random.Shared.NextDouble()), clock, cancel);
        }
    }

    public Task ScrubAsync(CancellationToken cancel) => Task.CompletedTask;

    public async Task<IReadOnlyList<TableException?>> SubmitManyAsync(
        IReadOnlyList<TableTransaction> transactions, CancellationToken cancel)
    {
        var errors = new TableException?[transactions.Count];
        await EachAsync(
            transactions.Count,
            async (i, token) =>
            {
                try
                {
                    await SubmitAsync(transactions[i].Table, transactions[i].Actions, token);
                }
                catch (TableException failure)
                {
                    errors[i] = failure;
                }
            },
            cancel);
        return errors;
    }

    private static Task EachAsync(int count, Func<int, CancellationToken, ValueTask> act, CancellationToken cancel) =>
        System.Threading.Tasks.Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancel }, act);

    private static string Checked(string table) => Limits.CheckTable(table) is { } refused ? throw refused : table;
}
