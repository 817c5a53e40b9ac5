using NodaTime;

namespace TeamsBot.Domain.Sla;

/// <summary>How urgent a lead is; decides the targets of its clocks.</summary>
public enum Tier
{
    Hot,
    Warm,
    Cold,
}

/// <summary>
/// The time that sales has to accept a lead and, once accepted, to contact it. Measured around the clock:
/// working hours are not taken into account yet.
/// </summary>
public sealed record SlaTargets(Duration Accept, Duration Contact)
{
    /// <summary>Hot from 80 points, warm from 50, else cold; warm where there is no score.</summary>
    public static Tier TierOf(int? score) => score switch
    {
        null => Tier.Warm,
        >= 80 => Tier.Hot,
        >= 50 => Tier.Warm,
        _ => Tier.Cold,
    };

    public static SlaTargets For(Tier tier) => tier switch
    {
        Tier.Hot => new(Duration.FromMinutes(30), Duration.FromHours(2)),
        Tier.Warm => new(Duration.FromHours(4), Duration.FromHours(24)),
        Tier.Cold => new(Duration.FromHours(24), Duration.FromHours(72)),
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "No such tier."),
    };
}
