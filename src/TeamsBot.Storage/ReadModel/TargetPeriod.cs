using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using TeamsBot.Domain.Questions;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Reads the label of a target's period: 2018, 2018-Q1 or 2018-03.</summary>
internal static partial class TargetPeriod
{
    /// <summary>Null when the label is none of them.</summary>
    public static (LocalDate? From, LocalDate? To)? Read(string label)
    {
        if (Label().Match(label.Trim()) is not { Success: true } parts)
        {
            return null;
        }

        var year = Number(parts.Groups["year"]);
        var (unit, month) = parts.Groups["quarter"].Success ? ("quarter", (3 * Number(parts.Groups["quarter"])) - 2)
            : parts.Groups["month"].Success ? ("month", Number(parts.Groups["month"]))
            : ("year", 1);
        if (year < 1 || month is < 1 or > 12)
        {
            return null;
        }

        var from = new LocalDate(year, month, 1);
        return (from, CalendarUnits.Next(unit, from));
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<year>[0-9]{4})(-Q(?<quarter>[1-4])|-(?<month>[0-9]{2}))?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
