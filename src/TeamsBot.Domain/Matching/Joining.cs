using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Matching;

/// <summary>Why two leads were joined, by whom and when.</summary>
/// <param name="One">The two that were found to be the same; the two that were joined are the leads that stand for them.</param>
/// <param name="By">The marketer who said so; Baton where the evidence is exact.</param>
public sealed record JoinCause(LeadId One, LeadId Other, IReadOnlyList<MatchReason> Why, PersonRef By, Instant At);

/// <summary>What a lead is joined to, and which leads are joined to it. Nothing of a joined lead is lost: it points to another that stands for it.</summary>
/// <param name="To">Null for a lead that stands for itself.</param>
/// <param name="Cause">Of <paramref name="To"/>.</param>
/// <param name="Copies">Those that point here.</param>
public sealed record Join(LeadId Lead, LeadId? To, JoinCause? Cause, IReadOnlyList<LeadId> Copies)
{
    public static Join None(LeadId lead) => new(lead, To: null, Cause: null, []);
}

/// <summary>A lead as far as it decides who stands for whom.</summary>
/// <param name="Latest">Its last handoff; null when it was never handed off.</param>
public sealed record JoinCandidate(Lead Lead, Handoff? Latest)
{
    private bool IsOpen => Latest is { IsClosed: false };

    /// <summary>Whether a person has to decide: sales had both, and each with its own history.</summary>
    public bool NeedsPerson(JoinCandidate other) => Latest is not null && other.Latest is not null;

    /// <summary>Whether this one stays and the other points to it: the one that sales has, then the one that sales had, then the earlier.</summary>
    public bool StandsFor(JoinCandidate other)
    {
        if (IsOpen != other.IsOpen || (Latest is null) != (other.Latest is null))
        {
            return IsOpen != other.IsOpen ? IsOpen : Latest is not null;
        }

        var (one, two) = (Lead.CreatedAt ?? Instant.MaxValue, other.Lead.CreatedAt ?? Instant.MaxValue);
        return one != two ? one < two : string.CompareOrdinal(Lead.Id.Value, other.Lead.Id.Value) < 0;
    }
}
