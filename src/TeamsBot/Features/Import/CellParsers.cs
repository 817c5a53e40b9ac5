using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Import;

/// <summary>One parser for each kind of value that a field may hold.</summary>
internal static partial class CellParsers
{
    private static readonly string[] IsoPatterns =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mmK",
    ];

    // No table takes an earlier one.
    private static readonly DateTime Earliest = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    // What one property of a row takes, with room for JSON around it.
    private const int MaxText = 32_000;

    public static Cell AnyText(string text, CellFormat format) =>
        text.Length <= MaxText ? Cell.Of(text) : Cell.Wrong($"is {text.Length} characters long; {MaxText} fit");

    /// <summary>A text that becomes a key, or a part of one, of at most so many characters.</summary>
    public static CellParser Key(int longest) => (text, _) =>
    {
        try
        {
            return Keys.Join(text).Length <= longest ? Cell.Of(text) : Cell.Wrong($"'{Short(text)}' is too long: {longest} characters fit");
        }
        catch (TableException tooLong)
        {
            return Cell.Wrong(tooLong.Message);
        }
    };

    /// <summary>A moment; a text without an offset is local time in the format's zone, a day is its first moment.</summary>
    public static Cell Moment(string text, CellFormat format)
    {
        if (!TryDate(text, format, out var date))
        {
            return Cell.Wrong(NotADate(text, format));
        }

        return Cell.Of(date.Kind == DateTimeKind.Utc
            ? Instant.FromDateTimeUtc(date)
            : format.Zone.AtLeniently(LocalDateTime.FromDateTime(date)).ToInstant());
    }

    public static Cell Day(string text, CellFormat format) =>
        TryDate(text, format, out var date) ? Cell.Of(LocalDate.FromDateTime(date)) : Cell.Wrong(NotADate(text, format));

    public static Cell Amount(string text, CellFormat format) =>
        TryNumber(text, format.Culture, out var number) ? Cell.Of(number) : Cell.Wrong($"'{Short(text)}' is not a number{In(format.Culture)}");

    public static Cell Whole(string text, CellFormat format)
    {
        if (!TryNumber(text, format.Culture, out var number))
        {
            return Cell.Wrong($"'{Short(text)}' is not a number{In(format.Culture)}");
        }

        return number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue
            ? Cell.Of((int)number)
            : Cell.Wrong($"'{Short(text)}' is not a whole number that fits");
    }

    /// <summary>One of an enum's names, or of the further words for them; case, blanks, '-' and '_' do not count.</summary>
    public static CellParser OneOf<T>(params (string Word, T Value)[] further)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Select(value => (Word: value.ToString(), Value: value)).Concat(further)
            .ToDictionary(pair => Plain(pair.Word), pair => (object)pair.Value, StringComparer.OrdinalIgnoreCase);
        var names = string.Join(", ", Enum.GetNames<T>());
        return (text, _) => words.TryGetValue(Plain(text), out var value)
            ? Cell.Of(value)
            : Cell.Wrong($"'{Short(text)}' is none of {names}; a value map of the mapping may translate it");
    }

    /// <summary>A year, quarter or month: 2018, 2018-Q1, 2018-03.</summary>
    public static Cell Period(string text, CellFormat format) =>
        PeriodLabel().IsMatch(text) ? Cell.Of(text.ToUpperInvariant()) : Cell.Wrong($"'{Short(text)}' is not a period such as 2018, 2018-Q1 or 2018-03");

    /// <summary>Lines such as "+25 asked for a demo", one below the other or with ';' between them.</summary>
    public static Cell ScoreLines(string text, CellFormat format)
    {
        var lines = new List<ScoreLine>();
        foreach (var line in text.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var end = line.IndexOf(' ', StringComparison.Ordinal);
            if (end < 0 || !int.TryParse(line.AsSpan(0, end), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points))
            {
                return Cell.Wrong($"'{Short(line)}' is not a line of a score, such as '+25 asked for a demo'");
            }

            lines.Add(new ScoreLine(points, line[end..].Trim()));
        }

        return Cell.Of(lines);
    }

    /// <summary>Whether a date pattern gives back the day that it wrote: "yyyy-mm-dd" takes minutes for months and does not.</summary>
    public static bool IsDatePattern(string pattern, CultureInfo culture)
    {
        var probe = new DateTime(2023, 11, 25, 17, 38, 49, DateTimeKind.Utc);
        try
        {
            return DateTime.TryParseExact(probe.ToString(pattern, culture), pattern, culture, DateStyle, out var back) && back.Date == probe.Date;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private const DateTimeStyles DateStyle = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;

    private static bool TryDate(string text, CellFormat format, out DateTime date)
    {
        var known = format.DatePattern is { } pattern
            ? DateTime.TryParseExact(text, pattern, format.Culture, DateStyle, out date)
            : DateTime.TryParseExact(text, IsoPatterns, CultureInfo.InvariantCulture, DateStyle, out date);
        return known && date >= Earliest;
    }

    private static bool TryNumber(string text, CultureInfo culture, out decimal number)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        number = 0;
        var separator = culture.NumberFormat.NumberGroupSeparator;
        if (separator is [var blank] && char.IsWhiteSpace(blank))
        {
            text = text.Replace(' ', blank).Replace('\u00a0', blank).Replace('\u202f', blank);
        }

        return GroupsOfThree(text, separator, culture.NumberFormat.NumberDecimalSeparator)
            && decimal.TryParse(text, style, culture, out number);
    }

    // .NET takes "1,5" for 15 where ',' groups: what looks like a decimal of another culture is no number here.
    private static bool GroupsOfThree(string text, string separator, string point)
    {
        if (separator.Length == 0 || !text.Contains(separator, StringComparison.Ordinal))
        {
            return true;
        }

        var groups = text.Split(point)[0].TrimStart('-', '+').Split(separator);
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3)
            && !text.Split(point).Skip(1).Any(part => part.Contains(separator, StringComparison.Ordinal));
    }

    private static string NotADate(string text, CellFormat format) =>
        $"'{Short(text)}' is not a date{(format.DatePattern is { } pattern ? $" written as {pattern}" : " written as 2018-03-05 or 2018-03-05T17:30:00")}";

    private static string In(CultureInfo culture) => culture.Name.Length == 0 ? "" : $" as {culture.Name} writes them";

    private static string Plain(string word) => word.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex("^[0-9]{4}(-([Qq][1-4]|0[1-9]|1[0-2]))?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PeriodLabel();
}
