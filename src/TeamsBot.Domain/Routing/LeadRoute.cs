using NodaTime;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Routing;

/// <summary>What decided who is asked first.</summary>
public enum RouteBasis
{
    /// <summary>It was the rep's turn.</summary>
    Turn,

    /// <summary>The rule names the rep.</summary>
    NamedRep,

    /// <summary>The rep has another lead of the company.</summary>
    SameCompany,

    /// <summary>Nobody of the pool could be asked: the channel was.</summary>
    NobodyFree,

    /// <summary>The pool gives its leads to the channel at once.</summary>
    Channel,
}

/// <summary>Why a handoff went where it went; kept with it, since rules and turns change.</summary>
/// <param name="Rule">The name of the rule that the lead met.</param>
/// <param name="Rep">The one who was asked alone first; null where the channel was asked at once.</param>
public sealed record LeadRoute(string Rule, string Pool, RouteBasis Basis, PersonRef? Rep)
{
    /// <summary>What of the lead met the rule, as the lead has it: "Germany"; null where the rule asks for nothing.</summary>
    public string? By { get; init; }

    /// <summary>Until when the rep has it alone; null with <see cref="Rep"/>.</summary>
    public Instant? Until { get; init; }

    /// <summary>When that ended and the channel was asked; null before, and where the rep answered in time.</summary>
    public Instant? EndedAt { get; init; }
}
