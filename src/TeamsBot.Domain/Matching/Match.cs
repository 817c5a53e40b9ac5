namespace TeamsBot.Domain.Matching;

/// <summary>What two leads are to each other.</summary>
public enum MatchVerdict
{
    /// <summary>Two, or one of which nothing shows it. Two people at one company are two.</summary>
    Different,

    /// <summary>Maybe one: a person decides.</summary>
    Show,

    /// <summary>One.</summary>
    Join,
}

/// <summary>What speaks for or against that two leads are one, for whoever decides.</summary>
public enum MatchReason
{
    SameEmail,
    SamePhone,
    SameName,
    SameCompany,
    SameDomain,
    SimilarEmail,
    SimilarPhone,
    SimilarName,
    SimilarCompany,

    /// <summary>Sounds the same in two scripts.</summary>
    NameInOtherScript,
    OtherName,
    OtherCompany,
    OtherCountry,
    OtherEmail,
    OtherPhone,
    SharedMailbox,
}

/// <summary>A verdict with its reasons.</summary>
/// <param name="IsByContact">Whether an address or a phone number says so; else it is the name and the company alone.</param>
public sealed record Match(MatchVerdict Verdict, IReadOnlyList<MatchReason> Reasons, bool IsByContact);

/// <summary>What a lead is to a group of leads that are one already, by the member that says it best.</summary>
public sealed record GroupMatch(LeadTraits With, Match Match);
