using NodaTime;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Tables.Sqlite;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Storage.ReadModel;

/// <summary>
/// Revenue against the revenue targets of the same period: those of the company, or those of the reps, teams or campaigns that are
/// asked for. Of targets that lie in one another, a year and its months, the larger one counts.
/// </summary>
internal sealed class QuotaFigures(ModelSnapshot model, DateTimeZone zone)
{
    private static readonly string[] s_members = ["rep", "team", "campaign"];

    private string? unit;

    public FigureSide Run(IReadOnlyList<QueryFilter> filters, Period? period, IReadOnlyList<string> groupBy)
    {
        unit = groupBy.FirstOrDefault(Dimensions.IsOfTime);
        var revenue = new FactScan(model, Measure.Of(Metrics.Revenue), zone).Run(filters, period, groupBy);
        string[] dimensions = [.. filters.Select(filter => filter.Dimension).Concat(groupBy).Where(dimension => !Dimensions.IsOfTime(dimension)).Distinct(StringComparer.Ordinal)];
        var targets = dimensions.Length > 1 ? [] : Within(Read(dimensions.FirstOrDefault(), filters), period);
        var isByMember = groupBy.Any(dimension => !Dimensions.IsOfTime(dimension));
        var keys = revenue.Groups.Keys.Union(targets.SelectMany(target => Key(target, isByMember)));
        var groups = groupBy.Count == 0 ? [] : keys.ToDictionary(key => key, key => Cell(revenue.Groups.GetValueOrDefault(key), targets.Where(target => Key(target, isByMember).Contains(key))));
        return new(groups, Cell(revenue.Total, targets), Currency: null);
    }

    private static Cell Cell(Cell revenue, IEnumerable<QuotaTarget> targets)
    {
        QuotaTarget[] all = [.. targets];
        var sum = all.Where(target => !all.Any(other => other.Holds(target))).Sum(target => target.Amount);
        return new(sum == 0 ? null : (revenue.Value ?? 0) / sum, revenue.Records);
    }

    private static List<QuotaTarget> Within(IEnumerable<QuotaTarget> targets, Period? period) =>
    [
        .. targets.Where(target => (period?.From is not { } from || target.From >= from) && (period?.To is not { } to || target.To <= to)),
    ];

    // A target belongs to the stretch of time that it fits into, if there is one.
    private IEnumerable<GroupKey> Key(QuotaTarget target, bool isByMember)
    {
        var member = isByMember ? target.Member : 0;
        if (unit is null)
        {
            return [new(member, 0)];
        }

        var start = CalendarUnits.StartOf(unit, target.From);
        return CalendarUnits.Next(unit, start) >= target.To ? [new(RowInsert.DayNumber(start), member)] : [];
    }

    // The company's own targets, where it has none those of its parts.
    private List<QuotaTarget> Read(string? dimension, IReadOnlyList<QueryFilter> filters) => dimension is not null
        ? Read("lower(dimension) = ?1", dimension, filters)
        : s_members.Select(member => Read("lower(dimension) = ?1", member, [])).Prepend(Read("dimension IS NULL AND ?1 IS NULL", null, [])).FirstOrDefault(targets => targets.Count > 0, []);

    private List<QuotaTarget> Read(string condition, string? dimension, IReadOnlyList<QueryFilter> filters)
    {
        using var rows = new Statement(model.Connection, $"SELECT from_day, to_day, coalesce(member, 0), amount FROM target WHERE metric = '{Metrics.Revenue}' AND {condition}");
        rows.BindText(1, dimension);
        List<QuotaTarget> targets = [];
        while (rows.Step())
        {
            targets.Add(new(RowInsert.DayOf(rows.Int64(0)), RowInsert.DayOf(rows.Int64(1)), rows.Int64(2), rows.Double(3)));
        }

        return [.. targets.Where(target => filters.All(filter => Keeps(filter, target)))];
    }

    private bool Keeps(QueryFilter filter, QuotaTarget target) =>
        filter.Values.Contains(model.TextOf(target.Member), StringComparer.OrdinalIgnoreCase) != filter.Exclude;

    private sealed record QuotaTarget(LocalDate From, LocalDate To, long Member, double Amount)
    {
        public bool Holds(QuotaTarget other) =>
            other.Member == Member && From <= other.From && To >= other.To && (From, To) != (other.From, other.To);
    }
}
