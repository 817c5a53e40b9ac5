using NodaTime;

namespace TeamsBot.Domain.Questions;

/// <summary>A question, free of language: what <see cref="Metrics"/> and <see cref="Dimensions"/> name, over a period, in one form.</summary>
/// <param name="Metric">The id of a metric. Where records are asked for, the metric that counts them: leads, deals, handoffs, campaigns.</param>
public sealed record Query(string Metric)
{
    public QueryForm Form { get; init; }

    /// <summary>Another way to sum up than the metric's own; null for its own.</summary>
    public Aggregate? Aggregate { get; init; }

    /// <summary>All of them hold. Those that are a <see cref="QueryFilter.IsPart"/> are the part that a share is taken of.</summary>
    public IReadOnlyList<QueryFilter> Filters { get; init; } = [];

    /// <summary>Ids of dimensions, at most two. Of dimensions of time there is at most one, and it stands first.</summary>
    public IReadOnlyList<string> GroupBy { get; init; } = [];

    /// <summary>Null for all time.</summary>
    public Period? Period { get; init; }

    /// <summary>What the figure is compared with; null for no comparison.</summary>
    public Comparison? CompareTo { get; init; }

    /// <summary>By the metric's value; null for the order of labels.</summary>
    public Order? Order { get; init; }

    /// <summary>How many groups or records at the most.</summary>
    public int? Limit { get; init; }

    /// <summary>For a single record what is asked of it, such as owner or endsOn; for a definition the term where it is no metric, such as sal.</summary>
    public string? Field { get; init; }
}

/// <summary>What kind of answer is asked for.</summary>
public enum QueryForm
{
    /// <summary>A number, or numbers by groups.</summary>
    Figure,

    /// <summary>The records themselves.</summary>
    List,

    /// <summary>One record, or one thing about it.</summary>
    Record,

    /// <summary>What a word means and how it is computed.</summary>
    Definition,

    /// <summary>The targets that both teams agreed on.</summary>
    Sla,
}

public enum Aggregate
{
    Average,
    Median,

    /// <summary>The share of a total: of the part filters where there are any, else of each group.</summary>
    Share,
}

public enum Order
{
    Ascending,
    Descending,
}

/// <summary>Keeps the records whose value is among <paramref name="Values"/>, without regard to case.</summary>
/// <param name="Dimension">The id of a dimension, never one of time.</param>
/// <param name="Values">As they are stored; <see cref="Dimensions.None"/> for a missing value.</param>
/// <param name="Exclude">Keeps all others instead, those without a value too.</param>
/// <param name="IsPart">Does not narrow what a share is taken of, but names the part.</param>
public sealed record QueryFilter(string Dimension, IReadOnlyList<string> Values, bool Exclude = false, bool IsPart = false);

/// <summary>Days from <paramref name="From"/> to <paramref name="To"/>, which is excluded, in the organisation's time zone; null on a side leaves it open.</summary>
public sealed record Period(LocalDate? From, LocalDate? To);

/// <summary>The other side of a comparison: another period, or another value in the place of the filter of the same dimension.</summary>
public sealed record Comparison
{
    public Period? Period { get; init; }

    public QueryFilter? Value { get; init; }
}
