using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>
/// Charts of figures, each number as the text beside it writes it, rounded alike. Where that text is no table, the fallback has the
/// numbers. From right to left there are none: clients write the numbers over the bars and the line, where nobody can read them.
/// </summary>
internal static class ChartBlocks
{
    // More bars are no small chart; a line takes more points.
    private const int MostBars = 8;
    private const int MostPoints = 60;
    private const int LongestName = 24;

    /// <summary>The periods before a single number.</summary>
    public static IEnumerable<AdaptiveElement> OfRecent(Recent recent, Wording wording) =>
        Small(recent.Query, recent.Figures, recent.Figures.Columns.Count - 1, row => ValueWords.Group(row[0], recent.Query.GroupBy[0], wording), Caption(recent.Query, recent.Figures.Columns[^1], wording), wording);

    /// <summary>The two sides of a comparison.</summary>
    public static IEnumerable<AdaptiveElement> OfSides(Query query, Figures figures, Wording wording)
    {
        var (first, second) = AnswerSentence.Sides(query, wording.Say);
        var turned = new Figures([new("side", Unit.Text), figures.Columns[0]], [[first.Text, figures.Rows[0][0]], [second.Text, figures.Rows[0][1]]]) { Currency = figures.Currency };
        return Small(query, turned, 1, row => (string)row[0]!, Caption(query, figures.Columns[0], wording), wording);
    }

    /// <summary>The groups of a table that stands beside it; none where they are too many, or of no single kind.</summary>
    public static IEnumerable<AdaptiveElement> OfGroups(Query query, Figures figures, int shown, Wording wording)
    {
        if (query is not { GroupBy: [var group], CompareTo: null, Form: QueryForm.Figure } || !IsDrawn(figures.Columns[^1].Unit) || figures.Rows.Count < 2 || wording.Say.IsRightToLeft)
        {
            return [];
        }

        var (isOfTime, title) = (Dimensions.IsOfTime(group), Caption(query, figures.Columns[^1], wording));
        IReadOnlyList<AdaptiveChartPoint> points = [.. Points(figures, figures.Columns.Count - 1, row => ValueWords.Group(row[0], group, wording), wording)];
        var isOfOneYear = isOfTime && figures.Rows.Select(row => (row[0] as string)?.Split('-')[0]).Distinct().Count() == 1;
        return (isOfTime, points.Count) switch
        {
            (true, > MostBars and <= MostPoints) when figures.Rows.Count <= shown => [new AdaptiveLineChart
            {
                Title = title,
                ShowTitle = true,
                Color = AdaptiveChartColor.CategoricalBlue,
                Data = [new(MetricWords.Name(query, wording.Say).Text, [.. Points(figures, figures.Columns.Count - 1, row => PeriodWords.OnAxis(group, row[0] as string ?? "", isOfOneYear, wording.Say), wording)], AdaptiveChartColor.CategoricalBlue)],
                Fallback = AdaptiveFallback.Drop,
            }],
            (_, >= 2 and <= MostBars) => [Bars(title, points, AdaptiveFallback.Drop) with { ShowTitle = true }],
            _ => [],
        };
    }

    // A line of text says what is drawn, since not every client shows a chart's title.
    private static IEnumerable<AdaptiveElement> Small(Query query, Figures figures, int at, Func<IReadOnlyList<object?>, string> name, string title, Wording wording)
    {
        var facts = Anatomy.Facts(figures.Rows.Select(row => Anatomy.Fact(name(row), ValueWords.Short(row[at], figures.Columns[at].Unit, figures.Currency, wording))))!;
        yield return Anatomy.Note(title, AdaptiveSpacing.Medium);
        yield return IsDrawn(figures.Columns[at].Unit) && query.Metric != Metrics.Funnel && !wording.Say.IsRightToLeft
            ? Bars(title, [.. Points(figures, at, name, wording)], facts with { Spacing = AdaptiveSpacing.Small })
            : facts with { Spacing = AdaptiveSpacing.Small };
    }

    private static AdaptiveHorizontalBarChart Bars(string title, IReadOnlyList<AdaptiveChartPoint> points, AdaptiveFallback fallback) => new()
    {
        Title = title,
        DisplayMode = AdaptiveBarDisplayMode.AbsoluteNoAxis,
        Color = AdaptiveChartColor.CategoricalBlue,
        Data = points,
        Spacing = AdaptiveSpacing.Small,
        Fallback = fallback,
    };

    private static IEnumerable<AdaptiveChartPoint> Points(Figures figures, int at, Func<IReadOnlyList<object?>, string> name, Wording wording) =>
        from row in figures.Rows
        let value = ValueWords.Number(row[at])
        where value is not null
        select new AdaptiveChartPoint(LeadWords.Cut(Bidi.Strip(name(row)), LongestName), Rounded(value.Value, figures.Columns[at].Unit));

    // Working time reads in hours and minutes, which no axis has.
    private static bool IsDrawn(Unit unit) => unit is Unit.Count or Unit.Currency or Unit.Ratio or Unit.Days;

    private static double Rounded(double value, Unit unit) => unit switch
    {
        Unit.Ratio => Math.Round(Math.Round(value * 100, 9), 1, MidpointRounding.AwayFromZero),
        Unit.Days => Math.Round(value, 1, MidpointRounding.AwayFromZero),
        Unit.Currency => Math.Round(value, Math.Abs(value) < 10_000 ? 2 : 0, MidpointRounding.AwayFromZero),
        _ => value,
    };

    private static string Caption(Query query, FigureColumn column, Wording wording)
    {
        var say = wording.Say;
        var name = MetricWords.Name(query, say);
        var what = query.GroupBy is [var group, ..] ? say.Phrase("answer.caption", ("metric", name), ("by", DimensionWords.By(group, wording))) : name;
        return column.Unit switch
        {
            Unit.Ratio => say.Text("answer.inPercent", ("what", what)),
            Unit.Minutes => say.Text("answer.inWorkingTime", ("what", what)),
            _ => what.Text,
        };
    }
}
