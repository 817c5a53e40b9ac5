using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>The figures in one sentence, as long as a person would say it; the whole table stands beside it.</summary>
internal static class AnswerSentence
{
    private const int MostGroups = 3;

    public static string Of(Query query, Figures figures, Wording wording) => query switch
    {
        { Form: QueryForm.List } => List(query, figures, wording),
        { Form: QueryForm.Record } => RecordSentence.Of(query, figures, wording),
        { Form: QueryForm.Sla } => SlaSentence.Of(figures, wording),
        { Metric: Metrics.Funnel, GroupBy: [] } => FunnelSentence.Of(query, figures, wording),
        { CompareTo: not null, GroupBy: [] } => Compared(query, figures, wording),
        { GroupBy: [] } => One(query, figures, wording),
        { GroupBy: [var time] } when Dimensions.IsOfTime(time) && query.CompareTo is null && query.Order is null => Trend(query, figures, wording),
        _ => Groups(query, figures, wording),
    };

    private static string One(Query query, Figures figures, Wording wording)
    {
        var (say, last) = (wording.Say, figures.Columns.Count - 1);
        var cell = figures.Rows is [var row, ..] ? row[last] : null;
        var value = new Phrase(ValueWords.Of(cell, figures.Columns[last].Unit, figures.Currency, wording));
        if (query.Aggregate == Aggregate.Share)
        {
            return Sentence(query, "said.share", "said.shareEver", wording, ("part", FilterWords.Part(query, wording)), ("value", value));
        }

        var isCount = figures.Columns[last].Unit == Unit.Count && query.Aggregate is null && ValueWords.Number(cell) is not null;
        return isCount && MetricWords.Fact(query.Metric, (long)ValueWords.Number(cell)!.Value, say) is { } fact
            ? Sentence(query, "said.fact", "said.factEver", wording, ("fact", fact))
            : Sentence(query, "said.value", "said.valueEver", wording, ("value", value));
    }

    // "Leads: 262 in March 2018, 201 in February 2018, up 30%."
    private static string Compared(Query query, Figures figures, Wording wording)
    {
        var say = wording.Say;
        if (figures.Rows is not [var row, ..] || row.Count < 2)
        {
            return One(query, figures, wording);
        }

        var ofPeriods = query.CompareTo!.Period is not null;
        return say.Text(
            ofPeriods ? "said.compared" : query.Period is null ? "said.comparedValuesEver" : "said.comparedValues",
            ("metric", MetricWords.Name(query, say)),
            ("when", PeriodWords.In(query.Period, say)),
            ("where", FilterWords.Where(ofPeriods ? query : WithoutValue(query), wording)),
            ("first", Cell(figures, row, 0, wording)),
            ("one", Sides(query, say).First),
            ("second", Cell(figures, row, 1, wording)),
            ("other", Sides(query, say).Second),
            ("change", new Phrase(ChangeWords.Of(figures, row, say))));
    }

    /// <summary>What the two sides of a comparison are called.</summary>
    public static (Phrase First, Phrase Second) Sides(Query query, Say say) => query.CompareTo switch
    {
        { Period: { } other } => (PeriodWords.Name(query.Period, say), PeriodWords.Name(other, say)),
        { Value: { } other } => (query.Filters.FirstOrDefault(filter => filter.Dimension == other.Dimension) is { } own
            ? FilterWords.Values(own, say)
            : say.Phrase("said.total"), FilterWords.Values(other, say)),
        _ => throw new ArgumentException("There is nothing to compare.", nameof(query)),
    };

    private static Query WithoutValue(Query query) =>
        query with { Filters = [.. query.Filters.Where(filter => filter.Dimension != query.CompareTo!.Value!.Dimension)] };

    // "Leads by month: February 2018 201, March 2018 262; most in March 2018."
    private static string Trend(Query query, Figures figures, Wording wording)
    {
        if (figures.Rows.Count < 2)
        {
            return Groups(query, figures, wording);
        }

        var top = figures.Rows.MaxBy(row => ValueWords.Number(row[^1]) ?? double.NegativeInfinity)!;
        return Sentence(
            query, "said.trend", "said.trendEver", wording,
            ("by", DimensionWords.By(query.GroupBy[0], wording)),
            ("first", Pair(query, figures, figures.Rows[0], wording)),
            ("last", Pair(query, figures, figures.Rows[^1], wording)),
            ("top", Pair(query, figures, top, wording)));
    }

