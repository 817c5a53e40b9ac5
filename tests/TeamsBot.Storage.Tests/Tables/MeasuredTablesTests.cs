using System.Collections.Concurrent;
using System.Diagnostics;
using Shouldly;
using TeamsBot.Storage.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.Tables;

/// <summary>What a call to a store says of itself.</summary>
public sealed class MeasuredTablesTests : IAsyncLifetime
{
    private const string Table = "Things";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-measured-");
    private readonly ConcurrentQueue<Activity> ended = [];
    private readonly ActivitySource source = new(nameof(MeasuredTablesTests));
    private readonly ActivityListener listener;
    private readonly ITables tables;

    public MeasuredTablesTests()
    {
        tables = TableStorage.Open(storage: null, folder.FullName, TimeProvider.System);
        listener = new ActivityListener
        {
            ShouldListenTo = one => one.Name is StorageTelemetry.Name or nameof(MeasuredTablesTests),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public async Task InitializeAsync()
    {
        await tables.CreateAsync([Table], CancellationToken.None);
        await tables.SubmitAsync(Table, [Add("1"), Add("2"), Add("3")], CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        listener.Dispose();
        source.Dispose();
        await ((IAsyncDisposable)tables).DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_call_is_a_span_by_the_conventions_for_databases_without_keys()
    {
        var spans = await WithinATraceAsync(async () =>
        {
            await tables.GetAsync(Table, "secret", "1", CancellationToken.None);
            await tables.GetManyAsync(Table, [new("secret", "1"), new("secret", "9")], CancellationToken.None);
            await tables.QueryAsync(Table, TableRange.Partition("secret"), take: 2, CancellationToken.None).ToListAsync();
            await tables.SubmitAsync(Table, [Add("4"), Add("5")], CancellationToken.None);
        });

        spans.Select(span => span.DisplayName).ShouldBe(["get Things", "get Things", "query Things", "submit Things"]);
        spans.ShouldAllBe(span => span.Kind == ActivityKind.Client && span.Status == ActivityStatusCode.Unset && (string?)span.GetTagItem("db.system.name") == "sqlite");
        spans.Select(span => span.GetTagItem("db.response.returned_rows")).ShouldBe([1, 1, 2, null]);
        spans.Select(span => span.GetTagItem("db.operation.batch.size")).ShouldBe([null, 2, null, 2]);
        spans.SelectMany(span => span.TagObjects).ShouldAllBe(tag => !$"{tag.Value}".Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_that_stops_early_ends_the_span_of_its_query()
    {
        var spans = await WithinATraceAsync(async () =>
        {
            await foreach (var row in tables.QueryAsync(Table, TableRange.Partition("secret"), take: null, CancellationToken.None))
            {
                row.RowKey.ShouldBe("1");
                break;
            }
        });

        spans.ShouldHaveSingleItem().GetTagItem("db.response.returned_rows").ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_race_is_told_and_is_no_fault()
    {
        var span = (await WithinATraceAsync(() => Should.ThrowAsync<TableException>(() => tables.SubmitAsync(Table, [Add("1")], CancellationToken.None)))).ShouldHaveSingleItem();

        span.GetTagItem("error.type").ShouldBe("AlreadyExists");
        span.Status.ShouldBe(ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task A_refusal_is_a_fault_without_its_text()
    {
        var spans = await WithinATraceAsync(async () =>
        {
            await Should.ThrowAsync<TableException>(() => tables.GetAsync("Nothing", "secret", "1", CancellationToken.None));
            await Should.ThrowAsync<TableException>(async () => await tables.QueryAsync("Nothing", TableRange.Everything, take: null, CancellationToken.None).ToListAsync());
        });

        spans.Select(span => (span.GetTagItem("error.type"), span.Status, span.StatusDescription)).ShouldBe(
            [("NotFound", ActivityStatusCode.Error, null), ("NotFound", ActivityStatusCode.Error, null)]);
    }

    [Fact]
    public async Task Outside_of_a_trace_no_span_is_made()
    {
        Activity.Current = null;
        var before = ended.Count(span => span.DisplayName == "get Things");

        await tables.GetAsync(Table, "secret", "1", CancellationToken.None);

        ended.Count(span => span.DisplayName == "get Things").ShouldBe(before);
    }

    private static TableTransactionAction Add(string row) => new(TableTransactionActionType.Add, new TableEntity("secret", row));

    private async Task<List<Activity>> WithinATraceAsync(Func<Task> act)
    {
        using var test = source.StartActivity("test")!;
        await act();
        return [.. ended.Where(span => span.TraceId == test.TraceId)];
    }
}
