using System.Globalization;
using System.Text;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// Names as people search for them: without case, diacritics, Arabic vowel signs and letter variants, full-width forms
/// and punctuation. Both sides go through here, what is stored and what is asked.
/// </summary>
internal static class SearchText
{
    /// <summary>
    /// The words of a text, in order. A run of ideographs is one word: Chinese puts no spaces, so it is searched by any
    /// part of it (see <see cref="Terms"/>).
    /// </summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var words = new List<string>();
        var word = new StringBuilder();
        var ideographs = false;
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            if (IsSilent(rune))
            {
                continue;
            }

            if (!Rune.IsLetterOrDigit(rune))
            {
                Finish(words, word);
                continue;
            }

            if (IsIdeograph(rune) != ideographs)
            {
                Finish(words, word);
                ideographs = !ideographs;
            }

            Append(word, rune);
        }

        Finish(words, word);
        return words;
    }

    /// <summary>
    /// What a text is found under: each of its words, the whole, and for ideographs every ending of the run, so that the
    /// start of a term is any part of a name. Single letters of other scripts are no terms: too many names have them.
    /// </summary>
    public static IEnumerable<(string Term, bool IsWhole)> Terms(string? text)
    {
        var words = Words(text);
        foreach (var word in words)
        {
            var starts = IsIdeograph(word.EnumerateRunes().First()) ? word.Length : word.Length > 1 ? 1 : 0;
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
        IsIdeograph(typed.EnumerateRunes().First()) ? word.Contains(typed, StringComparison.Ordinal) : word.StartsWith(typed, StringComparison.Ordinal);

    /// <summary>Keys have a limit; what two names share in this many characters, they share for a search.</summary>
    public static string Cut(string term) => term.Length <= MaxTerm ? term : term[..(char.IsHighSurrogate(term[MaxTerm - 1]) ? MaxTerm - 1 : MaxTerm)];

    private const int MaxTerm = 48;

    private static string Decomposed(string text) => Ascii.IsValid(text) ? text : WellFormed(text).Normalize(NormalizationForm.FormKD);

    // Normalize throws on half of a surrogate pair.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());

    // Accents, vowel signs, the Arabic stretching stroke, apostrophes and what has no width: "O'Brien" is "obrien".
    private static bool IsSilent(Rune rune) =>
        rune.Value is '\'' or '’' or 'ʼ' or '`' or 'ـ'
        || (!rune.IsAscii && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);

    private static bool IsIdeograph(Rune rune) =>
        rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x323AF);

    private static void Append(StringBuilder word, Rune rune)
    {
        if (rune.IsAscii)
        {
            word.Append(char.ToLowerInvariant((char)rune.Value));
        }
        else if (Rune.IsDigit(rune))
        {
            word.Append((int)Rune.GetNumericValue(rune));
        }
        else
        {
            word.Append(Folded(Rune.ToLowerInvariant(rune)));
        }
    }

    // Letters that do not decompose, yet are typed without their stroke; and the Arabic letters that writers mix.
    private static string Folded(Rune rune) => rune.Value switch
    {
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ٱ' => "ا",
        'ى' or 'ی' => "ي",
        'ة' => "ه",
        'ک' => "ك",
        _ => rune.ToString(),
    };

    private static void Finish(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
