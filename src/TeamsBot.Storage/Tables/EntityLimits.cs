using System.Buffers;
using System.Text;

namespace TeamsBot.Storage.Tables;

/// <summary>What Azure Table storage takes in one row.</summary>
internal static class EntityLimits
{
    public const int Properties = 252;
    public const int NameLength = 255;
    public const int StringLength = 32 * 1024;
    public const int BinaryLength = 64 * 1024;

    // 1 MiB, less what the Azure engine adds to tell its own write from another's.
    public const int EntityBytes = (1024 * 1024) - 64;

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Characters(0, ' '), '"', '\\', .. Characters('\u007f', '\u00a0'), '\u2028', '\u2029', .. Characters('\ud800', '\ue000')]);

    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Why no table would take this row, or null; adds to <paramref name="sent"/> what it weighs on the wire.</summary>
    public static TableException? Check(TableEntity entity, ref long sent)
    {
        if (entity.Count > Properties)
        {
            return Limits.Invalid($"A row has at most {Properties} properties, not {entity.Count}.");
        }

        // The service's own formula: 4 bytes, the keys in UTF-16, and for each property 8 bytes, its name and its value.
        var bytes = 4 + (2 * (entity.PartitionKey.Length + entity.RowKey.Length));
        foreach (var (name, value) in entity)
        {
            if ((CheckName(name) ?? CheckValue(name, value)) is { } refused)
            {
                return refused;
            }

            bytes += 8 + (2 * name.Length) + Size(value);
            sent += name.Length + 40 + SentSize(value);
        }

        return bytes <= EntityBytes ? null : Limits.Invalid($"The row is {bytes} bytes large; a table takes {EntityBytes}.");
    }

    public static bool IsUnicode(string text)
    {
        var rest = text.AsSpan();
        for (int at; (at = rest.IndexOfAnyInRange('\ud800', '\udfff')) >= 0; rest = rest[(at + 2)..])
        {
            if (at + 1 >= rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<char> Characters(int from, int to) => Enumerable.Range(from, to - from).Select(unit => (char)unit);

    private static TableException? CheckName(string name)
    {
        if (name is "PartitionKey" or "RowKey" or "Timestamp" || name.StartsWith("odata", StringComparison.Ordinal))
        {
            return Limits.Invalid($"'{name}' is the table's own property.");
        }

        if (name.Length is 0 or > NameLength || !(char.IsLetter(name[0]) || name[0] == '_'))
        {
            return Limits.Invalid($"A property's name has 1 to {NameLength} characters and starts with a letter or '_'.");
        }

        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
            {
                return Limits.Invalid($"The property name '{name}' holds something other than letters, digits and '_'.");
            }
        }

        return null;
    }

    private static TableException? CheckValue(string name, object value) => value switch
    {
        string { Length: > StringLength } text =>
            Limits.Invalid($"The text in '{name}' is {text.Length} characters long; a table takes {StringLength}."),
        string text when !IsUnicode(text) => Limits.Invalid($"The text in '{name}' is not well-formed Unicode."),
        byte[] { Length: > BinaryLength } binary =>
            Limits.Invalid($"The binary in '{name}' is {binary.Length} bytes long; a table takes {BinaryLength}."),
        DateTimeOffset at when at < Earliest => Limits.Invalid($"The date in '{name}' is before the year 1601."),
        string or byte[] or DateTimeOffset or bool or int or long or double or Guid => null,
        _ => Limits.Invalid($"'{name}' is a {value.GetType().Name}, which a table does not know."),
    };

    private static int Size(object value) => value switch
    {
        string text => 4 + (2 * text.Length),
        byte[] binary => 4 + binary.Length,
        Guid => 16,
        bool => 1,
        int => 4,
        _ => 8,
    };

    // JSON: text in UTF-8, some characters as six bytes of escape; binary in base 64; the rest with its type beside it.
    private static int SentSize(object value) => value switch
    {
        string text => Encoding.UTF8.GetByteCount(text) + (5 * CountEscaped(text)),
        byte[] binary => (binary.Length / 3 * 4) + 4,
        _ => 40,
    };

    private static int CountEscaped(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (int at; (at = text.IndexOfAny(Escaped)) >= 0; text = text[(at + 1)..])
        {
            count++;
        }

        return count;
    }
}
