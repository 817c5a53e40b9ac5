using System.Globalization;

namespace TeamsBot.Domain.Questions;

/// <summary>What somebody typed, cut into words. A Chinese character is a word of its own.</summary>
internal sealed class Sentence
{
    /// <summary>No question needs more; what is longer is not one.</summary>
    public const int MostLetters = 600;

    /// <summary>Chinese characters and marks count, too.</summary>
    public const int MostWords = 160;

    // What Polish hangs on foreign names and on initials.
    private static readonly string[] s_endings = ["a", "ach", "ami", "ą", "e", "ego", "em", "emu", "ę", "i", "ie", "om", "owi", "ów", "u", "y", "ym"];

    private Sentence(string raw, IReadOnlyList<Token> tokens)
    {
        Raw = raw;
        Tokens = tokens;
    }

    public string Raw { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public static Sentence Of(string raw)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < raw.Length;)
        {
            var end = EndOfToken(raw, at);
            var after = EndOfEnding(raw, at, end);
            if (Token.Of(raw, at, end) is { } token)
            {
                tokens.Add(token with { End = after });
            }

            at = after;
        }

        return new(raw, tokens);
    }

    /// <summary>As typed, from one word to another, which is excluded.</summary>
    public string Text(int from, int to) => Raw[Tokens[from].Start..Tokens[to - 1].End];

    private static int EndOfToken(string raw, int at)
    {
        var kind = Token.KindOf(raw[at]);
        var end = at + 1;
        if (kind is TokenKind.Han or TokenKind.Mark)
        {
            return end;
        }

        while (end < raw.Length && Continues(kind, raw[end]) && Token.IsArabic(raw[end]) == Token.IsArabic(raw[at]))
        {
            end++;
        }

        return kind == TokenKind.Space ? end : EndOfId(raw, at, end);
    }

    // "Zane'a Levy'ego", "MQL-ów": the ending is of the word and says nothing.
    private static int EndOfEnding(string raw, int at, int end)
    {
        var isHung = end < raw.Length && (raw[end] is '\'' or '’' || (raw[end] == '-' && end - at > 1 && raw[at..end].All(char.IsUpper)));
        if (!isHung || Token.KindOf(raw[at]) != TokenKind.Word)
        {
            return end;
        }

        var to = end + 1;
        while (to < raw.Length && Token.KindOf(raw[to]) is TokenKind.Word or TokenKind.Number)
        {
            to++;
        }

        return s_endings.Contains(raw[(end + 1)..to]) ? to : end;
    }

    private static bool Continues(TokenKind kind, char next) =>
        Token.KindOf(next) == kind || (kind != TokenKind.Space && CharUnicodeInfo.GetUnicodeCategory(next) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);

    // Letters and digits part ("Q1", "GTK500"), but an id such as a hexadecimal number stays whole.
    private static int EndOfId(string raw, int at, int end)
    {
        var whole = end;
        while (whole < raw.Length && Token.KindOf(raw[whole]) is TokenKind.Word or TokenKind.Number)
        {
            whole++;
        }

        return whole - at >= 12 && raw[at..whole].Any(char.IsAsciiDigit) ? whole : end;
    }
}

internal enum TokenKind
{
    Word,
    Number,
    Han,
    Mark,
    Space,
}

/// <summary>One word, number or punctuation mark.</summary>
/// <param name="Text">Folded.</param>
internal sealed record Token(string Text, TokenKind Kind, int Start, int End, bool IsCapital)
{
    /// <summary>How much of a sentence it is: a Chinese character is half a word.</summary>
    public int Weight => Kind switch { TokenKind.Han => 1, TokenKind.Mark => 0, _ => 2 };

    public static Token? Of(string raw, int start, int end)
    {
        var kind = KindOf(raw[start]);
        var folded = kind == TokenKind.Space ? "" : Folding.Fold(raw[start..end]);
        if (folded is "-" or "–" && start > 0 && end < raw.Length && char.IsWhiteSpace(raw[start - 1]) && char.IsWhiteSpace(raw[end]))
        {
            folded = "—"; // A dash between words parts them; a hyphen does not.
        }

        return folded.Length == 0 ? null : new(folded, kind, start, end, char.IsUpper(raw[start]));
    }

    /// <summary>Arabic writes "and" and the like together with a name in other letters.</summary>
    public static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u06FF';

    public static TokenKind KindOf(char letter) => letter switch
    {
        _ when char.IsWhiteSpace(letter) || letter == '_' || char.IsControl(letter) => TokenKind.Space,
        '%' or '％' or '٪' or '#' or '№' or '$' or '€' or '£' or '¥' or '￥' => TokenKind.Word,
        >= '\u3400' and <= '\u9FFF' => TokenKind.Han,
        _ when char.IsDigit(letter) => TokenKind.Number,
        _ when char.IsLetter(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || letter == '\u0640' => TokenKind.Word,
        _ => TokenKind.Mark,
    };
}
