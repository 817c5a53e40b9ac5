using System.Globalization;
using System.Text;
using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Features.Questions;

/// <summary>An answer as a terminal shows it: how it was understood, the sentence, and the table with its columns aligned.</summary>
public static class AnswerPrint
{
    private const string Gap = "  ";

    public static string Of(QuestionAnswer answer, Wording wording)
    {
        var text = new StringBuilder();
        if (answer.Restatement is { } restatement)
        {
            text.AppendLine(Plain(restatement));
        }

        text.Append(Plain(answer.Text));
        foreach (var choice in answer.Choices)
        {
            text.AppendLine().Append("- ").Append(Plain(choice.Restatement));
        }

        // One number is in the sentence already.
        if (answer is { Query: { } query, Figures: { } figures } && (figures.Rows.Count > 1 || figures.Columns.Count > 2))
        {
            text.AppendLine().AppendLine();
            text.AppendJoin('\n', Lines(query, figures, wording));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(Query query, Figures figures, Wording wording)
    {
        string[][] rows = [AnswerTable.Headers(query, figures, wording), .. figures.Rows.Select(row => AnswerTable.Cells(query, figures, row, wording))];
        rows = [.. rows.Select(row => row.Select(Plain).ToArray())];
        var widths = Enumerable.Range(0, figures.Columns.Count).Select(at => rows.Max(row => Width(row[at]))).ToArray();
        return rows.Select(row => string.Join(Gap, row.Select((cell, at) => Padded(cell, widths[at], AnswerTable.IsNumber(figures.Columns[at])))).TrimEnd());
    }

    private static string Padded(string cell, int width, bool right)
    {
        var space = new string(' ', width - Width(cell));
        return right ? space + cell : cell + space;
    }

    // Marks of direction have no width, and terminals know them badly.
    private static string Plain(string text) => Bidi.Strip(text).Replace("\u2060", "", StringComparison.Ordinal).Replace('\u00a0', ' ');

    // East Asian characters take two columns.
    private static int Width(string text) => text.EnumerateRunes().Sum(rune => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.EnclosingMark => 0,
        _ => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) ? 2 : 1,
    });
}
