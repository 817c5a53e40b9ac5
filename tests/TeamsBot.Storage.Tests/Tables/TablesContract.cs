using Azure;
using Shouldly;
using TeamsBot.Storage.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.Tables;

/// <summary>What every engine keeps; each test has a table of its own.</summary>
public abstract partial class TablesContract : IAsyncLifetime
{
    protected static readonly CancellationToken None = CancellationToken.None;

    protected ITables Tables { get; private set; } = null!;

    protected string Table { get; } = "t" + Guid.NewGuid().ToString("N");

    public async Task InitializeAsync()
    {
        Tables = await OpenAsync();
        await Tables.CreateAsync([Table], None);
    }

    public abstract Task DisposeAsync();

    protected abstract Task<ITables> OpenAsync();

    protected static TableEntity Row(string partition, string row, int value = 0) => new(partition, row) { ["Value"] = value };

    protected static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    protected static TableTransactionAction Replace(TableEntity row, ETag etag) => new(TableTransactionActionType.UpdateReplace, row, etag);

    protected static TableTransactionAction Merge(TableEntity row, ETag etag) => new(TableTransactionActionType.UpdateMerge, row, etag);

    protected static TableTransactionAction Delete(string partition, string row, ETag etag) =>
        new(TableTransactionActionType.Delete, new TableEntity(partition, row), etag);

    protected Task<IReadOnlyList<ETag>> Submit(params TableTransactionAction[] actions) => Tables.SubmitAsync(Table, actions, None);

    protected async Task<TableException> Refused(params TableTransactionAction[] actions) =>
        await Should.ThrowAsync<TableException>(() => Submit(actions));

    protected Task<TableEntity?> Get(string partition, string row) => Tables.GetAsync(Table, partition, row, None);

    protected async Task<IReadOnlyList<TableEntity>> Query(TableRange range, int? take = null)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in Tables.QueryAsync(Table, range, take, None))
        {
            rows.Add(row);
        }

        return rows;
    }

    protected async Task<string[]> Keys(TableRange range, int? take = null) =>
        [.. (await Query(range, take)).Select(row => $"{row.PartitionKey}/{row.RowKey}")];
}
