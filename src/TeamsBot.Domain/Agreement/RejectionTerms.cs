using TeamsBot.Domain.Handoffs;

namespace TeamsBot.Domain.Agreement;

/// <summary>What follows when sales rejects a lead.</summary>
public enum Consequence
{
    /// <summary>It comes back by itself on a day.</summary>
    Recycle,

    /// <summary>It ends there.</summary>
    Disqualify,

    /// <summary>Marketing mends what is wrong or missing, and hands it off again.</summary>
    Mend,

    /// <summary>It goes on to another sales channel.</summary>
    Reroute,
}

/// <summary>What follows one reason of a rejection.</summary>
/// <param name="Days">After so many days it comes back, where nobody chose another day; 0 where it does not come back.</param>
public sealed record RejectionTerms(Consequence Do, int Days = 0)
{
    /// <summary>The longest that the agreement may have a lead wait.</summary>
    public const int MostDays = 730;

    /// <summary>Those of every reason before anybody agreed on others.</summary>
    public static IReadOnlyDictionary<RejectionReason, RejectionTerms> AtFirst { get; } = new Dictionary<RejectionReason, RejectionTerms>
    {
        [RejectionReason.Profile] = new(Consequence.Disqualify),
        [RejectionReason.Budget] = new(Consequence.Recycle, 90),
        [RejectionReason.Authority] = new(Consequence.Mend),
        [RejectionReason.Need] = new(Consequence.Disqualify),
        [RejectionReason.Timing] = new(Consequence.Recycle, 90),
        [RejectionReason.Duplicate] = new(Consequence.Disqualify),
        [RejectionReason.WrongData] = new(Consequence.Mend),
        [RejectionReason.Other] = new(Consequence.Mend),
        [RejectionReason.Territory] = new(Consequence.Reroute),
        [RejectionReason.Competitor] = new(Consequence.Disqualify),
    };
}
