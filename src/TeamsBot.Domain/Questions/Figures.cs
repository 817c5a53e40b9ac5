namespace TeamsBot.Domain.Questions;

/// <summary>What the records say to a query: a table.</summary>
/// <param name="Columns">Groups first, then the metric. A comparison has a metric column for each side, in the order asked, then <c>change</c> (relative).</param>
/// <param name="Rows">A cell is a string, a double or null: no value.</param>
public sealed record Figures(IReadOnlyList<FigureColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>How many records the figures rest on; none makes an answer empty.</summary>
    public long Records { get; init; }

    /// <summary>ISO 4217 code of amounts, where all are in one; else null.</summary>
    public string? Currency { get; init; }
}

/// <param name="Name">The id of the dimension or metric; a comparison's sides are named by their period or value.</param>
public sealed record FigureColumn(string Name, Unit Unit);
