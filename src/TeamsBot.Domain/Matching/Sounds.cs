using System.Text;
using TeamsBot.Domain.Questions;

namespace TeamsBot.Domain.Matching;

/// <summary>Words of names as they sound, so that two ways to write one name in Latin letters, or in two scripts, are equal.</summary>
internal static class Sounds
{
    // Longer ones first. A capital letter stands for a sound that has no letter of its own.
    private static readonly (string Letters, string Sound)[] s_alike =
    [
        ("shch", "S"), ("szcz", "S"), ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("sh", "S"), ("sz", "S"), ("ch", "C"), ("cz", "C"), ("ts", "C"), ("tz", "C"), ("zh", "z"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("gh", "g"),
        ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ce", "ce"), ("ci", "ci"), ("c", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"),
    ];

    /// <summary>A Latin word the same for all transliterations of it: Sergey, Sergei and Sergej; Yousef and Yusuf keep their difference in one vowel.</summary>
    public static string Romanised(string latin)
    {
        var sound = new StringBuilder(latin.Length);
        for (var at = 0; at < latin.Length;)
        {
            var (letters, heard) = (latin.Substring(at, 1), latin.Substring(at, 1));
            foreach (var rule in s_alike)
            {
                if (string.CompareOrdinal(latin, at, rule.Letters, 0, rule.Letters.Length) == 0)
                {
                    (letters, heard) = rule;
                    break;
                }
            }

            foreach (var letter in heard)
            {
                Append(sound, letter);
            }

            at += letters.Length;
        }

        return sound.Length > 2 && sound[^1] == 'h' ? sound.ToString(0, sound.Length - 1) : sound.ToString();
    }

    /// <summary>The consonants of a word in Latin or Arabic letters, those made equal that Arabic writes alike.</summary>
    public static string Skeleton(string word) =>
        !Letters.IsArabic(word) ? ArabicSpelling.OfLatin(Single(word is [_, _, .., 'h'] and not [.., 's' or 'c' or 't' or 'k', 'h'] ? word[..^1] : word))
        : ArabicSpelling.OfArabic(word.Length > 3 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word).FirstOrDefault().Sound ?? "";

    // Yevgeni is Evgeni, Vasiliev is Vasilev, Sarah is Sara, and a double letter is one.
    private static void Append(StringBuilder sound, char letter)
    {
        if (letter == 'e' && sound.Length > 0 && sound[^1] == 'i')
        {
            sound.Length--;
        }

        if (sound.Length == 0 || sound[^1] != letter)
        {
            sound.Append(letter);
        }
    }

    // As Arabic has one letter for each: kh and gh are not h.
    private static string Single(string latin) =>
        latin.Replace("kh", "k", StringComparison.Ordinal).Replace("gh", "g", StringComparison.Ordinal).Replace("dh", "d", StringComparison.Ordinal);
}
