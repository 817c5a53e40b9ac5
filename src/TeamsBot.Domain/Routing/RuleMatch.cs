using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Routing;

/// <summary>A rule that a lead met.</summary>
/// <param name="By">What of the lead met it, as the lead has it; null where the rule asks for nothing.</param>
/// <param name="First">Who is asked first, whoever's turn it is; null where it is somebody's turn.</param>
public sealed record RuleMatch(RoutingRule Rule, Pool Pool, string? By, PersonRef? First);

/// <summary>Whether a lead meets a rule.</summary>
public static class RuleMatching
{
    private static readonly char[] Between = [',', ';', '/', '|'];

    /// <summary>The first rule that a lead meets; null where it meets none.</summary>
    /// <param name="companyRep">The rep who has another lead of the company; null where nobody has.</param>
    public static RuleMatch? Match(this RoutingPlan plan, Lead lead, PersonRef? companyRep) =>
        plan.Rules.Select(rule => plan.Match(rule, lead, companyRep)).FirstOrDefault(match => match is not null);

    /// <summary>Null where the lead does not meet the rule.</summary>
    public static RuleMatch? Match(this RoutingPlan plan, RoutingRule rule, Lead lead, PersonRef? companyRep)
    {
        if (rule.SameCompany && (companyRep is null || plan.PoolOf(companyRep.Id) is null))
        {
            return null;
        }

        List<string> by = [];
        foreach (var condition in rule.Conditions)
        {
            if (Met(condition, lead) is not { } value)
            {
                return null;
            }

            by.Add(value);
        }

        // A rule may send the leads of one's companies to a pool that one is not in: then its turns count.
        var pool = rule.Pool is { } name ? plan.FindPool(name) : plan.PoolOf(companyRep!.Id);
        var first = rule.Rep ?? (rule.SameCompany ? companyRep : null);
        return pool is null ? null : new(rule, pool, by.Count == 0 ? null : string.Join(" · ", by), pool.Members.FirstOrDefault(member => member.Person.Id == first?.Id)?.Person);
    }

    private static string? Met(RuleCondition condition, Lead lead) => condition.Of switch
    {
        RoutingFact.Account => condition.Is.Any(account => IsOf(lead, account)) ? lead.Company ?? MailDomain.Of(lead.Email) : null,
        RoutingFact.Country => Find(condition, lead.Country),
        RoutingFact.Product => Find(condition, lead.Product),
        RoutingFact.Language => (lead.Speaks ?? "").Split(Between).Select(language => Find(condition, language)).FirstOrDefault(found => found is not null),
        RoutingFact.Segment => Find(condition, lead.Segment),
        RoutingFact.Source => Find(condition, lead.Source),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.Of, "No such fact."),
    };

    private static bool IsOf(Lead lead, string account) =>
        (CompanyName.Key(account) is { } key && key == CompanyName.Key(lead.Company))
        || (MailDomain.Of(lead.Email) is { } domain && string.Equals(domain, account.Trim(), StringComparison.OrdinalIgnoreCase));

    private static string? Find(RuleCondition condition, string? value) => value?.Trim() is { Length: > 0 } given
        && condition.Is.Any(wanted => string.Equals(wanted.Trim(), given, StringComparison.InvariantCultureIgnoreCase)) ? given : null;
}
