using System.Globalization;
using System.Text.RegularExpressions;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Text;

/// <summary>
/// Lengths of time and working hours as people type them, in any language whatever the reader's own, put into the words of
/// the agreement's document. What it does not know stays as it was typed, so that the document's reader finds the fault.
/// </summary>
internal static partial class TypedTime
{
    private static readonly CommandWords Hours = new("typed.hours");
    private static readonly CommandWords Minutes = new("typed.minutes");
    private static readonly CommandWords TwoHours = new("typed.twoHours");
    private static readonly CommandWords TwoMinutes = new("typed.twoMinutes");
    private static readonly CommandWords And = new("typed.and");
    private static readonly CommandWords Always = new("typed.always");

    private static readonly (CommandWords Words, string Day)[] Days =
    [
        (new("typed.monday"), "mon"), (new("typed.tuesday"), "tue"), (new("typed.wednesday"), "wed"), (new("typed.thursday"), "thu"),
        (new("typed.friday"), "fri"), (new("typed.saturday"), "sat"), (new("typed.sunday"), "sun"),
    ];

    /// <summary>"2 godz. 30 min" as "2h30m".</summary>
    public static string? Duration(string? typed)
    {
        // A fraction would become another number without its point.
        if (typed is null || Fraction().IsMatch(typed))
        {
            return typed;
        }

        var parts = NumberOrWord().Matches(Plain(typed)).Select(match => match.Value switch
        {
            var number when char.IsAsciiDigit(number[0]) => number,
            var word => Unit(CommandWords.Bare(FoldedText.Of(word))),
        });
        var text = string.Concat(parts);
        return text.Contains('?', StringComparison.Ordinal) ? typed : text;
    }

    /// <summary>Days with their hours from "Mon–Thu 9:00–12:00, 13–17; Fri 9:00–15:00", in order; null for "always".</summary>
    public static IReadOnlyList<(string Days, string Hours)>? Week(string? typed)
    {
        var text = Plain(typed ?? "");
        if (Always.Contains(CommandWords.Bare(FoldedText.Of(text))))
        {
            return null;
        }

        var read = new List<(string Days, string Hours)>();
        var waiting = new List<string>();
        foreach (var part in Separator().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var start = part.IndexOfAny([.. "0123456789"]);
            var (days, hours) = start < 0 ? (part, "") : (part[..start].Trim(' ', ':'), Clock(part[start..]));
            if (days.Length == 0 && waiting.Count == 0 && read.Count > 0)
            {
                read[^1] = (read[^1].Days, $"{read[^1].Hours}, {hours}");
                continue;
            }

            waiting.AddRange(days.Length == 0 ? [] : [DaysOf(days)]);
            if (hours.Length > 0)
            {
                read.Add((string.Join(", ", waiting), hours));
                waiting.Clear();
            }
        }

        // Days without hours: that is what stands where the hours should.
        return waiting.Count == 0 ? read : [.. read, (string.Join(", ", waiting), string.Join(", ", waiting))];
    }

    /// <summary>Lines that are not empty.</summary>
    public static IReadOnlyList<string> Lines(string? typed) =>
        Plain(typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // Without marks of direction, with one kind of digits.
    private static string Plain(string typed) => string.Concat(Bidi.Strip(typed).Replace("\r", "", StringComparison.Ordinal)
        .Where(c => c is not ('\u200e' or '\u200f' or '\u061c'))
        .Select(c => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c));

    private static string Unit(string word) => word switch
    {
        _ when Hours.Contains(word) => "h",
        _ when Minutes.Contains(word) => "m",
        _ when TwoHours.Contains(word) => "2h",
        _ when TwoMinutes.Contains(word) => "2m",
        _ when And.Contains(word) => "",
        _ => "?",
    };

    private static string DaysOf(string typed)
    {
        var ends = DayRange().Split(typed).Select(end => (End: end, Word: CommandWords.Bare(FoldedText.Of(end))))
            .Select(end => Days.FirstOrDefault(day => day.Words.Contains(end.Word)).Day ?? end.End.Trim());
        return string.Join("-", ends);
    }

    // "9-17" and "9.00–17.00" are clock times too.
    private static string Clock(string hours) => FullHour().Replace(DottedTime().Replace(hours.Replace('：', ':'), "${h}:${m}"), "${h}:00");

    [GeneratedRegex(@"[0-9][.,][0-9]", RegexOptions.None, 1000)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"[0-9]+|[^0-9\s.,]+", RegexOptions.None, 1000)]
    private static partial Regex NumberOrWord();

    [GeneratedRegex(@"[,;،؛，；、\n]", RegexOptions.None, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s*[-–—~～至到]\s*|\s+(?:to|do|إلى|الى)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayRange();

    [GeneratedRegex(@"(?<![0-9:.])(?<h>[0-9]{1,2})\.(?<m>[0-9]{2})(?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DottedTime();

    [GeneratedRegex("(?<![0-9:.])(?<h>[0-9]{1,2})(?![0-9:.])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FullHour();
}
