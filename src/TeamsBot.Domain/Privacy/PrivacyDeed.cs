using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Privacy;

public enum PrivacyAction
{
    Erased,
    Exported,
}

/// <summary>One row of the audit of what was done with a person's data; never what the data were.</summary>
/// <param name="Lead">As <see cref="HashOf"/> gives it: whoever has the id finds the row, the row does not give the id away.</param>
/// <param name="By">Whose deed it was.</param>
/// <param name="At">When they asked for it.</param>
/// <param name="Held">How much there was.</param>
public sealed record PrivacyDeed(PrivacyAction Action, string Lead, PersonRef By, Instant At, HeldRecords Held)
{
    /// <summary>Why, for an erasure; null for an export.</summary>
    public ErasureCause? Cause { get; init; }

    /// <summary>When it was done; null for an export, which is done when it is asked for.</summary>
    public Instant? DoneAt { get; init; }

    public static string HashOf(LeadId lead) => HashChain.Hash("lead", lead.Value);
}
