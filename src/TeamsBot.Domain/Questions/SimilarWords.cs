namespace TeamsBot.Domain.Questions;

/// <summary>Finds out how many words of a text resemble words of a sentence: the same, with the same beginning, or with a slip in them.</summary>
internal sealed class SimilarWords(string sentence)
{
    private const int Shortest = 2;
    private const int Beginning = 4;

    private readonly string[] said = Words(sentence);

    public int CountIn(string text) => Words(text).Count(word => said.Any(other => AreSimilar(other, word)));

    private static bool AreSimilar(string said, string word) =>
        said == word || BeginAlike(said, word) || Typos.Nearest(said, [new Spelling(word, IsStem: false)]) is not null;

    private static bool BeginAlike(string said, string word) =>
        said.Length >= Beginning && word.Length >= Beginning && said.AsSpan(0, Beginning).SequenceEqual(word.AsSpan(0, Beginning));

    // Of Chinese each two characters that stand together.
    private static string[] Words(string text)
    {
        var tokens = Sentence.Of(text).Tokens;
        var words = tokens.Where(token => token.Kind is TokenKind.Word or TokenKind.Number && token.Text.Length >= Shortest).Select(token => token.Text);
        var pairs = tokens.Zip(tokens.Skip(1)).Where(pair => pair is { First.Kind: TokenKind.Han, Second.Kind: TokenKind.Han }).Select(pair => pair.First.Text + pair.Second.Text);
        return [.. words.Concat(pairs).Distinct(StringComparer.Ordinal)];
    }
}
