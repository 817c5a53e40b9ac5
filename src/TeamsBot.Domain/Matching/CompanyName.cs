namespace TeamsBot.Domain.Matching;

/// <summary>Knows a company however its name is written: "Müller &amp; Söhne GmbH" and "MUELLER + SOEHNE", "ООО «Ромашка»" and "Romashka".</summary>
public static class CompanyName
{
    private const int LongestForm = 6;

    /// <summary>
    /// What all spellings of one company have in common: folded letters without spaces, legal form, "the" and "and", Cyrillic in
    /// Latin letters; Arabic and Chinese in their own. Null when nothing is left. Companies of one family (Nova Poland, Nova Group) keep their own.
    /// </summary>
    public static string? Key(string? company)
    {
        var words = Bare(Letters.Words(company));
        return words.Count == 0 ? null : string.Concat(words.Select(Letters.Latin));
    }

    /// <summary>The words of the name without its legal form, before and behind.</summary>
    internal static List<string> Bare(List<string> words)
    {
        words.RemoveAll(word => LegalForms.Joining.Contains(word) && words.Count > 1);
        while (words.Count > 0 && (CutBehind(words) || CutBefore(words)))
        {
        }

        return words;
    }

    private static bool CutBehind(List<string> words)
    {
        for (var count = Math.Min(LongestForm, words.Count); count > 0; count--)
        {
            if (LegalForms.Behind.Contains(string.Concat(words.TakeLast(count))))
            {
                words.RemoveRange(words.Count - count, count);
                return true;
            }
        }

        return CutHan(words);
    }

    private static bool CutBefore(List<string> words)
    {
        for (var count = Math.Min(LongestForm, words.Count); count > 0; count--)
        {
            if (LegalForms.Before.Contains(string.Concat(words.Take(count))))
            {
                words.RemoveRange(0, count);
                return true;
            }
        }

        return false;
    }

    // Chinese puts no space before it.
    private static bool CutHan(List<string> words)
    {
        var form = Letters.IsHan(words[^1]) ? LegalForms.Han.FirstOrDefault(form => words[^1].EndsWith(form, StringComparison.Ordinal)) : null;
        if (form is null)
        {
            return false;
        }

        words[^1] = words[^1][..^form.Length];
        words.RemoveAll(word => word.Length == 0);
        return true;
    }
}
