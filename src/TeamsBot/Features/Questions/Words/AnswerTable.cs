using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>The figures as a table of words, the same on a card, in a terminal and in a file.</summary>
internal static class AnswerTable
{
    public static bool IsNumber(FigureColumn column) => column.Unit is not (Unit.Text or Unit.Date);

    public static string[] Headers(Query query, Figures figures, Wording wording)
    {
        var headers = figures.Columns.Select(column => Header(column, query, wording)).ToArray();
        if (query is { CompareTo: not null, Form: QueryForm.Figure } && query.GroupBy.Count + 2 <= headers.Length)
        {
            var (first, second) = AnswerSentence.Sides(query, wording.Say);
            (headers[query.GroupBy.Count], headers[query.GroupBy.Count + 1]) = (first.Text, second.Text);
        }

        return headers;
    }

    // What the cells below leave out.
    private static string Header(FigureColumn column, Query query, Wording wording)
    {
        var header = FieldWords.Header(column, query, wording);
        return query.Form == QueryForm.Figure && column.Unit == Unit.Minutes ? wording.Say.Text("answer.inWorkingTime", ("what", new Phrase(header))) : header;
    }

    public static string[] Cells(Query query, Figures figures, IReadOnlyList<object?> row, Wording wording) =>
        [.. row.Select((_, at) => Cell(query, figures, row, at, wording))];

    /// <summary>A cell in the reader's words and format.</summary>
    public static string Cell(Query query, Figures figures, IReadOnlyList<object?> row, int at, Wording wording)
    {
        if (query.Form == QueryForm.Figure && at < query.GroupBy.Count)
        {
            return ValueWords.Group(row[at], query.GroupBy[at], wording);
        }

        if (query is { Form: QueryForm.Figure, CompareTo: null } && figures.Columns[at].Unit == Unit.Minutes)
        {
            return ValueWords.Short(row[at], Unit.Minutes, null, wording);
        }

        return figures.Columns[at].Name == "change" ? ChangeWords.Signed(row[at], wording.Say) : FieldWords.Cell(figures, row, at, wording);
    }
}
