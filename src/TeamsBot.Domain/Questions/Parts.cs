using NodaTime;

namespace TeamsBot.Domain.Questions;

/// <summary>What a sentence says besides its metric, read once and marked in the draft.</summary>
internal sealed record Parts(Grouping Grouping, ValueChoice Choice, IReadOnlyList<NamedValue> Values, IReadOnlyList<NamedPeriod> Periods)
{
    private static readonly string[] s_comparing = ["compare", "versus", "more", "difference"];

    public bool IsComparing { get; private init; }

    /// <summary>"May and June" that follow each other are one period unless they are compared.</summary>
    public bool IsUnion { get; private init; }

    public bool IsShare { get; private init; }

    public bool IsTrend { get; private init; }

    /// <summary>What is said takes the place of something: "East instead of West".</summary>
    public bool IsReplacing { get; private init; }

    /// <summary>A number that stands alone: "make it 10".</summary>
    public int? Count { get; private init; }

    public bool IsList { get; private init; }

    /// <summary>With the period before, or with the same a year ago.</summary>
    public bool WithPrevious { get; private init; }

    /// <summary>What is compared where no period is named: "week over week".</summary>
    public string PreviousUnit { get; private init; } = "month";

    /// <summary>"The month before", which alone moves the period.</summary>
    public bool IsEarlier { get; private init; }

    public bool WithYearAgo { get; private init; }

    public Aggregate? Aggregate { get; private init; }

    public static Parts Read(Draft draft, Func<string, bool> supports)
    {
        var isUnion = draft.Periods.Count == 2 && draft.Pieces.Skip(draft.Periods[0].To).Take(draft.Periods[1].From - draft.Periods[0].To).Any(piece => piece.Op("and"));
        isUnion |= draft.Periods.Count == 2 && draft.Sentence.Tokens[draft.Pieces[draft.Periods[1].From].From].Text[0] == 'و';
        var isComparing = s_comparing.Any(draft.Has) || (draft.Has("or") && (IsWhichAsked(draft) || draft.Has("who") || draft.Has("top") || draft.Has("bottom"))) || IsPair(draft);
        var grouping = Grouping.Read(draft, supports);
        var choice = ValueChoice.Read(draft, supports);
        List<NamedValue> values = [.. choice.Values, .. UnknownNames.Read(draft, supports)];
        values.Sort((a, b) => a.At.CompareTo(b.At));
        return new(grouping, choice, Exclusion.Mark(draft, values), draft.Periods)
        {
            IsComparing = isComparing,
            IsUnion = isUnion && !isComparing,
            IsReplacing = draft.Has("instead") || draft.Has("insteadof"),
            IsShare = draft.FindWord("share") >= 0,
            IsTrend = draft.Has("trend"),
            Count = grouping.Limit is null ? Ranking.Number(draft) : null,
            IsList = draft.Has("list"),
            WithPrevious = draft.Has("previous") || draft.Has("earlier") || draft.Has("previous:week") || draft.Has("previous:quarter"),
            PreviousUnit = draft.Has("previous:week") ? "week" : draft.Has("previous:quarter") ? "quarter" : "month",
            IsEarlier = draft.Has("earlier"),
            WithYearAgo = draft.Has("yearago"),
            Aggregate = draft.FindWord("median") >= 0 ? Questions.Aggregate.Median : draft.FindWord("average") >= 0 ? Questions.Aggregate.Average : null,
        };
    }

    // Not "the deals which Anna or Boris won".
    private static bool IsWhichAsked(Draft draft) => draft.Find("which") is var which and >= 0 && !(which > 0 && draft.Pieces[which - 1].Is(Kind.Word));

    // "email a social", "maj a czerwiec": a word that sets two of a kind against each other.
    private static bool IsPair(Draft draft) => draft.Find("pair") is var pair and > 0 && pair + 1 < draft.Pieces.Count
        && ((draft.Pieces[pair - 1].Is(Kind.Value) && draft.Pieces[pair + 1].Is(Kind.Value)) || (draft.IsInPeriod(pair - 1) && draft.IsInPeriod(pair + 1)));

    /// <summary>Whether it changes anything in the question before.</summary>
    public bool IsEmpty => Count is null && Grouping.Dimensions.Count == 0 && Grouping.Order is null && Values.Count == 0 && Periods.Count == 0
        && !IsShare && !IsTrend && !WithPrevious && !WithYearAgo && Aggregate is null;

    /// <summary>The filters that the values make, one a dimension and side.</summary>
    public IReadOnlyList<QueryFilter> Filters => ToFilters(Values);

    /// <summary>The period, with two that follow each other as one; and the one that it is compared with.</summary>
    public (Period? Period, Period? Other) Span(LocalDate today)
    {
        if (Periods.Count == 0)
        {
            return WithPrevious || WithYearAgo ? Against(RelativePeriods.Around(today, PreviousUnit, 0)) : (null, null);
        }

        if (Periods.Count == 1)
        {
            return Against(Periods[0].Period);
        }

        var (first, second) = (Periods[0].Period, Periods[1].IsPrevious ? RelativePeriods.Before(Periods[0].Period) ?? Periods[1].Period : Periods[1].Period);
        return first == second ? IsComparing ? (first, WithYearAgo ? RelativePeriods.YearBefore(first) : RelativePeriods.Before(first)) : Against(first)
            : IsUnion && first.To == second.From ? (new(first.From, second.To), null)
            : IsUnion && second.To == first.From ? (new(second.From, first.To), null)
            : (first, second);
    }

    /// <summary>The same with another reading of one value.</summary>
    public Parts With(NamedValue open) =>
        this with { Values = [.. Values.Select(value => value.At == open.At ? open with { IsExcluded = value.IsExcluded } : value)] };

    private static IReadOnlyList<QueryFilter> ToFilters(IEnumerable<NamedValue> values) =>
        [.. values.GroupBy(value => (value.Dimension, value.IsExcluded)).Select(group => new QueryFilter(group.Key.Dimension, [.. group.Select(value => value.Value).Distinct(StringComparer.OrdinalIgnoreCase)], group.Key.IsExcluded))];

    private (Period? Period, Period? Other) Against(Period period) =>
        (period, WithYearAgo ? RelativePeriods.YearBefore(period) : WithPrevious ? RelativePeriods.Before(period) : null);
}
