using System.Buffers;
using System.Text;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// Keeps text of one direction from turning text of the other around (Unicode annex 9). Isolates hold their content together; embeddings
/// and overrides (U+202A to U+202E) reach past it and are never kept.
/// </summary>
public static class Bidi
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    private static readonly SearchValues<char> Controls =
        SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>A name, number or time that may stand in a sentence of the other direction. Controls of its own are left out.</summary>
    public static string Isolate(string text) => $"{FirstStrongIsolate}{Strip(text)}{PopIsolate}";

    /// <summary>The text without the characters that change direction.</summary>
    public static string Strip(string text)
    {
        if (text.AsSpan().IndexOfAny(Controls) < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Controls.Contains(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    /// <summary>
    /// The text with its isolates, but unable to affect what stands beside it: an isolate left open is closed, a stray end and every
    /// embedding or override is left out.
    /// </summary>
    public static string Contain(string text)
    {
        if (text.AsSpan().IndexOfAny(Controls) < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var open = 0;
        foreach (var c in text)
        {
            var keep = c switch
            {
                PopIsolate => open-- > 0,
                >= '\u2066' and <= FirstStrongIsolate => ++open > 0,
                _ => !Controls.Contains(c),
            };
            open = Math.Max(open, 0);
            if (keep)
            {
                kept.Append(c);
            }
        }

        return kept.Append(PopIsolate, open).ToString();
    }
}