    // "Leads by source in March 2018: organic search 340, paid search 262, unknown 195 and 7 more."
    private static string Groups(Query query, Figures figures, Wording wording)
    {
        var say = wording.Say;
        var ranked = Ranked(query, figures).ToArray();
        var shown = new Phrase(string.Join(say.Text("list.comma"), ranked.Take(MostGroups).Select(row => Pair(query, figures, row, wording).Text)));
        var more = ranked.Length - MostGroups;
        var by = new Phrase(string.Join(say.Text("list.comma"), query.GroupBy.Select(id => DimensionWords.By(id, wording).Text)));
        return Sentence(
            query, query.Aggregate == Aggregate.Share ? "said.groupShares" : "said.groups", query.Aggregate == Aggregate.Share ? "said.groupSharesEver" : "said.groupsEver", wording,
            ("by", by), ("list", more > 0 ? say.Phrase("said.andMore", ("list", shown), ("n", more)) : shown));
    }

    /// <summary>The first group of a ranking, the greatest otherwise: "organic search (340)".</summary>
    public static Phrase Top(Query query, Figures figures, Wording wording) => Pair(query, figures, Ranked(query, figures).First(), wording);

    /// <summary>The rows as they are shown: groups that no order was asked for stand by their value, those of time as they follow.</summary>
    public static Figures ForEyes(Query query, Figures figures) =>
        query is { Form: QueryForm.Figure, GroupBy: [_] } && !Dimensions.IsOfTime(query.GroupBy[0]) ? figures with { Rows = [.. Ranked(query, figures)] } : figures;

    private static IEnumerable<IReadOnlyList<object?>> Ranked(Query query, Figures figures)
    {
        // A comparison has its first side where others have the one value.
        var at = query.CompareTo is null ? figures.Columns.Count - 1 : query.GroupBy.Count;
        return query.Order switch
        {
            not null => figures.Rows,
            _ => figures.Rows.OrderByDescending(row => ValueWords.Number(row[at]) ?? double.NegativeInfinity),
        };
    }

    private static string List(Query query, Figures figures, Wording wording)
    {
        var total = Math.Max(figures.Records, figures.Rows.Count);
        var fact = MetricWords.Fact(query.Metric, total, wording.Say) ?? wording.Say.Phrase("said.records", ("n", total));
        var sentence = Sentence(query, "said.fact", "said.factEver", wording, ("fact", fact));
        return total > figures.Rows.Count ? wording.Say.Text("said.firstOf", ("sentence", new Phrase(sentence)), ("n", figures.Rows.Count)) : sentence;
    }

    // "paid search 262"; two groups of a row are parted by a slash.
    private static Phrase Pair(Query query, Figures figures, IReadOnlyList<object?> row, Wording wording)
    {
        var name = string.Join(" / ", query.GroupBy.Select((id, index) => ValueWords.Group(row[index], id, wording)));
        var at = query.CompareTo is null ? figures.Columns.Count - 1 : query.GroupBy.Count;
        return wording.Say.Phrase("said.pair", ("name", new Phrase(name)), ("value", Cell(figures, row, at, wording)));
    }

    private static Phrase Cell(Figures figures, IReadOnlyList<object?> row, int at, Wording wording) =>
        new(ValueWords.Of(row[at], figures.Columns[at].Unit, figures.Currency, wording));

    // With its days, or without where it is about all time.
    private static string Sentence(Query query, string dated, string ever, Wording wording, params ReadOnlySpan<(string Name, object? Value)> values) => wording.Say.Text(
        query.Period is null ? ever : dated,
        [
            .. values,
            ("metric", MetricWords.Name(query, wording.Say)),
            ("when", PeriodWords.In(query.Period, wording.Say)),
            ("where", FilterWords.Where(query, wording)),
        ]);
}
