namespace TeamsBot.Domain.Matching;

/// <summary>How alike two names of persons are.</summary>
internal enum NameLikeness
{
    Other,

    /// <summary>A slip, a short form, an initial, a name more or less, another way to write the sounds.</summary>
    Near,

    /// <summary>The same as far as two scripts can tell: what sounds alike may be another name.</summary>
    SameAcrossScripts,
    Same,
}

/// <summary>A person's name, taken apart: order of its parts, titles, case and accents do not count.</summary>
internal sealed class PersonName
{
    private const int MostParts = 5;
    private const int LongestHanName = 4;

    private PersonName(IReadOnlyList<NamePart> parts, string? han) => (Parts, HanText) = (parts, han);

    public IReadOnlyList<NamePart> Parts { get; }

    /// <summary>Whether first and last name are there, not as initials.</summary>
    public bool IsFull => Parts.Count(part => part.Plain.Length > 1) > 1;

    private string? HanText { get; }

    /// <summary>Whether the two are written in scripts of which one is read in more than one way.</summary>
    public bool IsInOtherScript(PersonName other) => (HanText is null) != (other.HanText is null) || IsArabic != other.IsArabic;

    /// <summary>Whether they have a first or last name in common.</summary>
    public bool SharesPart(PersonName other) => Parts.Any(part => part.Plain.Length > 1 && other.Parts.Any(candidate => part.Fit(candidate) >= PartFit.Sound));

    private bool IsArabic => Parts.Any(part => part.IsArabic);

    /// <summary>Null where no name is.</summary>
    public static PersonName? Of(string? name)
    {
        var words = NameWords.WithoutTitles(Letters.Words(name));
        if (words is [var only] && Letters.IsHan(only))
        {
            return OfHan(only);
        }

        List<NamePart> parts = [.. words.Select(word => Letters.IsHan(word) ? ReadingOf(word) : Letters.Latin(word)).Where(word => word.Length > 0).Take(MostParts).Select(word => new NamePart(word))];
        return parts.Count == 0 ? null : new(parts, han: null);
    }

    public NameLikeness Compare(PersonName other)
    {
        if (HanText is not null && other.HanText is not null)
        {
            return HanText == other.HanText ? NameLikeness.Same : IsNearHan(other) ? NameLikeness.Near : NameLikeness.Other;
        }

        var fits = Fit(Parts, other.Parts);
        var isSame = Parts.Count == other.Parts.Count ? fits.All(fit => fit >= PartFit.Sound) : IsJoinedOtherwise(other);
        return isSame ? (IsInOtherScript(other) ? NameLikeness.SameAcrossScripts : NameLikeness.Same)
            : IsNear(fits, Math.Max(Parts.Count, other.Parts.Count)) ? NameLikeness.Near : NameLikeness.Other;
    }

    // Two parts that fit by a slip each, or an only one, are no more than chance; one has to be sure, or all to nearly fit.
    private static bool IsNear(PartFit[] fits, int most) =>
        fits.Length > 0 && fits.All(fit => fit != PartFit.None) && (fits.Length > 1 || most == 1) && fits.Any(fit => fit >= PartFit.Sound);

    // How well each part of the shorter name fits one of the longer; the best fits are given away first.
    private static PartFit[] Fit(IReadOnlyList<NamePart> a, IReadOnlyList<NamePart> b)
    {
        var (shorter, longer) = a.Count <= b.Count ? (a, b) : (b, a);
        var fits = new PartFit[shorter.Count];
        var taken = new bool[longer.Count];
        foreach (var (i, j, fit) in Pairs(shorter, longer).Where(pair => pair.Fit != PartFit.None).OrderByDescending(pair => pair.Fit))
        {
            if (fits[i] == PartFit.None && !taken[j])
            {
                (fits[i], taken[j]) = (fit, true);
            }
        }

        return fits;
    }

    private static IEnumerable<(int I, int J, PartFit Fit)> Pairs(IReadOnlyList<NamePart> a, IReadOnlyList<NamePart> b) =>
        Enumerable.Range(0, a.Count).SelectMany(i => Enumerable.Range(0, b.Count).Select(j => (i, j, a[i].Fit(b[j]))));

    // "Xiao Ming Wang" is "Wang Xiaoming".
    private bool IsJoinedOtherwise(PersonName other) => IsFull && other.IsFull && Turns(other.Parts).Any(turn => Turns(Parts).Contains(turn));

    private static IEnumerable<string> Turns(IReadOnlyList<NamePart> parts) =>
        Enumerable.Range(0, parts.Count).Select(first => string.Concat(parts.Skip(first).Concat(parts.Take(first)).Select(part => part.Romanised)));

    private bool IsNearHan(PersonName other)
    {
        var (a, b) = (HanText!, other.HanText!);
        return (Parts.Count == other.Parts.Count && Parts.Zip(other.Parts).All(pair => pair.First.Plain == pair.Second.Plain))
            || (a.Length == b.Length && a.Length > 2 && a.Zip(b).Count(pair => pair.First != pair.Second) == 1 && a[0] == b[0]);
    }

    private static PersonName OfHan(string name)
    {
        var given = name.Length <= LongestHanName && NameWords.IsDoubleSurname(name) ? 2 : 1;
        var surname = given == 2 ? ReadingOf(name[..2]) : Han.SurnameReading(name[0]) ?? name[..1];
        return new([.. new[] { surname, ReadingOf(name[given..]) }.Where(part => part.Length > 0).Select(part => new NamePart(part))], name);
    }

    private static string ReadingOf(string han) => string.Concat(han.Select(letter => Han.Reading(letter) ?? letter.ToString()));
}
