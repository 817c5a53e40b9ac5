using NodaTime;
using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>An answer with what its card shows beside it.</summary>
/// <param name="Question">As it was asked in words; null for a button's.</param>
public sealed record AnswerView(QuestionAnswer Answer, Wording Wording, string? Question = null)
{
    /// <summary>The same of the periods before; null where it says nothing.</summary>
    public Recent? Recent { get; init; }

    /// <summary>The funnel of the time before; null for all other answers, and where there is none.</summary>
    public Figures? Before { get; init; }

    /// <summary>On the organisation's calendar.</summary>
    public LocalDate Today { get; init; }

    /// <summary>The figures hold all that happened until then.</summary>
    public Instant UpTo { get; init; } = Instant.MaxValue;

    public Say Say => Wording.Say;
}

/// <summary>
/// An answer as a card: what it is about, the result, a table and a chart where there are several numbers, how the question was
/// understood, and what may be asked next.
/// </summary>
public static class AnswerCard
{
    private const int LongestFilter = 40;

    // More letters take two lines of the narrowest card.
    private const int LongestLarge = 16;

    // Changes that are younger are of the moment in which it was asked.
    private static readonly Duration s_seconds = Duration.FromSeconds(10);

    /// <summary>Says beside the answer when the figures are not of this moment.</summary>
    public static AdaptiveCard Render(AnswerView view)
    {
        var card = Fresh(view);
        return view.Answer.Figures is null || view.Wording.Moments.Now - view.UpTo <= s_seconds
            ? card
            : card with { Body = [.. card.Body, Anatomy.Note(view.Say.Text("answer.upTo", ("time", view.Wording.Moments.At(view.UpTo))))] };
    }

    private static AdaptiveCard Fresh(AnswerView view) => view.Answer switch
    {
        { Outcome: QuestionOutcome.Clarify } => ClarifyCard.Render(view),
        { Outcome: QuestionOutcome.OutOfScope or QuestionOutcome.Denied } => RefusalCard.Render(view),
        { Outcome: QuestionOutcome.Empty } => EmptyCard.Render(view),
        { Query.Form: QueryForm.Definition } => DefinitionCard.Render(view.Answer.Query, back: null, view.Wording),
        { Query: { Metric: Metrics.Funnel, GroupBy: [], Form: QueryForm.Figure } } => FunnelCard.Render(view),
        { Query: not null, Figures: not null } => Figures(view, view.Answer.Query, view.Answer.Figures),
        _ => RefusalCard.Render(view),
    };

