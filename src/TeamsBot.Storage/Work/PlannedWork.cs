using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TeamsBot.Storage.Work;

/// <summary>The planning of work, as a span and a count by the semantic conventions for messaging: who does the work goes on from it.</summary>
internal readonly struct PlannedWork : IDisposable
{
    private static readonly Counter<long> s_sent = StorageTelemetry.Meter.CreateCounter<long>("messaging.client.sent.messages", "{message}", "Work that was planned.");

    private readonly Activity? span;

    private PlannedWork(Activity? span) => this.span = span;

    /// <summary>What the items remember; null where nobody traces.</summary>
    public string? Trace => span?.Id ?? (StorageTelemetry.Source.HasListeners() ? Activity.Current?.Id : null);

    /// <param name="items">Those of one transaction; the span is named for the first.</param>
    public static PlannedWork Begin(ReadOnlySpan<WorkItem> items)
    {
        foreach (var item in items)
        {
            s_sent.Add(1, new TagList { { "messaging.system", WorkQueue.System }, { "messaging.operation.name", "plan" }, { "messaging.destination.name", item.Kind } });
        }

        var plan = StorageTelemetry.Source.StartActivity(ActivityKind.Producer, name: $"plan {items[0].Kind}");
        plan?.SetTag("messaging.system", WorkQueue.System).SetTag("messaging.operation.type", "send").SetTag("messaging.operation.name", "plan")
            .SetTag("messaging.destination.name", items[0].Kind).SetTag("messaging.batch.message_count", items.Length > 1 ? items.Length : null);
        return new(plan);
    }

    public void Dispose() => span?.Dispose();
}
