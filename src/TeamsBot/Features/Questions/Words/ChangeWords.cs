using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>A relative change in words.</summary>
internal static class ChangeWords
{
    private const double Nothing = 0.0005;

    /// <summary>The change of a row of a comparison, its last cell.</summary>
    public static string Of(Figures figures, IReadOnlyList<object?> row, Say say) =>
        Of(figures.Columns[^1].Name == "change" ? ValueWords.Number(row[^1]) : null, say);

    /// <summary>In a table: "+12%", "−3.5%"; "–" where there was nothing before.</summary>
    public static string Signed(object? cell, Say say) => ValueWords.Number(cell) is not { } change || !double.IsFinite(change) ? "–"
        : Math.Abs(change) <= Nothing ? say.Percent(0, 1)
        : say.Text(change > 0 ? "change.plus" : "change.minus", ("percent", new Phrase(say.Percent(Math.Abs(change), 1))));

    /// <summary>"up 12%", "down 3.5%", "no change"; where there was nothing before, that no change can be given.</summary>
    public static string Of(double? change, Say say) => change switch
    {
        { } known when !double.IsFinite(known) => say.Text("change.unknown"),
        null => say.Text("change.unknown"),
        > Nothing => say.Text("change.up", ("percent", new Phrase(say.Percent(change.Value, 1)))),
        < -Nothing => say.Text("change.down", ("percent", new Phrase(say.Percent(-change.Value, 1)))),
        _ => say.Text("change.none"),
    };
}
