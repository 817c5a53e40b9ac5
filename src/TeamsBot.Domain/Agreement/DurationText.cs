using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace TeamsBot.Domain.Agreement;

/// <summary>Lengths of time as people write them: "30m", "2h", "1h30m", "90 min", "45s".</summary>
internal static partial class DurationText
{
    private static readonly Duration Longest = Duration.FromHours(1000);

    /// <summary>From a second to a thousand hours; null after a fault was noted.</summary>
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

        var length = Duration.FromHours(Number(match.Groups["hours"])) + Duration.FromMinutes(Number(match.Groups["minutes"])) + Duration.FromSeconds(Number(match.Groups["seconds"]));
        if (length >= Duration.FromSeconds(1) && length <= Longest)
        {
            return length;
        }

        node.Fault(AgreementFaultKind.OutOfRange, text, "1s..1000h");
        return null;
    }

    public static string Write(Duration length)
    {
        var (hours, minutes, seconds) = ((long)length.TotalHours, length.Minutes, length.Seconds);
        return string.Concat(
            hours > 0 ? $"{hours}h" : "",
            minutes > 0 ? $"{minutes}m" : "",
            seconds > 0 ? $"{seconds}s" : "");
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?=[0-9])((?<hours>[0-9]{1,6}) *(h|hours?))? *((?<minutes>[0-9]{1,6}) *(m|min|minutes?))? *((?<seconds>[0-9]{1,6}) *(s|sec|seconds?))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
