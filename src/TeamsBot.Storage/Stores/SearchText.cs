using TeamsBot.Domain.Leads;

namespace TeamsBot.Storage.Stores;

/// <summary>What names are found under, and whether what was typed finds one. Both sides are of <see cref="FoldedWords"/>: what is stored and what is asked.</summary>
internal static class SearchText
{
    /// <summary>
    /// What a text is found under: each of its words, the whole, and for ideographs every ending of the run, so that the
    /// start of a term is any part of a name. Single letters of other scripts are no terms: too many names have them.
    /// </summary>
    public static IEnumerable<(string Term, bool IsWhole)> Terms(string? text)
    {
        var words = FoldedWords.Of(text);
        foreach (var word in words)
        {
            var starts = FoldedWords.IsIdeograph(word.EnumerateRunes().First()) ? word.Length : word.Length > 1 ? 1 : 0;
            for (var start = 0; start < starts; start++)
            {
                if (!char.IsLowSurrogate(word[start]))
                {
                    yield return (Cut(word[start..]), words.Count == 1 && start == 0);
                }
            }
        }

        if (words.Count > 1)
        {
            yield return (Cut(string.Join(' ', words)), true);
        }
    }

    /// <summary>Whether what was typed is the start of a word, or any part of a run of ideographs.</summary>
    public static bool IsPart(string word, string typed) =>
        FoldedWords.IsIdeograph(typed.EnumerateRunes().First()) ? word.Contains(typed, StringComparison.Ordinal) : word.StartsWith(typed, StringComparison.Ordinal);

    /// <summary>Keys have a limit; what two names share in this many characters, they share for a search.</summary>
    public static string Cut(string term) => term.Length <= MaxTerm ? term : term[..(char.IsHighSurrogate(term[MaxTerm - 1]) ? MaxTerm - 1 : MaxTerm)];

    private const int MaxTerm = 48;
}
