using TeamsBot.Domain.Questions;

namespace TeamsBot.Domain.Matching;

internal enum CompanyLikeness
{
    /// <summary>One of them is missing.</summary>
    Unknown,
    Other,

    /// <summary>A slip, a word more, another script.</summary>
    Similar,
    Same,
}

/// <summary>How alike the companies of two leads are.</summary>
internal static class CompanyLikenesses
{
    private const int ShortestForSlips = 5;
    private const int LongEnoughForTwo = 10;
    private const int FewestConsonants = 3;

    public static CompanyLikeness Compare(LeadTraits a, LeadTraits b)
    {
        if (a.Company is not { } one || b.Company is not { } other)
        {
            return CompanyLikeness.Unknown;
        }

        if (one == other)
        {
            return CompanyLikeness.Same;
        }

        return IsSlip(one, other) || IsHanSlip(one, other) || IsPart(a.CompanyWords, b.CompanyWords) || SoundsAlike(a.CompanyWords, b.CompanyWords) ? CompanyLikeness.Similar : CompanyLikeness.Other;
    }

    private static bool IsSlip(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        return shorter >= ShortestForSlips && Math.Abs(a.Length - b.Length) <= 2 && Typos.Distance(a, b) <= (shorter >= LongEnoughForTwo ? 2 : 1);
    }

    // Each character is a word of its own: one wrong, one more or one less.
    private static bool IsHanSlip(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return Letters.IsHan(a) && Letters.IsHan(b) && shorter.Length > 2 && longer.Length - shorter.Length <= 1
            && Typos.Distance(shorter, longer) <= (shorter.Length == longer.Length ? 2 : 1);
    }

    // "Acme" and "Acme Poland"; in Chinese the place comes first or last and no space tells.
    private static bool IsPart(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var (shorter, longer) = a.Count <= b.Count ? (a, b) : (b, a);
        var (fewer, more) = (string.Concat(shorter), string.Concat(longer));
        return Letters.IsHan(fewer) && Letters.IsHan(more)
            ? Math.Min(fewer.Length, more.Length) >= 2 && (more.Contains(fewer, StringComparison.Ordinal) || fewer.Contains(more, StringComparison.Ordinal))
            : shorter.Count < longer.Count && shorter.All(word => longer.Contains(word)) && fewer.Length > 2;
    }

    // Of what a company does, the other script often has the translation; the name before it sounds the same.
    private static bool SoundsAlike(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var (one, other) = (string.Concat(a.Select(Sound)), string.Concat(b.Select(Sound)));
        var isAcross = Letters.IsHan(a[0]) != Letters.IsHan(b[0]) || Letters.IsArabic(a[0]) != Letters.IsArabic(b[0]);
        return (one.Length >= FewestConsonants && one == other) || (isAcross && one.AsSpan().CommonPrefixLength(other) >= FewestConsonants);
    }

    private static string Sound(string word) => Sounds.Skeleton(Letters.IsHan(word) ? string.Concat(word.Select(letter => Han.Reading(letter) ?? "")) : word);
}
