using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace TeamsBot.Domain.Agreement;

/// <summary>Lengths of time as people write them: "30m", "2h", "1h30m", "90 min".</summary>
internal static partial class DurationText
{
    private static readonly Duration Longest = Duration.FromHours(1000);

    /// <summary>From a minute to a thousand hours; null after a fault was noted.</summary>
    public static Duration? Read(AgreementNode? node)
    {
        if (node?.Text() is not { } text)
        {
            return null;
        }

        if (Pattern().Match(text) is not { Success: true } match)
        {
            node.Fault(AgreementFaultKind.NotADuration, text);
            return null;
        }

        var length = Duration.FromHours(Number(match.Groups["hours"])) + Duration.FromMinutes(Number(match.Groups["minutes"]));
        if (length >= Duration.FromMinutes(1) && length <= Longest)
        {
            return length;
        }

        node.Fault(AgreementFaultKind.OutOfRange, text, "1m..1000h");
        return null;
    }

    public static string Write(Duration length)
    {
        var (hours, minutes) = ((long)length.TotalMinutes / 60, (long)length.TotalMinutes % 60);
        return (hours, minutes) switch
        {
            (0, _) => $"{minutes}m",
            (_, 0) => $"{hours}h",
            _ => $"{hours}h{minutes}m",
        };
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?=[0-9])((?<hours>[0-9]{1,6}) *(h|hours?))? *((?<minutes>[0-9]{1,6}) *(m|min|minutes?))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
