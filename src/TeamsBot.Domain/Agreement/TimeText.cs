using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace TeamsBot.Domain.Agreement;

/// <summary>Times of the day from one to another: "09:00-17:00". They are minutes since midnight, 24:00 being 1440.</summary>
internal static partial class TimeText
{
    public const int EndOfDay = 24 * 60;

    /// <summary>From a start before 24:00; null after a fault was noted.</summary>
    public static (int From, int To)? Read(AgreementNode node, string text)
    {
        if (Pattern().Match(text) is { Success: true } match
            && Minutes(match.Groups["from"].Value) is { } from and < EndOfDay
            && Minutes(match.Groups["to"].Value) is { } to)
        {
            if (from != to)
            {
                return (from, to);
            }

            node.Fault(AgreementFaultKind.EndNotAfterStart, text);
            return null;
        }

        node.Fault(AgreementFaultKind.NotATime, text);
        return null;
    }

    public static string Write(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As the end of a stretch: midnight is the end of the day.</summary>
    public static string WriteEnd(LocalTime time) => time == LocalTime.Midnight ? "24:00" : Write(time);

    public static LocalTime At(int minutes) => LocalTime.Midnight.PlusMinutes(minutes);

    /// <summary>The minutes of "9:00", "09:00" or "24:00"; null when it is no such time.</summary>
    public static int? Minutes(string text)
    {
        var parts = text.Split(':');
        if (parts.Length != 2 || parts[1].Length != 2 || !TryDigits(parts[0], out var hours) || !TryDigits(parts[1], out var minutes))
        {
            return null;
        }

        return minutes < 60 && (hours < 24 || (hours == 24 && minutes == 0)) ? (hours * 60) + minutes : null;
    }

    private static bool TryDigits(string text, out int value)
    {
        value = 0;
        return text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    // A hyphen, or one of the dashes that word processors make of it.
    [GeneratedRegex(@"^(?<from>[0-9:]+) *[-–—] *(?<to>[0-9:]+)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
