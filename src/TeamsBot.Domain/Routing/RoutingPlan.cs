using NodaTime;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Routing;

/// <summary>How leads find their reps: rules in order, the first that a lead meets counts, and the pools that they lead to.</summary>
public sealed record RoutingPlan(IReadOnlyList<RoutingRule> Rules, IReadOnlyList<Pool> Pools)
{
    /// <summary>No rules: whoever hands a lead over chooses the channel, and the channel shares it out itself.</summary>
    public static RoutingPlan None { get; } = new([], []);

    public bool HasRules => Rules.Count > 0;

    public Pool? FindPool(string name) => Pools.FirstOrDefault(pool => string.Equals(pool.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first pool that somebody is a member of.</summary>
    public Pool? PoolOf(PersonId rep) => Pools.FirstOrDefault(pool => pool.Members.Any(member => member.Person.Id == rep));
}

/// <summary>What a rule looks at.</summary>
public enum RoutingFact
{
    /// <summary>The company, by its name without its legal form, or by the domain of the email.</summary>
    Account,
    Country,
    Product,

    /// <summary>One of the languages that the person speaks.</summary>
    Language,
    Segment,
    Source,
}

/// <param name="Is">One of these, capitals and blanks aside; at least one.</param>
public sealed record RuleCondition(RoutingFact Of, IReadOnlyList<string> Is);

/// <summary>A lead that meets all conditions goes to the pool.</summary>
/// <param name="Name">As people read it where it says why a lead came to somebody.</param>
public sealed record RoutingRule(string Name)
{
    /// <summary>None is met by every lead.</summary>
    public IReadOnlyList<RuleCondition> Conditions { get; init; } = [];

    /// <summary>Met only where a member of a pool has another lead of the same company, who is then asked first.</summary>
    public bool SameCompany { get; init; }

    /// <summary>Null only with <see cref="SameCompany"/>: the pool of that rep.</summary>
    public string? Pool { get; init; }

    /// <summary>Asked first, whoever's turn it is; a member of the pool.</summary>
    public PersonRef? Rep { get; init; }
}

/// <summary>Reps who take turns at the leads of a channel.</summary>
/// <param name="Channel">The sales channel that gets what nobody of them takes in time.</param>
/// <param name="OfferFor">Working time for which the one whose turn it is has a lead alone; null gives it to the channel at once, without turns.</param>
public sealed record Pool(string Name, string Channel, Duration? OfferFor)
{
    /// <summary>In the order of the first turns.</summary>
    public IReadOnlyList<PoolMember> Members { get; init; } = [];
}

/// <param name="Weight">Turns against those of the others, from 1.</param>
/// <param name="Daily">So many leads a day are routed to them at the most, from this pool or others; null is no limit.</param>
/// <param name="Open">No more are routed to them while they have so many that are not qualified, given back or closed; null is no limit.</param>
public sealed record PoolMember(PersonRef Person, int Weight = 1, int? Daily = null, int? Open = null);
