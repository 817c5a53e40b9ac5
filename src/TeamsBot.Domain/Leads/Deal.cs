using NodaTime;

namespace TeamsBot.Domain.Leads;

/// <summary>A sale in the making or made.</summary>
public sealed record Deal(string Id)
{
    public LeadId? Lead { get; init; }

    public string? Account { get; init; }

    public string? Product { get; init; }

    public string? Rep { get; init; }

    public string? Manager { get; init; }

    public string? Region { get; init; }

    public string? Team { get; init; }

    public string? Source { get; init; }

    public string? Campaign { get; init; }

    public string? Segment { get; init; }

    public string? Country { get; init; }

    public Instant? OpenedAt { get; init; }

    public Instant? ClosedAt { get; init; }

    public DealStatus Status { get; init; }

    public string? Stage { get; init; }

    /// <summary>In <see cref="Currency"/>.</summary>
    public decimal? Value { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}

public enum DealStatus
{
    Open,
    Won,
    Lost,
}
