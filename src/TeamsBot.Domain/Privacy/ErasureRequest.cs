using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Privacy;

public enum ErasureCause
{
    /// <summary>Somebody asked for it.</summary>
    Asked,

    /// <summary>Nothing has happened to the lead for as long as leads are kept.</summary>
    Age,
}

/// <summary>A lead is to be forgotten.</summary>
/// <param name="By">The admin who confirmed it; Baton where it is the lead's age.</param>
/// <param name="At">When it was confirmed.</param>
public sealed record ErasureRequest(LeadId Lead, ErasureCause Cause, PersonRef By, Instant At);

/// <summary>What was held of a lead and what became of it; counts alone, for the card of the admin and for the audit.</summary>
/// <param name="Handoffs">That it was handed off so often.</param>
/// <param name="Cards">Copies of its card in Teams.</param>
/// <param name="Deals">Sales of it.</param>
/// <param name="Terms">Words, company and address that it was found by.</param>
public sealed record HeldRecords(int Handoffs, int Cards, int Deals, int Terms);
