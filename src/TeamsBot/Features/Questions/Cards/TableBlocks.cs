using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>The figures as a table on a card, a page of it, with a chart after it.</summary>
internal static class TableBlocks
{
    /// <summary>Rows that a card shows.</summary>
    public const int MostRows = 12;

    private const int MostColumns = 4;
    private const int LongestCell = 40;

    public static IEnumerable<AdaptiveElement> Of(Query query, Figures asked, Wording wording)
    {
        var figures = AnswerSentence.ForEyes(query, asked);
        var columns = Math.Min(figures.Columns.Count, MostColumns);
        yield return new AdaptiveTable
        {
            Columns = [.. figures.Columns.Take(columns).Select(column => new AdaptiveTableColumnDefinition(AdaptiveWidth.Weight(Weight(column, columns))))],
            ShowGridLines = false,
            Spacing = AdaptiveSpacing.Medium,
            Rows =
            [
                Row(figures, AnswerTable.Headers(query, figures, wording), columns, wording.Say, isHeader: true),
                .. figures.Rows.Take(MostRows).Select(row => Row(figures, AnswerTable.Cells(query, figures, row, wording), columns, wording.Say)),
            ],
        };
        if (figures.Rows.Count > MostRows)
        {
            yield return Anatomy.Note(wording.Say.Text("answer.more", ("count", figures.Rows.Count - MostRows)));
        }

        foreach (var chart in ChartBlocks.OfGroups(query, figures, MostRows, wording))
        {
            yield return chart;
        }
    }

    // So that amounts and working time stay on one line of the narrowest card.
    private static int Weight(FigureColumn column, int columns) => column.Unit switch
    {
        Unit.Text or Unit.Date => columns == 2 ? 7 : 5,
        Unit.Currency or Unit.Minutes when columns == 2 => 6,
        _ => columns == MostColumns && column.Name != "change" ? 4 : 3,
    };

    private static AdaptiveTableRow Row(Figures figures, string[] cells, int columns, Say say, bool isHeader = false) => new()
    {
        Cells = [.. cells.Take(columns).Select((cell, at) => new AdaptiveTableCell { Items = [Text(LeadWords.Cut(cell, LongestCell), isHeader, AnswerTable.IsNumber(figures.Columns[at]), say)] })],
    };

    // From right to left a name would touch a number that stands on the right: it is in the middle there.
    private static AdaptiveTextBlock Text(string text, bool isHeader, bool isNumber, Say say) => new(CardText.Plain(text))
    {
        Size = isHeader ? AdaptiveTextSize.Small : AdaptiveTextSize.Default,
        IsSubtle = isHeader,
        HorizontalAlignment = !isNumber ? null : say.IsRightToLeft ? AdaptiveHorizontalAlignment.Center : AdaptiveHorizontalAlignment.Right,
    };
}
