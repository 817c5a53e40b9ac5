using System.Globalization;

namespace TeamsBot.Domain.Matching;

/// <summary>A phone number as it is dialled: +48 22 123 45 67, 0048221234567 and (22) 123-45-67 are one.</summary>
/// <param name="Digits">With the country's code where <paramref name="IsInternational"/>, else as far as written, without the zero before the area.</param>
internal sealed record PhoneNumber(string Digits, bool IsInternational)
{
    private const int Shortest = 7;
    private const int Longest = 15;

    /// <summary>So many digits at the end tell a number from most others.</summary>
    private const int TailLength = 8;

    /// <summary>What all ways to write it share.</summary>
    public string Tail => Digits.Length > TailLength ? Digits[^TailLength..] : Digits;

    /// <summary>Null for what is no number, or one that is written where there is none.</summary>
    public static PhoneNumber? Of(string? phone)
    {
        var text = WithoutExtension((phone ?? "").Trim().Replace("(0)", "", StringComparison.Ordinal));
        var digits = string.Concat(text.Where(char.IsDigit).Select(digit => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(digit))));
        var isInternational = text.StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal);
        digits = digits.TrimStart('0');
        return digits.Length is >= Shortest and <= Longest && !IsMadeUp(digits) ? new(digits, isInternational) : null;
    }

    public bool IsSame(PhoneNumber other)
    {
        if (IsInternational == other.IsInternational)
        {
            return Digits == other.Digits;
        }

        var (whole, local) = IsInternational ? (this, other) : (other, this);
        return whole.Digits.EndsWith(local.Digits, StringComparison.Ordinal) || whole.Digits.EndsWith(local.WithoutTrunk, StringComparison.Ordinal);
    }

    /// <summary>One digit wrong or two exchanged.</summary>
    public bool IsSimilar(PhoneNumber other)
    {
        var length = Math.Min(Digits.Length, other.Digits.Length);
        var (a, b) = (Digits[^length..], other.Digits[^length..]);
        int[] wrong = [.. Enumerable.Range(0, length).Where(at => a[at] != b[at])];
        return Math.Abs(Digits.Length - other.Digits.Length) <= 4
            && (wrong.Length <= 1 || (wrong is [var one, var next] && next == one + 1 && a[one] == b[next] && a[next] == b[one]));
    }

    // An 8 before the area is what a 0 is elsewhere.
    private string WithoutTrunk => Digits.Length == 11 && Digits[0] == '8' ? Digits[1..] : Digits;

    // "ext. 12", "x12", "wew. 12"
    private static string WithoutExtension(string text)
    {
        var letter = text.AsSpan().IndexOfAnyInRange('A', 'z');
        return letter > 0 && text[..letter].Any(char.IsDigit) ? text[..letter] : text;
    }

    private static bool IsMadeUp(string digits) => digits.Distinct().Count() <= 2 || digits.EndsWith("1234567", StringComparison.Ordinal) || digits.StartsWith("1234567", StringComparison.Ordinal);
}
