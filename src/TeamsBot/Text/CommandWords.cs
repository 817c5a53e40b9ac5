using System.Globalization;

namespace TeamsBot.Text;

/// <summary>The ways to say one command, from the text files of all languages, longest first.</summary>
internal sealed class CommandWords(string key)
{
    private readonly string[] words =
    [
        .. Languages.All
            .SelectMany(language => Say.In(language).Text(key).Split('|'))
            .Select(FoldedText.Of)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(word => word.Length),
    ];

    /// <summary>Without the punctuation around it.</summary>
    public static string Bare(string folded) => folded.Trim().Trim('.', '!', '?', ',', ';', ':', '/', '"', '\'', '-', '~').Trim();

    public bool Contains(string folded) => words.Contains(folded);

    /// <summary>What follows the command at the start of the text, in its original spelling; null when the text begins otherwise.</summary>
    public string? Rest(FoldedText text)
    {
        var start = text.Text.Length - text.Text.TrimStart('/', ' ', '"', '“').Length;
        foreach (var word in words)
        {
            var end = start + word.Length;
            if (string.CompareOrdinal(text.Text, start, word, 0, word.Length) == 0 && EndsWord(text.Text, end))
            {
                return text.OriginalFrom(end).Trim().TrimStart(':', '：', ',', '،', '，').TrimEnd('!', '！', '。').Trim();
            }
        }

        return null;
    }

    // Chinese puts no space between words; elsewhere a letter that follows makes it another word.
    private static bool EndsWord(string text, int end) =>
        end >= text.Length || !char.IsLetterOrDigit(text[end]) || IsChinese(text[end - 1]) || IsChinese(text[end]);

    private static bool IsChinese(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter && c >= '\u2E80';
}
