namespace TeamsBot.Domain.Questions;

/// <summary>A way to write something: words one after another.</summary>
internal sealed record Form(IReadOnlyList<FormWord> Words, Meaning Meaning)
{
    private const int MostWays = 4000;

    /// <summary>The forms of a line of a lexicon. Alternatives in Chinese are written out, since each character is a word there.</summary>
    public static IEnumerable<Form> Of(string text, Meaning meaning) =>
        WrittenOut(text).Select(way => new Form([.. Cut(way).Select(FormWord.Of)], meaning)).Where(form => form.Words.Count > 0);

    private static IEnumerable<string> WrittenOut(string text)
    {
        string[] chunks = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<string> ways = [""];
        foreach (var chunk in chunks)
        {
            string[] alternatives = HasHan(chunk) ? chunk.Split('|') : [chunk];
            ways = [.. ways.SelectMany(way => alternatives.Select(alternative => way + " " + alternative))];
            if (ways.Count > MostWays)
            {
                throw new FormatException($"\"{text}\" can be written in too many ways.");
            }
        }

        return ways;
    }

    private static bool HasHan(string chunk) => chunk.Any(letter => Token.KindOf(letter) == TokenKind.Han);

    private static IEnumerable<string> Cut(string text)
    {
        foreach (var chunk in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (chunk.Contains('|', StringComparison.Ordinal) || chunk.EndsWith('*'))
            {
                yield return chunk;
                continue;
            }

            foreach (var token in Sentence.Of(chunk).Tokens.Where(token => token.Kind != TokenKind.Mark))
            {
                yield return token.Text;
            }
        }
    }
}

/// <summary>One word of a form: any of some spellings, each whole or a stem.</summary>
internal sealed record FormWord(IReadOnlyList<Spelling> Spellings)
{
    public static FormWord Of(string chunk) => new([.. chunk.Split('|').Select(Spelling.Of)]);
}

/// <param name="Text">Folded.</param>
/// <param name="IsStem">An ending of up to six letters may follow.</param>
internal readonly record struct Spelling(string Text, bool IsStem)
{
    private const int LongestEnding = 6;

    public static Spelling Of(string text) => text.EndsWith('*') ? new(Folding.Fold(text[..^1]), true) : new(Folding.Fold(text), false);

    public bool Fits(string word) =>
        IsStem ? word.StartsWith(Text, StringComparison.Ordinal) && word.Length - Text.Length <= LongestEnding : word == Text;
}
