using TeamsBot.Domain.Leads;

namespace TeamsBot.Domain.Matching;

/// <summary>
/// Names without what writers of one name do differently: case, accents, width, Arabic vowel signs and letter variants,
/// traditional Chinese characters, punctuation. <see cref="Latin"/> then writes Cyrillic in Latin letters.
/// </summary>
internal static class Letters
{
    /// <summary>The words of a name, in order. A run of Chinese characters is one word, in simplified ones.</summary>
    public static List<string> Words(string? name) => [.. FoldedWords.Of(name).Select(word => IsHan(word) ? string.Concat(word.Select(Han.Simplify)) : word)];

    /// <summary>A word of <see cref="Words"/> with Cyrillic in Latin letters, and ae, oe, ue as the umlauts that they stand for; Arabic and Chinese stay.</summary>
    public static string Latin(string word) => WithoutUmlauts(word.All(char.IsAscii) ? word : string.Concat(word.Select(letter => Cyrillic(letter) ?? letter.ToString())));

    public static bool IsHan(string word) => word.Length > 0 && FoldedWords.IsIdeograph(word.EnumerateRunes().First());

    public static bool IsArabic(string word) => word.Any(letter => letter is >= '\u0600' and <= '\u06FF');

    // As passports write it. What has an accent was taken apart before: й is и, ё is е, ї is і.
    private static string? Cyrillic(char letter) => letter switch
    {
        'а' => "a", 'б' => "b", 'в' => "v", 'г' or 'ґ' => "g", 'д' => "d", 'е' or 'э' => "e", 'ж' => "zh", 'з' => "z",
        'и' or 'і' => "i", 'к' => "k", 'л' => "l", 'м' => "m", 'н' => "n", 'о' => "o", 'п' => "p", 'р' => "r", 'с' => "s",
        'т' => "t", 'у' => "u", 'ф' => "f", 'х' => "kh", 'ц' => "ts", 'ч' => "ch", 'ш' => "sh", 'щ' => "shch", 'ъ' or 'ь' => "",
        'ы' => "y", 'ю' => "yu", 'я' => "ya", 'є' => "ye", 'ј' => "j", 'љ' => "lj", 'њ' => "nj", 'ћ' => "c", 'ђ' => "dj", 'џ' => "dz",
        _ => null,
    };

    // Müller, Mueller and Muller are one name; Bauer and Blue have no umlaut.
    private static string WithoutUmlauts(string word)
    {
        if (!word.Contains("ae", StringComparison.Ordinal) && !word.Contains("oe", StringComparison.Ordinal) && !word.Contains("ue", StringComparison.Ordinal))
        {
            return word;
        }

        return string.Concat(word.Where((letter, at) => !(letter == 'e' && at > 0 && word[at - 1] is 'a' or 'o' or 'u'
            && IsConsonant(word, at - 2, atEnd: true) && IsConsonant(word, at + 1, atEnd: false))));
    }

    private static bool IsConsonant(string word, int at, bool atEnd) =>
        at < 0 || at >= word.Length ? atEnd : !"aeiouyq".Contains(word[at], StringComparison.Ordinal);
}
