using System.Globalization;
using System.Text;

namespace TeamsBot.Domain.Leads;

/// <summary>The words of a name without what writers of one name do differently. Terms of the stored index are made of them: what they are must not change.</summary>
public static class FoldedWords
{
    /// <summary>
    /// In order, without case, accents, width, Arabic vowel signs and letter variants, and punctuation; digits of all scripts as 0 to 9. A run of
    /// ideographs is one word.
    /// </summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        var (words, word, ideographs) = (new List<string>(), new StringBuilder(), false);
        foreach (var rune in Decomposed(text ?? "").EnumerateRunes())
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

    /// <summary>Chinese characters and kana, between which writers put no space.</summary>
    public static bool IsIdeograph(Rune rune) =>
        rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x323AF);

    // Normalize throws on half of a surrogate pair; enumerating runes replaces it.
    private static string Decomposed(string text) => Ascii.IsValid(text) ? text : string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKD);

    // Accents, vowel signs, the Arabic stretching stroke, apostrophes and what has no width: "O'Brien" is "obrien".
    private static bool IsSilent(Rune rune) =>
        rune.Value is '\'' or '’' or 'ʼ' or '`' or 'ـ'
        || (!rune.IsAscii && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);

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
