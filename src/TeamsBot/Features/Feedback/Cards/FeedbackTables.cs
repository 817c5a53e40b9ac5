using TeamsBot.Domain.Feedback;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Feedback.Cards;

/// <summary>The figures of a campaign as tables of three columns, which a phone has room for: what, now, before.</summary>
internal static class FeedbackTables
{
    private const int MostRows = 6;

    public static IEnumerable<AdaptiveElement> Of(FeedbackView view)
    {
        var (say, of) = (view.Say, view.Of);
        return
        [
            .. Table(view, say.Text("feedback.answers"), Answers(view)),
            .. Counted(view, say.Text("feedback.reasons"), FeedbackSentences.Reasons(of, say)),
            .. Counted(view, say.Text("feedback.objections"), FeedbackSentences.Objections(of, say)),
            .. Counted(view, say.Text("feedback.content"), FeedbackSentences.Content(of, say)),
        ];
    }

    private static IReadOnlyList<(string What, string Now, string Before)> Answers(FeedbackView view)
    {
        var (say, now, before) = (view.Say, view.Of.Now, view.Of.Before);
        return
        [
            Row("feedback.handed", now.Handed, before.Handed),
            Row("feedback.accepted", now.Accepted, before.Accepted),
            Row("feedback.rejected", now.Rejected, before.Rejected),
            (say.Text("feedback.rate"), Share(now), Share(before)),
        ];

        (string, string, string) Row(string key, int count, int earlier) => (say.Text(key), say.Number(count), FeedbackSentences.Before(earlier, view.Span, say));

        string Share(FeedbackFigures figures) => figures.AcceptanceRate is { } rate ? say.Percent(rate) : say.Text("feedback.noRate");
    }

    private static IEnumerable<AdaptiveElement> Counted(FeedbackView view, string header, IReadOnlyList<CountedLine> lines) => lines.Count == 0 ? [] : Table(
        view, header, [.. lines.Select(line => (line.What, view.Say.Number(line.Now), FeedbackSentences.Before(line.Before, view.Span, view.Say)))]);

    private static IEnumerable<AdaptiveElement> Table(FeedbackView view, string header, IReadOnlyList<(string What, string Now, string Before)> rows)
    {
        var say = view.Say;
        yield return new AdaptiveTable
        {
            Columns = [new(AdaptiveWidth.Weight(5)), new(AdaptiveWidth.Weight(2)), new(AdaptiveWidth.Weight(3))],
            ShowGridLines = false,
            Spacing = AdaptiveSpacing.Medium,
            Rows =
            [
                Row(say, [header, say.Text("feedback.now"), say.Text("feedback.before")], isHeader: true),
                .. rows.Take(MostRows).Select(row => Row(say, [row.What, row.Now, row.Before])),
            ],
        };
        if (rows.Count > MostRows)
        {
            yield return Anatomy.Note(say.Text("feedback.more", ("count", rows.Count - MostRows)));
        }
    }

    // Units stand below units. From right to left the name would touch a number that stands on the right: it is in the middle there.
    private static AdaptiveTableRow Row(Say say, IReadOnlyList<string> cells, bool isHeader = false) => new()
    {
        Cells = [.. cells.Select((cell, column) => new AdaptiveTableCell { Items = [Text(cell, isHeader, column == 0 ? null : say.IsRightToLeft ? AdaptiveHorizontalAlignment.Center : AdaptiveHorizontalAlignment.Right)] })],
    };

    private static AdaptiveTextBlock Text(string text, bool isHeader, AdaptiveHorizontalAlignment? alignment) => new(CardText.Plain(text))
    {
        Size = isHeader ? AdaptiveTextSize.Small : AdaptiveTextSize.Default,
        IsSubtle = isHeader,
        HorizontalAlignment = alignment,
    };
}
