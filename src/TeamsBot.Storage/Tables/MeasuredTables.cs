using System.Runtime.CompilerServices;
using Azure;

namespace TeamsBot.Storage.Tables;

/// <summary>A store that measures each call while somebody listens; else it only hands on.</summary>
/// <param name="tables">Disposed with it.</param>
/// <param name="system">What the store is called in telemetry.</param>
public sealed class MeasuredTables(ITables tables, string system) : ITables, IAsyncDisposable
{
    /// <summary>The store itself.</summary>
    public ITables Engine => tables;

    public Task CreateAsync(IEnumerable<string> tableNames, CancellationToken cancel) => tables.CreateAsync(tableNames, cancel);

    public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancel) =>
        TableCall.IsMeasured ? MeasureGetAsync(table, partitionKey, rowKey, cancel) : tables.GetAsync(table, partitionKey, rowKey, cancel);

    public Task<IReadOnlyList<TableEntity?>> GetManyAsync(string table, IReadOnlyList<TableKey> keys, CancellationToken cancel) =>
        TableCall.IsMeasured ? MeasureGetAsync(table, keys, cancel) : tables.GetManyAsync(table, keys, cancel);

    public IAsyncEnumerable<TableEntity> QueryAsync(string table, TableRange range, int? take, CancellationToken cancel) =>
        TableCall.IsMeasured ? MeasureQueryAsync(table, range, take, cancel) : tables.QueryAsync(table, range, take, cancel);

    public Task<IReadOnlyList<ETag>> SubmitAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel) =>
        TableCall.IsMeasured ? MeasureSubmitAsync(table, actions, cancel) : tables.SubmitAsync(table, actions, cancel);

    public Task<IReadOnlyList<TableException?>> SubmitManyAsync(IReadOnlyList<TableTransaction> transactions, CancellationToken cancel) =>
        TableCall.IsMeasured ? MeasureSubmitAsync(transactions, cancel) : tables.SubmitManyAsync(transactions, cancel);

    public Task ScrubAsync(CancellationToken cancel) => tables.ScrubAsync(cancel);

    public ValueTask DisposeAsync() => tables is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    // Apart from the calls above, which would otherwise make these closures also while nobody listens.
    private Task<TableEntity?> MeasureGetAsync(string table, string partitionKey, string rowKey, CancellationToken cancel) =>
        MeasureAsync("get", table, batch: 1, () => tables.GetAsync(table, partitionKey, rowKey, cancel), row => row is null ? 0 : 1);

    private Task<IReadOnlyList<TableEntity?>> MeasureGetAsync(string table, IReadOnlyList<TableKey> keys, CancellationToken cancel) =>
        MeasureAsync("get", table, keys.Count, () => tables.GetManyAsync(table, keys, cancel), rows => rows.Count(row => row is not null));

    private Task<IReadOnlyList<ETag>> MeasureSubmitAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel) =>
        MeasureAsync("submit", table, actions.Count, () => tables.SubmitAsync(table, actions, cancel), _ => null);

    private Task<IReadOnlyList<TableException?>> MeasureSubmitAsync(IReadOnlyList<TableTransaction> transactions, CancellationToken cancel) =>
        MeasureAsync("submit", table: null, transactions.Count, () => tables.SubmitManyAsync(transactions, cancel), _ => null);

    private async Task<T> MeasureAsync<T>(string operation, string? table, int batch, Func<Task<T>> run, Func<T, int?> rows)
    {
        var call = TableCall.Begin(system, operation, table, batch);
        try
        {
            var result = await run();
            call.End(rows(result));
            return result;
        }
        catch (Exception failure)
        {
            call.Fail(failure);
            throw;
        }
    }

    // Ends with the last row that is asked for; what the reader does between two rows is part of it.
    private async IAsyncEnumerable<TableEntity> MeasureQueryAsync(
        string table, TableRange range, int? take, [EnumeratorCancellation] CancellationToken cancel)
    {
        var call = TableCall.Begin(system, "query", table);
        var rows = 0;
        Exception? failed = null;
        await using var reader = tables.QueryAsync(table, range, take, cancel).GetAsyncEnumerator(cancel);
        try
        {
            while (await NextAsync())
            {
                rows++;
                yield return reader.Current;
            }
        }
        finally
        {
            if (failed is null)
            {
                call.End(rows);
            }
            else
            {
                call.Fail(failed);
            }
        }

        async ValueTask<bool> NextAsync()
        {
            try
            {
                return await reader.MoveNextAsync();
            }
            catch (Exception failure)
            {
                failed = failure;
                throw;
            }
        }
    }
}
