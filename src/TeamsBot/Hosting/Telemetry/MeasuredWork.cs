using System.Diagnostics;
using System.Diagnostics.Metrics;
using NodaTime;
using TeamsBot.Storage.Work;

namespace TeamsBot.Hosting.Telemetry;

/// <summary>
/// One item of work, as a span and in metrics, by the semantic conventions for messaging. The span goes on from what planned the work;
/// a timer that is due much later begins a trace of its own and links to it.
/// </summary>
internal sealed class MeasuredWork : IDisposable
{
    private static readonly Histogram<double> s_duration = BotTelemetry.Meter.CreateHistogram(
        "messaging.process.duration", "s", "Doing an item of work.", tags: null, BotTelemetry.Seconds);

    private static readonly Histogram<double> s_delay = BotTelemetry.Meter.CreateHistogram(
        "baton.work.delay", "s", "From when work could be done first until it was begun.", tags: null, BotTelemetry.Seconds);

    private static readonly Histogram<int> s_attempts = BotTelemetry.Meter.CreateHistogram(
        "baton.work.attempts", "{attempt}", "Failed attempts before work was done.", tags: null, new InstrumentAdvice<int> { HistogramBucketBoundaries = [0, 1, 2, 3, 5, 10, 20] });

    private readonly WorkItem item;
    private readonly Activity? span;
    private readonly long startedAt = Stopwatch.GetTimestamp();
    private string outcome = "stopped";
    private string? error;

    private MeasuredWork(WorkItem item, Instant now)
    {
        this.item = item;
        span = BeginSpan(item);
        s_delay.Record(Math.Max(0, (now - (item.FollowsAtOnce ? item.PlannedAt : item.PlannedFor)).TotalSeconds), new KeyValuePair<string, object?>("messaging.destination.name", item.Kind));
    }

    /// <summary>Null while nobody listens.</summary>
    public static MeasuredWork? Begin(WorkItem item, Instant now) => s_duration.Enabled || BotTelemetry.Source.HasListeners() ? new(item, now) : null;

    public void Ended(string how) => outcome = how;

    public void Failed(Exception problem)
    {
        (outcome, error) = ("failed", problem.GetType().FullName);
        span?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        var tags = new TagList
        {
            { "messaging.system", WorkQueue.System },
            { "messaging.operation.name", "process" },
            { "messaging.destination.name", item.Kind },
            { "baton.outcome", outcome },
        };
        if (error is not null)
        {
            tags.Add(BotTelemetry.ErrorType, error);
        }

        s_duration.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, tags);
        s_attempts.Record(Failures, tags);
        span?.SetTag("baton.outcome", outcome).SetTag(BotTelemetry.ErrorType, error);
        span?.Dispose();
    }

    // An item that was claimed from the queue was begun once more than it failed; one that its planner does itself was not claimed.
    private int Failures => Math.Max(0, item.Attempts - 1);

    private static Activity? BeginSpan(WorkItem item)
    {
        var from = ActivityContext.TryParse(item.Trace, traceState: null, isRemote: true, out var planned) ? planned : default;
        var begun = BotTelemetry.Source.StartActivity(
            $"process {item.Kind}",
            ActivityKind.Consumer,
            item.FollowsAtOnce ? from : default,
            tags: null,
            links: item.FollowsAtOnce || from == default ? null : [new ActivityLink(from)]);
        return begun?.SetTag("messaging.system", WorkQueue.System).SetTag("messaging.operation.type", "process").SetTag("messaging.operation.name", "process")
            .SetTag("messaging.destination.name", item.Kind).SetTag("baton.attempts", item.Attempts);
    }
}
