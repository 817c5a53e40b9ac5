namespace TeamsBot.Domain.Matching;

/// <summary>Words that stand beside names of persons and are no part of them.</summary>
internal static class NameWords
{
    private static readonly HashSet<string> s_titles = Folded(
        "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Sir", "Herr", "Frau", "Pan", "Pani", "mgr", "inż", "Ing", "Dipl", "PhD", "MBA", "Eng", "Jr", "Sr", "г-н", "господин", "госпожа", "пан", "пані",
        "السيد", "السيدة", "الدكتور", "الدكتورة", "المهندس", "المهندسة", "الأستاذ", "دكتور", "مهندس", "أستاذ");

    private static readonly HashSet<string> s_particles = Folded("al", "el", "bin", "ibn", "bint", "von", "van", "der", "den", "de", "da", "di", "du", "del", "dos", "la", "le", "zu", "ter", "ال", "بن", "ابن", "بنت");

    // Written alone or with what follows: Abd al-Rahman, Abdulrahman; Abu Bakr.
    private static readonly HashSet<string> s_before = Folded("عبد", "أبو", "ابو");

    private static readonly string[] s_hanTitles = ["先生", "女士", "小姐", "经理", "总监", "老师", "博士"];
    private static readonly HashSet<string> s_doubleSurnames = new(["欧阳", "司马", "诸葛", "上官", "夏侯", "司徒", "慕容", "皇甫", "尉迟", "令狐", "端木", "东方", "南宫", "长孙"], StringComparer.Ordinal);

    public static List<string> WithoutTitles(List<string> words)
    {
        Drop(words, s_titles, leave: 1);
        Drop(words, s_particles, leave: 2);
        for (var at = 0; at < words.Count; at++)
        {
            if (s_before.Contains(words[at]) && at + 1 < words.Count)
            {
                words[at] += words[at + 1];
                words.RemoveAt(at + 1);
            }
            else if (Letters.IsHan(words[at]) && s_hanTitles.FirstOrDefault(title => words[at].Length > title.Length && words[at].EndsWith(title, StringComparison.Ordinal)) is { } title)
            {
                words[at] = words[at][..^title.Length];
            }
        }

        return words;
    }

    public static bool IsDoubleSurname(string han) => han.Length > 2 && s_doubleSurnames.Contains(han[..2]);

    // Where little would be left they may be the name: Li Da, Al Gore.
    private static void Drop(List<string> words, HashSet<string> dropped, int leave)
    {
        for (var at = words.Count - 1; at >= 0 && words.Count > leave; at--)
        {
            if (dropped.Contains(words[at]))
            {
                words.RemoveAt(at);
            }
        }
    }

    private static HashSet<string> Folded(params string[] words) => words.Select(word => string.Concat(Letters.Words(word))).ToHashSet(StringComparer.Ordinal);
}
