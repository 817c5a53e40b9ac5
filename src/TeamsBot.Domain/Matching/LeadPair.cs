using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Matching;

/// <summary>Two leads, in whatever order they were named.</summary>
public sealed record LeadPair
{
    public LeadPair(LeadId one, LeadId other) => (One, Other) = string.CompareOrdinal(one.Value, other.Value) <= 0 ? (one, other) : (other, one);

    public LeadId One { get; }

    public LeadId Other { get; }

    /// <summary>The same for the same two; tells nothing of their ids.</summary>
    public string Key => HashChain.Hash(One.Value, Other.Value)[..32];
}

/// <summary>Two leads that may be one, for a person to decide.</summary>
public sealed record OpenPair(LeadPair Pair, IReadOnlyList<MatchReason> Why, Instant At);

/// <summary>What a person said of two leads; it holds from then on.</summary>
public sealed record Remembered(LeadPair Pair, bool AreSame, PersonRef By, Instant At);
