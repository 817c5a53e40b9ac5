using TeamsBot.Domain.Questions;

namespace TeamsBot.Domain.Matching;

/// <summary>How well one part of a name fits another.</summary>
internal enum PartFit
{
    None,

    /// <summary>A letter or two wrong, a short form, an initial.</summary>
    Slip,

    /// <summary>Another way to write the same sounds.</summary>
    Sound,
    Equal,
}

/// <summary>One part of a person's name.</summary>
/// <param name="Plain">Folded, in Latin or Arabic letters.</param>
internal sealed record NamePart(string Plain)
{
    private const int ShortestForSlips = 4;
    private const int LongEnoughForTwo = 8;
    private const int ShortestForm = 3;
    private const int FewestConsonants = 2;

    public string Romanised { get; } = Sounds.Romanised(Plain);

    public string Skeleton { get; } = Sounds.Skeleton(Plain);

    public bool IsArabic { get; } = Letters.IsArabic(Plain);

    public PartFit Fit(NamePart other)
    {
        if (Plain == other.Plain)
        {
            return PartFit.Equal;
        }

        if (IsArabic != other.IsArabic)
        {
            return Skeleton.Length >= FewestConsonants && Skeleton == other.Skeleton ? PartFit.Sound : PartFit.None;
        }

        return Romanised == other.Romanised ? PartFit.Sound : IsSlip(other) ? PartFit.Slip : PartFit.None;
    }

    private bool IsSlip(NamePart other)
    {
        // Nobody's name has a number in it that was mistyped.
        if (Plain.Any(char.IsAsciiDigit) || other.Plain.Any(char.IsAsciiDigit))
        {
            return false;
        }

        var (a, b) = Plain.Length <= other.Plain.Length ? (Plain, other.Plain) : (other.Plain, Plain);
        if (a.Length == 1)
        {
            return a[0] == b[0];
        }

        // Dan is Daniel; Jan is not Jana.
        if (a.Length >= ShortestForm && b.Length >= a.Length + 2 && b.StartsWith(a, StringComparison.Ordinal))
        {
            return true;
        }

        // Of a short word the distance counts a wrong letter twice.
        return a.Length >= (IsArabic ? ShortestForSlips - 1 : ShortestForSlips) && b.Length - a.Length <= 2
            && Typos.Distance(a, b) <= (a.Length >= LongEnoughForTwo || a.Length == b.Length ? 2 : 1);
    }
}
