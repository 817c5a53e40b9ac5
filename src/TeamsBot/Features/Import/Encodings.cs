using System.Text;

namespace TeamsBot.Features.Import;

/// <summary>Encodings by name. Bytes that are no text of the encoding become <see cref="Undecodable"/>, so that the row is refused and not guessed.</summary>
internal static class Encodings
{
    /// <summary>A code that Unicode keeps free of characters: no text holds it.</summary>
    public const char Undecodable = '\uffff';

    public static IReadOnlyList<string> WellKnown { get; } =
        ["utf-8", "utf-16", "utf-16BE", "utf-32", "latin1", "iso-8859-1", "iso-8859-2", "iso-8859-6", "windows-1250", "windows-1252", "windows-1256", "gb18030", "gb2312", "big5", "us-ascii"];

    public static Encoding Utf8 { get; } = Find("utf-8")!;

    /// <summary>Null when there is none of this name.</summary>
    public static Encoding? Find(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        name = name.StartsWith("cp", StringComparison.OrdinalIgnoreCase) ? "windows-" + name[2..] : name;
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Undecodable.ToString()));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The encoding that a byte order mark at the start names, and the mark's length; the given one when there is no mark.</summary>
    public static (Encoding Encoding, int MarkLength) Detect(ReadOnlySpan<byte> start, Encoding otherwise) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Find("utf-32")!, 4),
        [0xFF, 0xFE, ..] => (Find("utf-16")!, 2),
        [0xFE, 0xFF, ..] => (Find("utf-16BE")!, 2),
        _ => (otherwise, 0),
    };
}
