namespace TeamsBot.Domain.Matching;

/// <summary>What speaks for and against that two leads are one.</summary>
internal sealed record Evidence
{
    private Evidence(LeadTraits a, LeadTraits b)
    {
        IsNameless = a.Name is null && b.Name is null;
        Name = a.Name is null || b.Name is null ? null : a.Name.Compare(b.Name);
        SharesNamePart = a.Name is not null && b.Name is not null && a.Name.SharesPart(b.Name);
        IsOtherScript = a.Name is not null && b.Name is not null && a.Name.IsInOtherScript(b.Name);
        HasFullNames = a.Name is { IsFull: true } && b.Name is { IsFull: true };
        SameEmail = a.Email is not null && a.Email == b.Email;
        IsOtherEmail = a.Email is not null && b.Email is not null && a.Email != b.Email;
        IsSharedMailbox = a.Email is { IsShared: true } || b.Email is { IsShared: true };
        SimilarEmail = !SameEmail && a.Email is { IsShared: false } one && b.Email is { } other && one.Box == other.Box;
        SamePhone = a.Phone is not null && b.Phone is not null && a.Phone.IsSame(b.Phone);
        IsOtherPhone = a.Phone is not null && b.Phone is not null && !SamePhone;
        SimilarPhone = IsOtherPhone && a.Phone!.IsSimilar(b.Phone!);
        SameDomain = a.Domain is not null && a.Domain == b.Domain;
        IsOtherDomain = a.Domain is not null && b.Domain is not null && a.Domain != b.Domain;
        Company = CompanyLikenesses.Compare(a, b);
        IsOtherCountry = a.Country is not null && b.Country is not null && a.Country != b.Country;
    }

    /// <summary>Null where a name is missing.</summary>
    public NameLikeness? Name { get; }

    public bool IsNameless { get; }

    public bool HasFullNames { get; }

    public bool SharesNamePart { get; }

    public bool IsOtherScript { get; }

    public bool SameEmail { get; }

    public bool SimilarEmail { get; }

    public bool IsOtherEmail { get; }

    public bool IsSharedMailbox { get; }

    public bool SamePhone { get; }

    public bool SimilarPhone { get; }

    public bool IsOtherPhone { get; }

    public bool SameDomain { get; }

    public bool IsOtherDomain { get; }

    public CompanyLikeness Company { get; }

    public bool IsOtherCountry { get; }

    public bool IsSamePlace => SameDomain || Company == CompanyLikeness.Same;

    /// <summary>Whether something speaks against it, so that two of one name at one place may be two people, or the places only share a name.</summary>
    public bool IsDoubtful => IsOtherPhone || IsOtherEmail || (!SameDomain && (IsOtherDomain || IsOtherCountry));

    /// <summary>Whether both ways to reach them differ.</summary>
    public bool IsContrary => IsOtherEmail && IsOtherPhone && !IsSharedMailbox && !SimilarEmail && !SimilarPhone;

    public static Evidence Of(LeadTraits a, LeadTraits b) => new(a, b);

    public IReadOnlyList<MatchReason> Reasons() => [.. All().Where(pair => pair.Holds).Select(pair => pair.Reason)];

    // What speaks for it first, the strongest at the head.
    private IEnumerable<(bool Holds, MatchReason Reason)> All() =>
    [
        (SameEmail, MatchReason.SameEmail),
        (SamePhone, MatchReason.SamePhone),
        (Name == NameLikeness.Same, MatchReason.SameName),
        (Name == NameLikeness.SameAcrossScripts, MatchReason.NameInOtherScript),
        (Name == NameLikeness.Near, MatchReason.SimilarName),
        (Company == CompanyLikeness.Same, MatchReason.SameCompany),
        (Company == CompanyLikeness.Similar, MatchReason.SimilarCompany),
        (SameDomain, MatchReason.SameDomain),
        (SimilarEmail, MatchReason.SimilarEmail),
        (SimilarPhone, MatchReason.SimilarPhone),
        (SameEmail && IsSharedMailbox, MatchReason.SharedMailbox),
        (Name == NameLikeness.Other, MatchReason.OtherName),
        (Company == CompanyLikeness.Other, MatchReason.OtherCompany),
        (IsOtherCountry, MatchReason.OtherCountry),
        (IsOtherEmail && !SimilarEmail, MatchReason.OtherEmail),
        (IsOtherPhone && !SimilarPhone, MatchReason.OtherPhone),
    ];
}
