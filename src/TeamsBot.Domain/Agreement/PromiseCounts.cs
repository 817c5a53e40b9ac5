using NodaTime;
using TeamsBot.Domain.Handoffs;

namespace TeamsBot.Domain.Agreement;

/// <summary>What of marketing's promise has come true.</summary>
/// <param name="Leads">Handed over in the month.</param>
/// <param name="Accepted">Of these, by sales so far.</param>
/// <param name="Answered">Accepted or rejected so far.</param>
public sealed record PromiseCounts(int Leads, int Accepted, int Answered)
{
    /// <summary>Rounded down, so that it reaches the promised percentage exactly when the leads do; null while none is answered.</summary>
    public int? AcceptancePercent => Answered == 0 ? null : (int)(Accepted * 100L / Answered);

    /// <summary>Whether less was done than the month's part that is over asks for, or sales accepts less than was promised.</summary>
    public bool AreBehind(Promise promise, int percentOver) =>
        Leads * 100L < (long)promise.LeadsPerMonth * percentOver || AcceptancePercent < promise.AcceptancePercent;
}

/// <summary>The counts up to a moment, to be counted on from there.</summary>
public sealed record PromiseTally(Instant Until, int Leads, int Accepted, int Rejected)
{
    public PromiseCounts Counts => new(Leads, Accepted, Accepted + Rejected);

    /// <summary>With one more row of the journal. The answer to a lead counts for the month in which it was handed over.</summary>
    public PromiseTally With(LedgerEntry entry, PromiseMonth month) => entry.Tenant != month.Tenant || !month.Contains(entry.RequestedAt) ? this : entry.Action switch
    {
        HandoffAction.Request => this with { Leads = Leads + 1 },
        HandoffAction.Accept or HandoffAction.Assign => this with { Accepted = Accepted + 1 },
        HandoffAction.Reject => this with { Rejected = Rejected + 1 },
        _ => this,
    };
}
