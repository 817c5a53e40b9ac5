using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>A single record: what was asked of it first, then all else that is known. Several of one name stand in a table.</summary>
internal static class RecordFacts
{
    private const int MostFacts = 14;

    public static IEnumerable<AdaptiveElement> Of(Query query, Figures figures, Wording wording)
    {
        if (figures.Rows is not [var row])
        {
            return TableBlocks.Of(query, figures, wording);
        }

        var order = Enumerable.Range(0, figures.Columns.Count).OrderByDescending(at => string.Equals(figures.Columns[at].Name, query.Field, StringComparison.OrdinalIgnoreCase));
        var facts = order.Where(at => at != RecordSentence.TitleColumn(figures, row) && row[at] is not null and not "")
            .Select(at => Anatomy.Fact(FieldWords.Header(figures.Columns[at], query, wording), FieldWords.Cell(figures, row, at, wording)));
        return Anatomy.Facts(facts.Take(MostFacts)) is { } shown ? [shown] : [];
    }
}
