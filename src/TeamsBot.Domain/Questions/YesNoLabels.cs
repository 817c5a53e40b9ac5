namespace TeamsBot.Domain.Questions;

/// <summary>How people say that something has what an attribute of yes and no is named after: "has a company", "sellers with a company", "bez firmy".</summary>
internal static class YesNoLabels
{
    private static readonly (string[] With, string[] Without)[] s_verbs =
    [
        (["has", "have", "having", "with", "own", "owns"], ["without", "no", "lacking"]),
        (["ma", "mają", "miał", "miała", "mieli", "posiada", "posiadają"], ["bez", "nie ma", "nie mają"]),
        (["لديه", "لديها", "لديهم", "عنده", "عندهم", "له", "لهم"], ["بدون", "دون", "ليس لديه", "ليس لديهم", "ما عنده", "ما عندهم"]),
    ];

    /// <summary>The ways to say a label, and whether each says yes.</summary>
    public static IEnumerable<(string Way, bool IsYes)> Of(string label)
    {
        yield return (label, true);
        foreach (var initials in label.Split(' ').Where(word => word.Length > 2 && word.All(char.IsAsciiLetterUpper)))
        {
            yield return (initials, true);
        }

        if (label.StartsWith("是否有", StringComparison.Ordinal))
        {
            yield return (label[2..], true);
            yield return ("没" + label[2..], false);
            yield return ("无" + label[3..], false);
        }

        var verb = label.Split(' ')[0];
        foreach (var (with, without) in s_verbs.Where(verbs => verbs.With.Contains(verb)))
        {
            var rest = label[verb.Length..];
            foreach (var way in with.Select(word => (word + rest, true)).Concat(without.Select(word => (word + rest, false))))
            {
                yield return way;
            }
        }
    }
}
