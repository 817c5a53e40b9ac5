using System.Globalization;
using System.Text;
using Azure;
using Shouldly;
using TeamsBot.Storage.Tables;
using Xunit;

namespace TeamsBot.Tests.Import;

public sealed class InterruptedTests : IAsyncDisposable
{
    private readonly ImportDesk desk = new();

    public InterruptedTests()
    {
        var file = new StringBuilder("id,name,score\n");
        for (var i = 0; i < 3500; i++)
        {
            file.Append(CultureInfo.InvariantCulture, $"{i},,{i}\n");
        }

        desk.Write("leads.csv", file.ToString());
        desk.Write("map.json", ImportDesk.Mapping);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task An_import_that_is_stopped_says_how_far_it_came_and_the_next_does_the_rest()
    {
        using var stop = new CancellationTokenSource();
        var stopped = await RunAsync(new TablesWithEvent(desk.Tables, stop.Cancel), stop.Token);
        stopped.Code.ShouldBe(1);
        stopped.Counts.ShouldBe((1000, 0, 0, 0));
        stopped.Error.ShouldContain("Stopped after line 1001 of");

        (await RunAsync(desk.Tables, CancellationToken.None)).Counts.ShouldBe((2500, 0, 1000, 0));
    }

    [Fact]
    public async Task A_store_that_fails_ends_the_import_with_one_line_and_the_next_does_the_rest()
    {
        var failed = await RunAsync(new TablesWithEvent(desk.Tables, () => throw new TableException(TableError.Unavailable, "The disk is full.")), CancellationToken.None);
        failed.Code.ShouldBe(1);
        failed.Error.Trim().ShouldBe("The store failed after line 0: The disk is full. What was saved stays; import the file again to do the rest.");

        (await RunAsync(desk.Tables, CancellationToken.None)).Counts.ShouldBe((3500, 0, 0, 0));
    }

    // The store outlives the command here, which otherwise closes what it opened.
    private Task<ImportDesk.Outcome> RunAsync(ITables store, CancellationToken cancel) => ImportDesk.RunAsync(
        _ => store is TablesWithEvent ? store : new TablesWithEvent(store, () => { }), cancel, desk.PathOf("leads.csv"), "--map", desk.PathOf("map.json"));

    /// <summary>A store where something happens with each batch that is written.</summary>
    private sealed class TablesWithEvent(ITables tables, Action onBatch) : ITables
    {
        public Task CreateAsync(IEnumerable<string> names, CancellationToken cancel) => tables.CreateAsync(names, cancel);

        public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancel) => tables.GetAsync(table, partitionKey, rowKey, cancel);

        public Task<IReadOnlyList<TableEntity?>> GetManyAsync(string table, IReadOnlyList<TableKey> keys, CancellationToken cancel) => tables.GetManyAsync(table, keys, cancel);

        public IAsyncEnumerable<TableEntity> QueryAsync(string table, TableRange range, int? take, CancellationToken cancel) => tables.QueryAsync(table, range, take, cancel);

        public Task<IReadOnlyList<ETag>> SubmitAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel) => tables.SubmitAsync(table, actions, cancel);

        public Task ScrubAsync(CancellationToken cancel) => tables.ScrubAsync(cancel);

        public Task<IReadOnlyList<TableException?>> SubmitManyAsync(IReadOnlyList<TableTransaction> transactions, CancellationToken cancel)
        {
            onBatch();
            return tables.SubmitManyAsync(transactions, cancel);
        }
    }
}
