namespace TeamsBot.Testing.Infra;

/// <summary>Bicep as far as brackets, strings and the entries of an object go.</summary>
internal static class BicepText
{
    private const string Open = "{[(";
    private const string Close = "}])";

    /// <summary>The same text, as long as before, with blanks for what comments and strings say; the quotation marks stay.</summary>
    public static string WithoutWords(string text)
    {
        var bare = text.ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '\'' ? StringEnd(text, i) : IsComment(text, i) ? text.IndexOf('\n', i) - 1 : i;
            for (var blank = text[i] == '\'' ? i + 1 : i; end > i && blank < (text[i] == '\'' ? end : end + 1); blank++)
            {
                bare[blank] = ' ';
            }

            i = Math.Max(i, end);
        }

        return new(bare);
    }

    /// <summary>What is wrong with the brackets; null when each is closed by its own kind.</summary>
    public static string? BracketFault(string bare)
    {
        var open = new Stack<char>();
        foreach (var (index, c) in bare.Index())
        {
            if (Open.Contains(c, StringComparison.Ordinal))
            {
                open.Push(c);
            }
            else if (Close.IndexOf(c, StringComparison.Ordinal) is >= 0 and var kind && (!open.TryPop(out var opened) || opened != Open[kind]))
            {
                return $"'{c}' in line {bare.AsSpan(0, index).Count('\n') + 1} closes nothing";
            }
        }

        return open.Count > 0 ? $"'{open.Peek()}' is never closed" : null;
    }

    /// <summary>The entries of the object that opens at this place: each key, and where its value begins and ends.</summary>
    public static IEnumerable<(string Key, int From, int To)> Entries(string bare, string text, int open)
    {
        var start = open + 1;
        foreach (var end in Ends(bare, open))
        {
            if (bare.IndexOf(':', start, end - start) is > 0 and var colon)
            {
                yield return (text[start..colon].Trim().Trim('\''), colon + 1, end);
            }

            start = end + 1;
        }
    }

    // Where the entries of an object end: at a comma, a new line or its own end, outside of what it holds.
    private static IEnumerable<int> Ends(string bare, int open)
    {
        var depth = 0;
        for (var i = open; ; i++)
        {
            depth += Open.Contains(bare[i], StringComparison.Ordinal) ? 1 : Close.Contains(bare[i], StringComparison.Ordinal) ? -1 : 0;
            if (depth == 0 || (depth == 1 && bare[i] is ',' or '\n'))
            {
                yield return i;
            }

            if (depth == 0)
            {
                yield break;
            }
        }
    }

    private static bool IsComment(string text, int i) => text[i] == '/' && i + 1 < text.Length && text[i + 1] == '/';

    // A string may hold an expression, and that a string again.
    private static int StringEnd(string text, int start)
    {
        for (var i = start + 1; i < text.Length && text[i] != '\n'; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '\'':
                    return i;
                case '$' when text[i + 1] == '{':
                    i = ExpressionEnd(text, i + 1);
                    break;
            }
        }

        throw new FormatException($"The string in line {text.AsSpan(0, start).Count('\n') + 1} has no end.");
    }

    private static int ExpressionEnd(string text, int open)
    {
        for (var (i, depth) = (open, 0); i < text.Length; i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }

            i = text[i] == '\'' ? StringEnd(text, i) : i;
        }

        throw new FormatException($"The expression in line {text.AsSpan(0, open).Count('\n') + 1} has no end.");
    }
}
