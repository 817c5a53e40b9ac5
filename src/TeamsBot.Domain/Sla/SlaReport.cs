using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Sla;

/// <summary>How a service level agreement was kept in a period, from the ledger's rows of that period.</summary>
public sealed record SlaReport
{
    /// <summary>How many acknowledgements that came late are named.</summary>
    public const int MostLate = 3;

    public required SlaFigures Total { get; init; }

    /// <summary>Of the clocks that ended, those of each kind; kinds of which none ended are left out, here and below.</summary>
    public required IReadOnlyDictionary<ClockKind, SlaFigures> Clocks { get; init; }

    public required IReadOnlyDictionary<Tier, SlaFigures> Tiers { get; init; }

    /// <summary>By the sales channel, most breaches first.</summary>
    public required IReadOnlyList<SlaGroup<string>> Channels { get; init; }

    /// <summary>By whose clock it was, most breaches first; null is nobody's: what ran out before anybody accepted.</summary>
    public required IReadOnlyList<SlaGroup<PersonRef?>> People { get; init; }

    /// <summary>From the request to the acceptance, late ones with all that they took.</summary>
    public required WorkTimes ToAccept { get; init; }

    /// <summary>From the acceptance to the first contact.</summary>
    public required WorkTimes ToContact { get; init; }

    /// <summary>What was done latest after its target, latest first.</summary>
    public required IReadOnlyList<LedgerEntry> Latest { get; init; }
}

/// <param name="Of">What the clocks have in common.</param>
public sealed record SlaGroup<T>(T Of, SlaFigures Figures);
