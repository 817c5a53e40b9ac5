using NodaTime;

namespace TeamsBot.Domain.Campaigns;

/// <summary>Something that marketing runs for a while to create demand. Everything but the id may be unknown.</summary>
public sealed record Campaign(string Id)
{
    public string? Name { get; init; }

    /// <summary>Where it runs: paid search, event, email.</summary>
    public string? Channel { get; init; }

    /// <summary>The first day.</summary>
    public LocalDate? StartsOn { get; init; }

    /// <summary>The last day, itself included.</summary>
    public LocalDate? EndsOn { get; init; }

    public CampaignStatus Status { get; init; }

    public decimal? Budget { get; init; }

    /// <summary>In the currency of <see cref="Budget"/>.</summary>
    public decimal? Spend { get; init; }

    public string? Audience { get; init; }

    public string? Offer { get; init; }

    public string? Owner { get; init; }

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}

public enum CampaignStatus
{
    Planned,
    Live,
    Ended,
    Cancelled,
}
