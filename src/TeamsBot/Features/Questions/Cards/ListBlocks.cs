using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>Records, each with its name and below it what is known of it: facts of any number fit on the narrowest card, where a table's columns do not.</summary>
internal static class ListBlocks
{
    private const int MostRecords = 12;
    private const int LongestCell = 60;

    public static IEnumerable<AdaptiveElement> Of(Figures figures, Wording wording)
    {
        foreach (var row in figures.Rows.Take(MostRecords))
        {
            yield return Anatomy.Name(LeadWords.Cut(RecordSentence.Title(figures, row, wording), LongestCell)) with { Spacing = AdaptiveSpacing.Medium };
            if (Anatomy.Dotted(Facts(figures, row, wording)) is { Length: > 0 } facts)
            {
                yield return Anatomy.Note(facts, AdaptiveSpacing.None);
            }
        }

        var more = Math.Max(figures.Rows.Count, figures.Records) - MostRecords;
        if (more > 0)
        {
            yield return Anatomy.Note(wording.Say.Text("answer.more", ("count", more)), AdaptiveSpacing.Medium);
        }
    }

    // Names speak for themselves; dates and numbers say what they are.
    private static IEnumerable<string> Facts(Figures figures, IReadOnlyList<object?> row, Wording wording)
    {
        for (var at = 0; at < row.Count; at++)
        {
            if (at == RecordSentence.TitleColumn(figures, row) || row[at] is null or "")
            {
                continue;
            }

            var cell = LeadWords.Cut(FieldWords.Cell(figures, row, at, wording), LongestCell);
            yield return figures.Columns[at].Unit == Unit.Text
                ? cell
                : wording.Say.Text("said.field", ("field", new Phrase(FieldWords.Of(figures.Columns[at].Name, wording))), ("value", new Phrase(cell)));
        }
    }
}
