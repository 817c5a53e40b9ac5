using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Questions;

/// <summary>Dates written in figures: 2018-03-05, 5.03.2018, 3/5/2018, 2018-03, 2018-W09, 2018-Q1, 2018.03, '18.</summary>
internal static class DateTexts
{
    private static readonly Regex s_pattern = new(
        @"(?:19|20)[0-9]{2}-[Ww][0-9]{2}|(?:19|20)[0-9]{2}-[Qq][1-4]|(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}|[0-9]{1,2}[-./][0-9]{1,2}[-./](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[-./][0-9]{1,2}|[0-9]{1,2}[./](?:19|20)[0-9]{2}|['’][0-9]{2}",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>By the place of their first letter: the granule and where its text ends.</summary>
    public static IReadOnlyDictionary<int, (Granule Granule, int End)> Find(string raw, Language language)
    {
        var found = new Dictionary<int, (Granule, int)>();
        foreach (var match in s_pattern.EnumerateMatches(raw))
        {
            if (!StandsAlone(raw, match.Index, match.Index + match.Length))
            {
                continue;
            }

            var text = raw.Substring(match.Index, match.Length);
            if (Read(text, language) is { } granule && granule.Resolve(new LocalDate(2000, 1, 1)) is not null)
            {
                found[match.Index] = (granule, match.Index + match.Length);
            }
        }

        return found;
    }

    // Not a part of a longer number or id.
    private static bool StandsAlone(string raw, int from, int to) =>
        (from == 0 || !(char.IsAsciiLetterOrDigit(raw[from - 1]) || ".,/-".Contains(raw[from - 1], StringComparison.Ordinal))) && (to == raw.Length || !char.IsAsciiDigit(raw[to]));

    private static Granule? Read(string text, Language language)
    {
        if (text.Length == 3)
        {
            return new("year", 2000 + Int(text[1..]));
        }

        string[] parts = [.. text.Split('-', '.', '/', ' ').Where(part => part.Length > 0)];
        if (parts.Length == 2)
        {
            return parts[1][0] is 'W' or 'w' ? new("week", Int(parts[0]), Int(parts[1][1..]))
                : parts[1][0] is 'Q' or 'q' ? new("quarter", Int(parts[0]), Int(parts[1][1..]))
                : new("month", Int(parts[parts[0].Length == 4 ? 0 : 1]), Int(parts[parts[0].Length == 4 ? 1 : 0]));
        }

        if (parts[0].Length == 4)
        {
            return new("day", Int(parts[0]), Int(parts[1]), Int(parts[2]));
        }

        var monthFirst = language == Language.English && text.Contains('/', StringComparison.Ordinal) && Int(parts[0]) <= 12;
        return monthFirst ? new("day", Int(parts[2]), Int(parts[0]), Int(parts[1])) : new("day", Int(parts[2]), Int(parts[1]), Int(parts[0]));
    }

    private static int Int(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
