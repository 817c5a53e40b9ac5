using TeamsBot.Domain.Questions;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Lays figures out as the table that was asked for: groups, sides of a comparison, shares, order and limit.</summary>
internal sealed class FigureTable(ModelSnapshot model, Query query, Metric metric, FigureShares first, FigureShares? second)
{
    private const int MostFilled = 20_000;

    private readonly bool isShare = query.Aggregate == Aggregate.Share;
    private readonly double? missing = metric.IsTotal ? 0 : null;

    public Figures Build() => new([.. query.GroupBy.Select(dimension => new FigureColumn(dimension, Unit.Text)), .. Columns()], Rows())
    {
        Records = first.Records + (second?.Records ?? 0),
        Currency = metric.Unit == Unit.Currency ? Currency() : null,
    };

    private IReadOnlyList<FigureColumn> Columns()
    {
        var unit = isShare ? Unit.Ratio : metric.Unit;
        return second is null
            ? isShare ? [new(metric.Id, metric.Unit), new("share", unit)] : [new(metric.Id, unit)]
            : [new(NameOf(query.Filters, query.Period, isOther: false), unit), new(NameOf(query.Filters, query.CompareTo!.Period, isOther: true), unit), new("change", Unit.Ratio)];
    }

    private string NameOf(IReadOnlyList<QueryFilter> filters, Period? period, bool isOther)
    {
        if (query.CompareTo!.Value is not { } value)
        {
            return period is null ? ".." : CalendarUnits.Label(period);
        }

        var filter = isOther ? value : filters.FirstOrDefault(filter => filter.Dimension == value.Dimension);
        return filter is null ? metric.Id : (filter.Exclude ? "not " : "") + string.Join(", ", filter.Values);
    }

    private List<IReadOnlyList<object?>> Rows()
    {
        if (query.GroupBy.Count == 0)
        {
            return [[.. Values(key: null)]];
        }

        var rows = Filled().Select(key => (Key: key, Labels: Labels(key), Values: Values(key)));
        var labelled = rows.OrderBy(row => Dimensions.IsOfTime(query.GroupBy[0]) ? TimeOrder(row.Key) : 0)
            .ThenBy(row => row.Labels[0], StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Labels[0], StringComparer.Ordinal)
            .ThenBy(row => row.Labels[^1], StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Labels[^1], StringComparer.Ordinal);
        var valued = query.Order switch
        {
            null => labelled,
            Order.Ascending => labelled.OrderBy(row => Main(row.Values) is null).ThenBy(row => Main(row.Values)),
            _ => labelled.OrderBy(row => Main(row.Values) is null).ThenByDescending(row => Main(row.Values)),
        };
        return [.. valued.Take(query.Limit ?? int.MaxValue).Select(row => (IReadOnlyList<object?>)[.. row.Labels, .. row.Values])];
    }

    // What rows are ordered by: of a share the share, of a comparison the first side.
    private object? Main(IReadOnlyList<object?> values) => values[isShare && second is null ? 1 : 0];

    private IReadOnlyList<object?> Values(GroupKey? key)
    {
        if (second is null)
        {
            return isShare ? [first.Figure(key, missing), first.Share(key)] : [first.Figure(key, missing)];
        }

        var (a, b) = isShare ? (first.Share(key), second.Share(key)) : (first.Figure(key, missing), second.Figure(key, missing));
        return [a, b, b is null or 0 ? null : (a - b) / Math.Abs(b.Value)];
    }

    private string[] Labels(GroupKey key) =>
        [.. query.GroupBy.Select((dimension, index) => LabelOf(dimension, index == 0 ? key.First : key.Second))];

    private string LabelOf(string dimension, long key) => !Dimensions.IsOfTime(dimension) ? model.TextOf(key)
        : key == TimeBuckets.None ? Dimensions.None
        : CalendarUnits.Label(dimension, RowInsert.DayOf(key));

    private static long TimeOrder(GroupKey key) => key.First == TimeBuckets.None ? long.MaxValue : key.First;

    // A trend has no gaps: where nothing was counted between two stretches of time, the total is zero.
    private HashSet<GroupKey> Filled()
    {
        HashSet<GroupKey> keys = [.. first.Keys, .. second?.Keys ?? []];
        long[] starts = [.. keys.Select(key => key.First).Where(start => start != TimeBuckets.None)];
        if (query.GroupBy is not [var unit] || !Dimensions.IsOfTime(unit) || !metric.IsTotal || starts.Length == 0)
        {
            return keys;
        }

        var (next, last) = (RowInsert.DayOf(starts.Min()), RowInsert.DayOf(starts.Max()));
        for (var filled = 0; next < last && filled < MostFilled; filled++)
        {
            next = CalendarUnits.Next(unit, next);
            keys.Add(new(RowInsert.DayNumber(next), 0));
        }

        return keys;
    }

    private string? Currency()
    {
        var (a, b) = (first.Side.Currency, second?.Side.Currency);
        var one = second is null || a == b || second.Side.Total.Records == 0 ? a : first.Side.Total.Records == 0 ? b : null;
        return one is { } key ? model.TextOf(key) : null;
    }
}
