using System.Buffers;
using System.Text;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// Escapes text for the markdown of cards, which clients read as CommonMark: a backslash takes the meaning from any ASCII punctuation.
/// Escapes no more than needed, so that names read well where a client shows the markdown as it is.
/// </summary>
internal static class CardMarkdown
{
    // Braces, because clients expand {{DATE(...)}} and {{TIME(...)}}. '<', '>' and '&' against tags, mentions, autolinks and entities.
    // '!' because it makes an image of a link that follows it.
    private static readonly SearchValues<char> AlwaysActive = SearchValues.Create("\\`*_[]{}<>&!~|");

    // Headings, lists, rules and tables, which only begin a line. ':' can begin the second line of a table.
    private static readonly SearchValues<char> ActiveAtStart = SearchValues.Create("#-+=:");

    /// <summary>One line of markdown that shows <paramref name="text"/> wherever it is put, at the start of a line or inside it.</summary>
    public static string Escape(string text)
    {
        var line = SingleLine(Bidi.Contain(text));
        var start = ActiveStart(line);
        if (start < 0 && line.AsSpan().IndexOfAny(AlwaysActive) < 0)
        {
            return line;
        }

        var markdown = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            if (i == start || AlwaysActive.Contains(line[i]))
            {
                markdown.Append('\\');
            }

            markdown.Append(line[i]);
        }

        return markdown.ToString();
    }

    /// <summary>The address with what could end it or its brackets percent-encoded.</summary>
    public static string EscapeUrl(Uri url)
    {
        var escaped = new StringBuilder(url.AbsoluteUri.Length);
        foreach (var c in url.AbsoluteUri)
        {
            if (c is '(' or ')' or '[' or ']' or '<' or '>' or '\\' or '*' or '_' or '`' or '"' or '{' or '}' or '|' or '~' or '!' || char.IsWhiteSpace(c) || char.IsControl(c))
            {
                escaped.Append(Uri.HexEscape(c));
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.Replace("&", "\\&").ToString();
    }

    /// <summary>The index of the character that would begin a heading, rule, table or list, or -1.</summary>
    private static int ActiveStart(string line)
    {
        var i = line.StartsWith(' ') ? 1 : 0;
        if (i < line.Length && ActiveAtStart.Contains(line[i]))
        {
            return BeginsWord(line, i + 1) ? -1 : i;
        }

        while (i < line.Length && char.IsAsciiDigit(line[i]))
        {
            i++;
        }

        return i < line.Length && line[i] is '.' or ')' && !BeginsWord(line, i + 1) ? i : -1;
    }

    // "+34", "1.5" and "=x" begin no block; "+ 34" and "1. x" do, and so may what ends here and goes on in the next piece of text.
    private static bool BeginsWord(string line, int i) => i < line.Length && char.IsLetterOrDigit(line[i]);

    /// <summary>What would make a value that follows part of an address, a link or a tag; null if nothing.</summary>
    public static string? RefusedBeforeValue(ReadOnlySpan<char> literal)
    {
        var address = literal.LastIndexOf("](");
        var backslashes = literal.Length - literal.TrimEnd('\\').Length;
        return address >= 0 && !literal[address..].Contains(')') ? "inside the address of a link"
            : literal is [.., ']'] ? "after a closing bracket"
            : literal is [.., '<'] || literal.EndsWith("<at>") ? "inside a tag"
            : backslashes % 2 == 1 ? "after a backslash"
            : null;
    }

    /// <summary>Line breaks and indents are markdown too, so every run of white space becomes one space. No-break spaces stay.</summary>
    public static string SingleLine(string text)
    {
        if (!NeedsFolding(text))
        {
            return text;
        }

        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsBreaking(c))
            {
                line.Append(c);
            }
            else if (line.Length == 0 || line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }

    private static bool NeedsFolding(string text)
    {
        var afterSpace = false;
        foreach (var c in text)
        {
            if (IsBreaking(c) && (c != ' ' || afterSpace))
            {
                return true;
            }

            afterSpace = c == ' ';
        }

        return false;
    }

    private static bool IsBreaking(char c) => c == ' ' || char.IsControl(c) || c is '\u2028' or '\u2029';
}
