using System.Globalization;
using Azure;
using BenchmarkDotNet.Attributes;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Benchmarks.Parts;

/// <summary>The embedded engine: reads by key, the transaction of an acceptance, and the batches of an import.</summary>
public class TableBenchmarks
{
    private const string Table = "Leads";
    private const int Batch = 500;

    private readonly string folder = Directory.CreateTempSubdirectory("baton-bench-").FullName;
    private SqliteTables tables = null!;
    private ETag lead;
    private ETag handoff;
    private int number;

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        tables = new SqliteTables(Path.Combine(folder, "tables.db"), TimeProvider.System);
        await tables.CreateAsync([Table], CancellationToken.None);
        var etags = await tables.SubmitAsync(Table, [Add(Row("one", "lead")), Add(Row("one", "handoff|0001"))], CancellationToken.None);
        (lead, handoff) = (etags[0], etags[1]);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await tables.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark]
    public Task<TableEntity?> PointRead() => tables.GetAsync(Table, "one", "lead", CancellationToken.None);

    /// <summary>As an acceptance: the handoff replaced, audit and ledger rows added, the lead merged; on disk before it returns.</summary>
    [Benchmark]
    public async Task AcceptTransaction()
    {
        var next = Next();
        var etags = await tables.SubmitAsync(
            Table,
            [
                new(TableTransactionActionType.UpdateReplace, Row("one", "handoff|0001"), handoff),
                Add(Row("one", "audit|" + next)),
                Add(Row("one", "ack|" + next)),
                new(TableTransactionActionType.UpdateMerge, new TableEntity("one", "lead") { ["Owner"] = next }, lead),
            ],
            CancellationToken.None);
        (handoff, lead) = (etags[0], etags[3]);
    }

    /// <summary>New rows in partitions of their own, 500 in a call; per row.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public Task SubmitMany() => tables.SubmitManyAsync(
        [.. Enumerable.Range(0, Batch).Select(_ => new TableTransaction(Table, [Add(Row(Next(), "lead"))]))],
        CancellationToken.None);

    private string Next() => (++number).ToString("D9", CultureInfo.InvariantCulture);

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private static TableEntity Row(string partition, string row) => new(partition, row)
    {
        ["Name"] = "Nadia Brandt",
        ["Company"] = "Kestrel Cold Chain",
        ["Source"] = "webinar",
        ["Score"] = 86,
        ["State"] = "Waiting",
    };
}
