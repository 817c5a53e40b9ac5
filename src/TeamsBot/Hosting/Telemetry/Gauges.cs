using System.Diagnostics.Metrics;
using TeamsBot.Domain;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Work;

namespace TeamsBot.Hosting.Telemetry;

/// <summary>What is looked at when metrics are sent: the queue as its last look saw it, the budget of sends, how far the figures are behind.</summary>
internal sealed class Gauges : IDisposable
{
    private readonly Meter meter = new(BotTelemetry.Name);

    public Gauges(IServiceProvider services)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var queue = services.GetRequiredService<WorkQueue>();
        var budget = services.GetRequiredService<ConnectorClient>().Budget;
        var figures = services.GetRequiredService<FiguresModel>();
        meter.CreateObservableGauge("baton.work.due", () => Some(queue.LastLook?.Due), "{item}", "Work that is due and not begun, of all instances.");
        meter.CreateObservableGauge("baton.work.due.age", () => Some(Age(queue.LastLook, time)), "s", "How long the oldest due work is late, of all instances.");
        meter.CreateObservableGauge("baton.send.waiting", () => budget.Waiting, "{call}", "Calls to Teams that wait for their turn within its limits.");
        meter.CreateObservableGauge("baton.send.budget.left", () => Left(budget), "1", "What is left of the tightest limit of Teams: 1 is all, at 0 calls wait.");
        meter.CreateObservableGauge("baton.figures.lag", () => Some(figures.Lag?.TotalSeconds), "s", "How far the figures of questions are behind the store.");
    }

    public void Dispose() => meter.Dispose();

    private static double? Age(QueueLook? look, TimeProvider time) => look switch
    {
        null => null,
        { Oldest: { } oldest } => Math.Max(0, (time.Now - oldest).TotalSeconds),
        _ => 0,
    };

    private static Measurement<double>[] Left(SendBudget budget)
    {
        var (tenant, conversation) = budget.Left();
        return [new(tenant, new KeyValuePair<string, object?>("baton.send.limit", "tenant")), new(conversation, new KeyValuePair<string, object?>("baton.send.limit", "conversation"))];
    }

    private static Measurement<T>[] Some<T>(T? value)
        where T : struct => value is { } known ? [new(known)] : [];
}
