using System.Text;

namespace TeamsBot.Domain.Questions;

/// <summary>
/// How a Latin name sounds in Arabic letters: its consonants, with those that Arabic writes alike made equal. "Schlecht" and "شليخت" sound the same.
/// </summary>
internal static class ArabicSpelling
{
    private const int LongestInitials = 4;
    private static readonly string[] s_clitics = ["وال", "بال", "لل", "ال", "و", "ب", "ل", "ف", "ك"];

    // Longer ones first.
    private static readonly (string Letters, string Sound)[] s_latin =
    [
        ("tion", "xn"), ("sion", "xn"), ("sch", "x"), ("tech", "tk"), ("cht", "kt"), ("sh", "x"), ("ch", "x"), ("ph", "f"), ("th", "t"), ("ck", "k"),
        ("ce", "s"), ("ci", "s"), ("cy", "s"), ("x", "ks"), ("c", "k"), ("q", "k"), ("g", "k"), ("j", "k"), ("p", "b"), ("v", "f"), ("z", "s"),
    ];

    private static readonly Dictionary<char, string> s_arabic = new()
    {
        ['ب'] = "b", ['پ'] = "b", ['ت'] = "t", ['ط'] = "t", ['ث'] = "t", ['د'] = "d", ['ض'] = "d", ['ذ'] = "d", ['ج'] = "k", ['غ'] = "k", ['ق'] = "k", ['ك'] = "k",
        ['خ'] = "k", ['گ'] = "k", ['س'] = "s", ['ص'] = "s", ['ز'] = "s", ['ظ'] = "s", ['ش'] = "x", ['چ'] = "x", ['ف'] = "f", ['ڤ'] = "f", ['ل'] = "l", ['م'] = "m",
        ['ن'] = "n", ['ر'] = "r", ['ه'] = "h", ['ح'] = "h",
    };

    /// <summary>What a folded Latin word sounds like; empty for one with other letters or digits.</summary>
    public static string OfLatin(string word)
    {
        if (!word.All(char.IsAsciiLetterLower))
        {
            return "";
        }

        var single = string.Concat(word.Where((letter, i) => i == 0 || letter != word[i - 1]));
        var sound = new StringBuilder();
        for (var at = 0; at < single.Length;)
        {
            var (letters, heard) = s_latin.FirstOrDefault(rule => string.CompareOrdinal(single, at, rule.Letters, 0, rule.Letters.Length) == 0);
            sound.Append("aeiouwy".Contains(single[at], StringComparison.Ordinal) ? "" : heard ?? single[at].ToString());
            at += letters?.Length ?? 1;
        }

        return sound.ToString();
    }

    /// <summary>What a folded Arabic word sounds like, as it stands and without what is written together with it, and how many letters that is.</summary>
    public static IEnumerable<(string Sound, int Letters)> OfArabic(string word) =>
        s_clitics.Where(clitic => word.Length > clitic.Length + 1 && word.StartsWith(clitic, StringComparison.Ordinal)).Select(clitic => word[clitic.Length..]).Prepend(word)
            .Select(bare => (Sound(bare), bare.Length)).Where(heard => heard.Item1.Length > 0).Distinct();

    /// <summary>The words of a stored value as they are spoken: "GTX Pro" is g, t, x, pro.</summary>
    public static IEnumerable<string> Spoken(string value) =>
        value.Split([' ', '-', '&'], StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Length is > 1 and <= LongestInitials && word.All(char.IsAsciiLetterUpper) ? word.Select(letter => Folding.Fold(letter.ToString())) : [Folding.Fold(word)]);

    private static string Sound(string word)
    {
        var whole = word.Replace("تش", "ش", StringComparison.Ordinal);
        return string.Concat((whole.EndsWith('ه') ? whole[..^1] : whole).Select(letter => s_arabic.GetValueOrDefault(letter, "")));
    }
}

/// <summary>Finds names in Arabic letters among values in Latin ones, where one value matches clearly.</summary>
internal sealed class SpokenValues
{
    private const int FewestConsonants = 3;
    private static readonly string[] s_named = ["rep", "manager", "account", "product", "series", "campaign"];
    private readonly List<string[]> _values = [];
    private readonly Dictionary<string, List<(string[] Words, int At)>> _bySound = new(StringComparer.Ordinal);

    public SpokenValues(Vocabulary vocabulary, int mostValues)
    {
        foreach (var dimension in vocabulary.Dimensions.Where(dimension => s_named.Contains(dimension.Id) && dimension.Values.Count <= mostValues))
        {
            _values.AddRange(dimension.Values.Select(value => ArabicSpelling.Spoken(value).ToArray()));
        }

        foreach (var words in _values)
        {
            for (var at = 0; at < words.Length; at++)
            {
                var sound = ArabicSpelling.OfLatin(words[at]);
                if (sound.Length > 0)
                {
                    _bySound.TryAdd(sound, []);
                    _bySound[sound].Add((words, at));
                }
            }
        }
    }

    /// <summary>The Latin words that a run of Arabic ones stands for, by their places; empty where none match, or values with other words match as well.</summary>
    /// <param name="from">A word that nothing explains; those before and after it may belong to the name.</param>
    public IReadOnlyDictionary<int, string> Match(IReadOnlyList<Token> tokens, int from)
    {
        var found = ArabicSpelling.OfArabic(tokens[from].Text)
            .SelectMany(heard => (_bySound.GetValueOrDefault(heard.Sound) ?? []).Select(place => (Match: Around(tokens, from, place.Words, place.At), Vowels: heard.Letters - heard.Sound.Length)))
            .Where(heard => IsClear(heard.Match, heard.Vowels)).Select(heard => heard.Match)
            .GroupBy(match => match.Count).MaxBy(group => group.Key)?.DistinctBy(match => string.Join(' ', match.Values)).ToList();
        return found is [var only] ? only : new Dictionary<int, string>();
    }

    // A short word that stands alone has to show its vowels.
    private static bool IsClear(Dictionary<int, string> match, int vowels) =>
        match.Values.Sum(word => ArabicSpelling.OfLatin(word).Length) is var consonants && (consonants > FewestConsonants || (consonants == FewestConsonants && (match.Count > 1 || vowels > 1)));

    private static Dictionary<int, string> Around(IReadOnlyList<Token> tokens, int from, string[] words, int at)
    {
        var match = new Dictionary<int, string> { [from] = words[at] };
        for (var step = -1; step <= 1; step += 2)
        {
            for (var i = 1; Has(tokens, from + (step * i), words, at + (step * i)); i++)
            {
                match[from + (step * i)] = words[at + (step * i)];
            }
        }

        return match;
    }

    private static bool Has(IReadOnlyList<Token> tokens, int from, string[] words, int at) =>
        from >= 0 && from < tokens.Count && at >= 0 && at < words.Length && ArabicSpelling.OfArabic(tokens[from].Text).Any(heard => heard.Sound == ArabicSpelling.OfLatin(words[at]));
}
