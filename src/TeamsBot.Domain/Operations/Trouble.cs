using NodaTime;

namespace TeamsBot.Domain.Operations;

/// <summary>Something that somebody saw going wrong.</summary>
/// <param name="Subject">Which one of its kind; empty where there is one only.</param>
/// <param name="Since">From when on.</param>
public sealed record Sighting(TroubleKind Kind, string Subject, Instant Since)
{
    /// <summary>How many: refused sends since the last sighting, parked items now.</summary>
    public int Count { get; init; }

    /// <summary>When it ended, where it is known only afterwards.</summary>
    public Instant? Until { get; init; }
}

/// <summary>One trouble from its begin to its end. What comes back soon after its end is the same one, and rings nobody again.</summary>
/// <param name="Since">When it began.</param>
/// <param name="SeenAt">When it was last seen.</param>
public sealed record Trouble(TroubleKind Kind, string Subject, Instant Since, Instant SeenAt)
{
    private static readonly Duration s_quiet = Duration.FromMinutes(30);
    private static readonly Duration s_quietOfRefusals = Duration.FromHours(24);

    // Several instances see the end of one outage within so much of each other.
    private static readonly Duration s_sameEnd = Duration.FromMinutes(1);

    // Whoever sees an outage says so again after this time.
    private static readonly Duration s_again = Duration.FromMinutes(1);

    /// <summary>When it ended; null while it lasts.</summary>
    public Instant? Until { get; init; }

    /// <summary>How often it came back.</summary>
    public int Returns { get; init; }

    /// <summary>How many sends were refused, or how many items are parked.</summary>
    public int Count { get; init; }

    /// <summary>Counts the times that people are rung for this kind and subject.</summary>
    public int Ring { get; init; } = 1;

    /// <summary>Counts the changes that a card shows.</summary>
    public int Version { get; init; } = 1;

    public bool IsOver => Until is not null;

    /// <summary>Nobody has said for a while that an outage lasts: those who saw it may be gone, so that whoever sees the contrary may end it.</summary>
    public bool IsForgottenAt(Instant now) => !IsOver && now - SeenAt >= s_again * 2;

    /// <summary>How long after its end it is the same when it comes back. Refusals come now and then, for as long as their cause is there.</summary>
    public static Duration QuietTime(TroubleKind kind) => kind == TroubleKind.SendsRefused ? s_quietOfRefusals : s_quiet;

    /// <summary>A first sighting.</summary>
    public static Trouble Begin(Sighting seen, Instant now) => new(seen.Kind, seen.Subject, seen.Since, seen.Until ?? now) { Until = seen.Until, Count = seen.Count };

    /// <summary>It is seen once more.</summary>
    /// <returns>The trouble as it is from now on; this very one where nothing is new.</returns>
    public Trouble See(Sighting seen, Instant now)
    {
        if (Until is not { } until)
        {
            return seen.Until is { } end ? End(end) : Go(seen, now);
        }

        if (seen.Since <= until && (seen.Until ?? now) <= until + s_sameEnd)
        {
            return this; // Another instance's account of the same, or it has not noticed the end yet.
        }

        return seen.Since - until <= QuietTime(Kind)
            ? Go(seen, now) with { Until = seen.Until, Returns = Returns + 1, Version = Version + 1 }
            : Begin(seen, now) with { Ring = Ring + 1, Version = Version + 1 };
    }

    /// <summary>It is over.</summary>
    /// <returns>As <see cref="See"/>.</returns>
    public Trouble End(Instant at) => IsOver ? this : this with { Until = Instant.Max(at, Since), Version = Version + 1 };

    // Each further refusal counts, but a card is not redrawn for it; the number of parked items is what its card is about.
    private Trouble Go(Sighting seen, Instant now) => Kind switch
    {
        TroubleKind.TeamsDown or TroubleKind.NoToken when now - SeenAt >= s_again => this with { SeenAt = now },
        TroubleKind.SendsRefused => this with { SeenAt = now, Count = Count + seen.Count },
        TroubleKind.WorkParked when seen.Count != Count => this with { SeenAt = now, Count = seen.Count, Version = Version + 1 },
        _ => this,
    };
}
