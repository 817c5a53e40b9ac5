using TeamsBot.Domain.People;

namespace TeamsBot.Text;

/// <summary>The plural categories of CLDR, in the order of their names there.</summary>
public enum PluralCategory
{
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// <summary>Which form of a word a whole number asks for (CLDR 45, cardinal rules, integers).</summary>
public static class Plural
{
    /// <summary>The categories that a text file must give a form for.</summary>
    public static IReadOnlyList<PluralCategory> Categories(Language language) => language switch
    {
        Language.English => [PluralCategory.One, PluralCategory.Other],
        Language.Polish => [PluralCategory.One, PluralCategory.Few, PluralCategory.Many, PluralCategory.Other],
        Language.Arabic => Enum.GetValues<PluralCategory>(),
        _ => [PluralCategory.Other],
    };

    public static PluralCategory Of(Language language, long number) => (language, Math.Abs(number)) switch
    {
        (Language.English, 1) => PluralCategory.One,
        (Language.Polish, var n) => Polish(n),
        (Language.Arabic, var n) => Arabic(n),
        _ => PluralCategory.Other,
    };

    private static PluralCategory Polish(long n) => (n, n % 10, n % 100) switch
    {
        (1, _, _) => PluralCategory.One,
        (_, >= 2 and <= 4, not (>= 12 and <= 14)) => PluralCategory.Few,
        _ => PluralCategory.Many,
    };

    private static PluralCategory Arabic(long n) => (n, n % 100) switch
    {
        (0, _) => PluralCategory.Zero,
        (1, _) => PluralCategory.One,
        (2, _) => PluralCategory.Two,
        (_, >= 3 and <= 10) => PluralCategory.Few,
        (_, >= 11) => PluralCategory.Many,
        _ => PluralCategory.Other,
    };
}
