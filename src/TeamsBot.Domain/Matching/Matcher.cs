namespace TeamsBot.Domain.Matching;

/// <summary>
/// Decides whether two leads are one. Exact evidence joins: the same mailbox of a person; the same phone, company or domain with the same
/// name. What is nearly so, or speaks against itself, is shown. See README.md in this folder.
/// </summary>
public static class Matcher
{
    public static Match Compare(LeadTraits a, LeadTraits b)
    {
        var evidence = Evidence.Of(a, b);
        var byContact = Later(ByEmail(evidence), ByPhone(evidence));
        var verdict = Later(byContact, evidence.IsNameless ? ByCompany(evidence) : ByName(evidence));
        return new(verdict, evidence.Reasons(), IsByContact: verdict == byContact);
    }

    /// <summary>
    /// What a lead is to groups of leads that are one already: one answer a group, none for those that it has nothing to do with. Where a name at a company
    /// fits two groups, or one of whose members something speaks against it, a person decides.
    /// </summary>
    public static IReadOnlyList<GroupMatch> Place(LeadTraits lead, IEnumerable<IReadOnlyList<LeadTraits>> groups)
    {
        List<GroupMatch> found = [.. groups.Select(group => Place(lead, group)).Where(match => match.Match.Verdict != MatchVerdict.Different)];
        var isAmbiguous = found.Count(match => match.Match.Verdict == MatchVerdict.Join) > 1;
        return [.. found.Select(match => isAmbiguous ? Doubted(match) : match)];
    }

    private static GroupMatch Place(LeadTraits lead, IReadOnlyList<LeadTraits> group)
    {
        List<GroupMatch> matches = [.. group.Select(member => new GroupMatch(member, Compare(lead, member)))];
        var best = matches.OrderByDescending(match => match.Match.Verdict).ThenByDescending(match => match.Match.IsByContact).First();
        return matches.Exists(match => match.Match.Verdict != MatchVerdict.Join) ? Doubted(best) : best;
    }

    private static GroupMatch Doubted(GroupMatch match) =>
        match.Match is { Verdict: MatchVerdict.Join, IsByContact: false } ? match with { Match = match.Match with { Verdict = MatchVerdict.Show } } : match;

    private static MatchVerdict Later(MatchVerdict one, MatchVerdict other) => one > other ? one : other;

    // Whoever shares a personal mailbox is one; in a shared one names tell people apart.
    private static MatchVerdict ByEmail(Evidence evidence) => evidence switch
    {
        { SameEmail: false } => MatchVerdict.Different,
        { IsSharedMailbox: false, Name: NameLikeness.Other, SharesNamePart: false, IsOtherScript: false } => MatchVerdict.Show,
        { IsSharedMailbox: false } => MatchVerdict.Join,
        { Name: NameLikeness.Same } or { IsNameless: true, Company: CompanyLikeness.Same or CompanyLikeness.Unknown } => MatchVerdict.Join,
        { Name: NameLikeness.Other } => MatchVerdict.Different,
        _ => MatchVerdict.Show,
    };

    // A number that several people of one company share is its switchboard.
    private static MatchVerdict ByPhone(Evidence evidence) => evidence switch
    {
        { SamePhone: false } => MatchVerdict.Different,
        { HasFullNames: true, Name: NameLikeness.Same or NameLikeness.SameAcrossScripts } => MatchVerdict.Join,
        { Name: NameLikeness.Other, SharesNamePart: false, IsSamePlace: true } => MatchVerdict.Different,
        _ => MatchVerdict.Show,
    };

    private static MatchVerdict ByName(Evidence evidence) => evidence switch
    {
        { Name: NameLikeness.Same, HasFullNames: true, IsSamePlace: true, IsDoubtful: false } => MatchVerdict.Join,
        { Name: NameLikeness.Same or NameLikeness.SameAcrossScripts, IsSamePlace: true } => MatchVerdict.Show,
        { Name: NameLikeness.Near, IsSamePlace: true } => evidence.IsContrary ? MatchVerdict.Different : MatchVerdict.Show,
        { Name: NameLikeness.Same or NameLikeness.SameAcrossScripts, HasFullNames: true } when evidence.Company == CompanyLikeness.Similar || evidence.SimilarEmail || evidence.SimilarPhone => MatchVerdict.Show,
        _ => MatchVerdict.Different,
    };

    // Leads that are companies, no persons.
    private static MatchVerdict ByCompany(Evidence evidence) => evidence switch
    {
        { Company: CompanyLikeness.Same, IsDoubtful: false } => MatchVerdict.Join,
        { Company: CompanyLikeness.Same } => MatchVerdict.Show,
        { Company: CompanyLikeness.Similar, SameDomain: true } => MatchVerdict.Show,
        _ => MatchVerdict.Different,
    };
}
