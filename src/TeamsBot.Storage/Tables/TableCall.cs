using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TeamsBot.Storage.Tables;

/// <summary>
/// One call to a store, as a span and in a histogram, by the semantic conventions for databases. Keys are in neither: they hold
/// ids of leads and people.
/// </summary>
/// <remarks>A span is made only within a trace: the look at the queue each second begins none.</remarks>
internal readonly struct TableCall
{
    private static readonly Histogram<double> s_duration = StorageTelemetry.Meter.CreateHistogram(
        "db.client.operation.duration", "s", "Duration of a call to the store.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] });

    private readonly string system;
    private readonly string operation;
    private readonly string? table;
    private readonly Activity? span;
    private readonly long startedAt;

    private TableCall(string system, string operation, string? table, int batch)
    {
        (this.system, this.operation, this.table) = (system, operation, table);
        startedAt = Stopwatch.GetTimestamp();
        span = Activity.Current is null ? null : StorageTelemetry.Source.StartActivity(ActivityKind.Client, name: table is null ? operation : $"{operation} {table}");
        if (span is not null)
        {
            span.SetTag("db.system.name", system).SetTag("db.operation.name", operation).SetTag("db.collection.name", table);
            span.SetTag("db.operation.batch.size", batch > 1 ? batch : null);
        }
    }

    public static bool IsMeasured => s_duration.Enabled || StorageTelemetry.Source.HasListeners();

    /// <param name="table">Null for a call that is about several.</param>
    /// <param name="batch">How many rows or transactions it names.</param>
    public static TableCall Begin(string system, string operation, string? table, int batch = 1) => new(system, operation, table, batch);

    /// <summary>It was answered, with so many rows where it asked for some.</summary>
    public void End(int? rows = null)
    {
        span?.SetTag("db.response.returned_rows", rows);
        End(error: null);
    }

    public void Fail(Exception failure)
    {
        var error = failure is TableException refused ? refused.Error.ToString() : failure.GetType().FullName!;
        if (failure is not TableException { IsConflict: true })
        {
            // A lost race is told by the tag alone: it is how the store decides, no fault.
            span?.SetStatus(ActivityStatusCode.Error);
        }

        span?.SetTag("error.type", error);
        End(error);
    }

    private void End(string? error)
    {
        var tags = new TagList { { "db.system.name", system }, { "db.operation.name", operation } };
        if (table is not null)
        {
            tags.Add("db.collection.name", table);
        }

        if (error is not null)
        {
            tags.Add("error.type", error);
        }

        s_duration.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, tags);
        span?.Dispose();
    }
}
