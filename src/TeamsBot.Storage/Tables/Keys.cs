using System.Buffers;
using System.Globalization;
using System.Text;
using NodaTime;

namespace TeamsBot.Storage.Tables;

/// <summary>
/// Partition and row keys, built and taken apart in one place. A key is its parts joined with '|'; a character that a
/// table forbids, or that would be read as our own syntax, becomes '~' and the four hexadecimal digits of its UTF-16 unit.
/// </summary>
/// <remarks>
/// Parts of plain ASCII keep their ordinal order; so do several parts one after another as long as those before the
/// difference have the same length (which is what <see cref="Number"/> and <see cref="Ticks"/> are for).
/// </remarks>
public static class Keys
{
    private const char Separator = '|';
    private const char Escape = '~';
    private const int EscapedLength = 5;

    // Azure forbids / \ # ? and control characters; % and + are allowed and yet come back changed through some proxies.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"$&'()*,-.0123456789:;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{}");

    /// <summary>One key of one or more parts; <see cref="Split"/> gives back exactly these parts.</summary>
    /// <exception cref="TableException"><see cref="TableError.Invalid"/> when the key is longer than a table takes.</exception>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        if (parts.IsEmpty)
        {
            throw new ArgumentException("A key has at least one part.", nameof(parts));
        }

        var key = parts.Length == 1 && !parts[0].AsSpan().ContainsAnyExcept(Plain) ? parts[0] : JoinEscaped(parts);
        return key.Length <= Limits.KeyLength ? key : throw TooLong(key.Length);
    }

    /// <summary>Whether these parts make a key that a table takes: what was sent from outside may be of any length.</summary>
    public static bool Fits(params ReadOnlySpan<string> parts) => JoinEscaped(parts).Length <= Limits.KeyLength;

    /// <summary>The parts that <see cref="Join"/> was given.</summary>
    /// <exception cref="FormatException">when the key was not made by <see cref="Join"/>.</exception>
    public static string[] Split(string key)
    {
        var parts = key.Split(Separator);
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Unescape(parts[i]);
        }

        return parts;
    }

    /// <summary>A count or sequence number of four digits, 0 to 9999, so that text order is number order.</summary>
    public static string Number(int value) => value is >= 0 and <= 9999
        ? value.ToString("D4", CultureInfo.InvariantCulture)
        : throw new TableException(TableError.Invalid, $"The number {value} does not fit a key: 0 to 9999 do.");

    /// <summary>A moment as 19 digits of ticks (100 ns since year 1, UTC), so that text order is time order.</summary>
    public static string Ticks(Instant at) => at.ToDateTimeUtc().Ticks.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>As <see cref="Ticks"/>, latest first.</summary>
    public static string TicksLatestFirst(Instant at) =>
        (DateTime.MaxValue.Ticks - at.ToDateTimeUtc().Ticks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The moment that <see cref="Ticks"/> wrote.</summary>
    public static Instant ParseTicks(string part) =>
        Instant.FromDateTimeUtc(new DateTime(long.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture), DateTimeKind.Utc));

    private static string JoinEscaped(ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder();
        Append(key, parts[0]);
        foreach (var part in parts[1..])
        {
            key.Append(Separator);
            Append(key, part);
        }

        return key.ToString();
    }

    private static void Append(StringBuilder key, string part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if (char.IsSurrogatePair(part, i))
            {
                key.Append(part, i++, 2);
            }
            else if (Allowed(part[i]))
            {
                key.Append(part[i]);
            }
            else
            {
                key.Append(Escape).Append(((int)part[i]).ToString("x4", CultureInfo.InvariantCulture));
            }
        }
    }

    private static bool Allowed(char c) =>
        c < '\u00a0' ? Plain.Contains(c) : !char.IsSurrogate(c) && c < '\ufffe';

    private static string Unescape(string part)
    {
        var at = part.IndexOf(Escape, StringComparison.Ordinal);
        if (at < 0)
        {
            return part;
        }

        var text = new StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != Escape)
            {
                text.Append(part[i]);
                continue;
            }

            text.Append(Unescape(part.AsSpan(i)));
            i += EscapedLength - 1;
        }

        return text.ToString();
    }

    private static char Unescape(ReadOnlySpan<char> escaped) =>
        escaped.Length >= EscapedLength
        && ushort.TryParse(escaped[1..EscapedLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : throw new FormatException("The key holds an escape that is not one of ours.");

    private static TableException TooLong(int length) => new(
        TableError.Invalid,
        $"An id or name used as a key is too long: {length} characters, where {Limits.KeyLength} fit. Characters such as / # ? % + | count as {EscapedLength}.");
}
