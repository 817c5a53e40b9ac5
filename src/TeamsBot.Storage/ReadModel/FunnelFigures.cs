using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Tables.Sqlite;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Storage.ReadModel;

/// <summary>For each stage: the leads that reached it, those there now, the share that went on to the next, and the median days in it as far as it is known when they came and went.</summary>
internal sealed class FunnelFigures(ModelSnapshot model, DateTimeZone zone)
{
    private const double TicksOfDay = 864_000_000_000.0;

    // When a stage was entered is known of these alone.
    private static readonly (FunnelStage Stage, string Column)[] s_entered =
    [
        (FunnelStage.Intent, "mql_at"), (FunnelStage.HandedOff, "handed_at"), (FunnelStage.Accepted, "accepted_at"),
        (FunnelStage.Qualified, "qualified_at"), (FunnelStage.Won, "won_at"),
    ];

    private readonly Dictionary<FunnelStage, long> reached = [];
    private readonly Dictionary<FunnelStage, long> now = [];
    private readonly List<double>[] days = [.. s_entered.Select(_ => new List<double>())];

    public Figures Run(IReadOnlyList<QueryFilter> filters, Period? period)
    {
        var conditions = new FactConditions(model).Where(Subject.Leads, filters).Within(Measure.Of(Metrics.Funnel), period, zone);
        using var rows = conditions.Prepare($"SELECT stage_number, reached, {string.Join(", ", s_entered.Select(entry => entry.Column))} FROM lead{conditions.Sql}");
        long records = 0;
        while (rows.Step())
        {
            records++;
            Count(rows);
        }

        return new(
            [new("stage", Unit.Text), new("reached", Unit.Count), new("now", Unit.Count), new("went_on", Unit.Ratio), new("median_days", Unit.Days)],
            [.. Enum.GetValues<FunnelStage>().Select(Row)]) { Records = records };
    }

    private void Count(Statement row)
    {
        var stage = (FunnelStage)row.Int64(0);
        now[stage] = now.GetValueOrDefault(stage) + 1;
        var furthest = (FunnelStage)row.Int64(1);
        reached[furthest] = reached.GetValueOrDefault(furthest) + 1;
        long? left = null;
        for (var i = s_entered.Length - 1; i >= 0; i--)
        {
            if (row.IsNull(i + 2))
            {
                continue;
            }

            var entered = row.Int64(i + 2);
            if (left is { } at)
            {
                days[i].Add((at - entered) / TicksOfDay);
            }

            left = entered;
        }
    }

    private object?[] Row(FunnelStage stage)
    {
        var (here, on, isOnPath) = (ReachedAtLeast(stage), ReachedAtLeast(stage + 1), stage <= FunnelStage.Retained);
        var known = Array.FindIndex(s_entered, entry => entry.Stage == stage);
        return
        [
            stage.ToString(),
            (double)(isOnPath ? here : now.GetValueOrDefault(stage)),
            (double)now.GetValueOrDefault(stage),
            isOnPath && stage != FunnelStage.Retained && here > 0 ? on / (double)here : null,
            known < 0 ? null : Tally.Median(days[known]),
        ];
    }

    private long ReachedAtLeast(FunnelStage stage) => reached.Where(count => count.Key >= stage).Sum(count => count.Value);
}
