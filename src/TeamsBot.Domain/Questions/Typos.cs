namespace TeamsBot.Domain.Questions;

/// <summary>Mends a word that nearly is one that means something.</summary>
internal static class Typos
{
    public const int ShortestWord = 4;
    private const int ShortestStem = 5;
    private const int LongWord = 8;
    private static readonly string[] s_alike = ["aeiouy", "جحخ", "بتثن", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق"];
    private static readonly Dictionary<char, int> s_groups = s_alike.SelectMany((letters, group) => letters.Select(letter => (letter, group))).ToDictionary(pair => pair.letter, pair => pair.group);

    /// <summary>The one word that is one slip away (two for long words): a letter more, less, wrong, or two swapped. Null when none is, or several are.</summary>
    public static string? Nearest(string word, IEnumerable<Spelling> words)
    {
        if (word.Length < ShortestWord)
        {
            return null;
        }

        string? best = null;
        var isStem = false; // A whole word is surer.
        var least = word.Length >= LongWord ? 3 : 2;
        foreach (var spelling in words)
        {
            var (slips, length) = Slips(word, spelling);
            if (slips < least || (slips == least && best is not null && isStem && !spelling.IsStem))
            {
                (best, least, isStem) = (spelling.Text + word[length..], slips, spelling.IsStem);
            }
        }

        return best;
    }

    // How many slips there are, and how much of the word the spelling is.
    private static (int Slips, int Length) Slips(string word, Spelling spelling)
    {
        var target = spelling.Text;
        if (target.Length < ShortestWord || (word.Length <= 5 && target.Length < word.Length) || target[0] != word[0] || (!spelling.IsStem && Math.Abs(target.Length - word.Length) > 2) || word.Length < target.Length - 2 || word.Length > target.Length + 6)
        {
            return (int.MaxValue, 0);
        }

        if (!spelling.IsStem)
        {
            return (Distance(word, target), word.Length);
        }

        if (target.Length < ShortestStem)
        {
            return (int.MaxValue, 0);
        }

        // A stem may begin the word with a slip in it.
        var (slips, length) = Enumerable.Range(-1, 3).Select(more => target.Length + more).Where(length => length <= word.Length)
            .Select(length => (Distance(word[..length], target), length)).DefaultIfEmpty((int.MaxValue, 0)).MinBy(fit => fit.Item1);
        return slips == 0 || (slips > 1 && target.Length < LongWord) ? (int.MaxValue, 0) : (slips, length);
    }

    // Vowels, and letters that differ by their dots.
    private static bool AreAlike(char a, char b) => s_groups.TryGetValue(a, out var group) && s_groups.GetValueOrDefault(b, -1) == group;

    /// <summary>How many slips apart: insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        // In a short word another letter makes another word.
        var wrong = Math.Min(a.Length, b.Length) <= 5 ? 2 : 1;
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : AreAlike(a[i - 1], b[j - 1]) ? 1 : wrong));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