    private static AdaptiveCard Figures(AnswerView view, Query query, Figures figures)
    {
        var say = view.Say;
        var state = StateOf(query, view.Wording);
        var isNumber = query.Form == QueryForm.Figure && query.GroupBy.Count == 0;
        var headline = Headline(query, figures, view.Wording);
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            Anatomy.Title(headline) with { Size = isNumber && headline.Length <= LongestLarge ? AdaptiveTextSize.ExtraLarge : AdaptiveTextSize.Large },
            .. Beside(view, query, figures),
            .. query.Form == QueryForm.Record ? RecordFacts.Of(query, figures, view.Wording) : [],
            .. query.Form == QueryForm.List ? ListBlocks.Of(figures, view.Wording) : [],
            .. isNumber || query.Form is QueryForm.Record or QueryForm.List ? [] : TableBlocks.Of(query, figures, view.Wording),
            query.Form == QueryForm.Sla ? null : Anatomy.Note(ReadAs(view.Answer, say), AdaptiveSpacing.Medium),
        ];
        var summary = LeadWords.Cut(view.Answer.Text, 95);
        return Anatomy.Card(say, summary, view.Answer.Text, body, [.. AnswerButtons.Of(view.Answer, view.Wording)]);
    }

    /// <summary>"Revenue won by region · Q3 2026 · paid search": with all that narrows the number, for it is read before anything else.</summary>
    public static string StateOf(Query query, Wording wording) => query switch
    {
        { Form: QueryForm.Sla } => wording.Say.Text("button.agreement"),
        { Form: QueryForm.Record } => MetricWords.Name(query, wording.Say).Text,
        _ => Anatomy.Dotted([Subject(query, wording).Text, PeriodWords.Name(query.Period, wording.Say).Text, .. Narrowed(query, wording)]),
    };

    // "Leads by month, by source", "Leads, share".
    private static Phrase Subject(Query query, Wording wording)
    {
        var say = wording.Say;
        var name = MetricWords.Name(query, say);
        var by = string.Join(say.Text("list.comma"), query.GroupBy.Select(id => DimensionWords.By(id, wording).Text));
        var grouped = by.Length == 0 ? name : say.Phrase("answer.caption", ("metric", name), ("by", new Phrase(by)));
        return query.Aggregate == Aggregate.Share ? say.Phrase("restate.share", ("metric", grouped)) : grouped;
    }

    private static IEnumerable<string> Narrowed(Query query, Wording wording) => query.Filters
        .Where(filter => !filter.IsPart && filter.Dimension != query.CompareTo?.Value?.Dimension)
        .Select(filter => LeadWords.Cut(filter.Exclude ? FilterWords.Of(filter, wording).Text : FilterWords.Values(filter, wording.Say).Text, LongestFilter));

    /// <summary>The result in a few words.</summary>
    private static string Headline(Query query, Figures figures, Wording wording) => query switch
    {
        { Form: QueryForm.Sla } => wording.Say.Text("answer.slaTitle"),
        { Form: QueryForm.Record } when figures.Rows.Count == 1 => RecordSentence.Title(figures, figures.Rows[0], wording),
        { Form: QueryForm.List or QueryForm.Record } => wording.Say.Text("said.records", ("n", Math.Max(figures.Records, figures.Rows.Count))),
        { CompareTo.Period: not null, GroupBy: [] } => ValueWords.Of(figures.Rows[0][0], figures.Columns[0].Unit, figures.Currency, wording),
        { CompareTo: not null, GroupBy: [] } => Ahead(query, figures, wording),
        { GroupBy: [] } => ValueWords.Of(figures.Rows[0][^1], figures.Columns[^1].Unit, figures.Currency, wording),
        _ => wording.Say.Text(query.Order == Order.Ascending ? "answer.lowest" : "answer.highest", ("pair", AnswerSentence.Top(query, figures, wording))),
    };

    // Of two values the greater one.
    private static string Ahead(Query query, Figures figures, Wording wording)
    {
        var (first, second) = AnswerSentence.Sides(query, wording.Say);
        var (one, other) = (ValueWords.Number(figures.Rows[0][0]) ?? 0, ValueWords.Number(figures.Rows[0][1]) ?? 0);
        var at = other > one ? 1 : 0;
        var pair = wording.Say.Phrase(
            "said.pair",
            ("name", at == 0 ? first : second),
            ("value", new Phrase(ValueWords.Of(figures.Rows[0][at], figures.Columns[at].Unit, figures.Currency, wording))));
        return one == other ? pair.Text : wording.Say.Text("answer.highest", ("pair", pair));
    }

    // What makes a single number mean something.
    private static IEnumerable<AdaptiveElement?> Beside(AnswerView view, Query query, Figures figures)
    {
        if (query is { CompareTo: not null, GroupBy: [] })
        {
            var against = query.CompareTo.Period is { } other
                ? Against(figures.Rows[0][0], figures.Rows[0][1], PeriodWords.Name(other, view.Say), figures.Columns[0].Unit, figures.Currency, view.Wording)
                : null;
            return [against is null ? null : Anatomy.Text(against, AdaptiveSpacing.None), .. ChartBlocks.OfSides(query, figures, view.Wording)];
        }

        if (query is { Form: QueryForm.Figure, Aggregate: Aggregate.Share, GroupBy: [] })
        {
            return [Anatomy.Text(FilterWords.Part(query, view.Wording).Text, AdaptiveSpacing.None)];
        }

        if (view.Recent is not { } recent)
        {
            return [];
        }

        var change = query.Period!.To <= view.Today.PlusDays(1) ? ChangeOf(recent, view.Wording) : null;
        return [change is null ? null : Anatomy.Text(change, AdaptiveSpacing.None), .. ChartBlocks.OfRecent(recent, view.Wording)];
    }

    private static string? ChangeOf(Recent recent, Wording wording)
    {
        var rows = recent.Figures.Rows;
        var period = PeriodWords.Label(recent.Query.GroupBy[0], rows[^2][0] as string ?? "", wording.Say);
        return Against(rows[^1][^1], rows[^2][^1], period, recent.Figures.Columns[^1].Unit, recent.Figures.Currency, wording);
    }

    // "Up 12% on Q2 2026 (€1.64 M)"; a difference of ratios is not one of a ratio, so both are only shown.
    private static string? Against(object? value, object? other, Phrase period, Unit unit, string? currency, Wording wording)
    {
        if (ValueWords.Number(value) is not { } now || ValueWords.Number(other) is not { } was)
        {
            return null;
        }

        var before = new Phrase(ValueWords.Short(was, unit, currency, wording));
        return unit == Unit.Ratio || was == 0
            ? wording.Say.Text("answer.before", ("value", before), ("period", period))
            : wording.Say.Text("answer.change", ("change", new Phrase(Capital(ChangeWords.Of((now - was) / Math.Abs(was), wording.Say)))), ("period", period), ("value", before));
    }

    /// <summary>"Read as: leads created March 2018, by source."</summary>
    internal static string ReadAs(QuestionAnswer answer, Say say) =>
        say.Text(answer.IsProposed ? "answer.readByModel" : "answer.readAs", ("restatement", new Phrase(answer.Restatement ?? "")));

    /// <summary>With a capital at the start, where the language has them.</summary>
    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
