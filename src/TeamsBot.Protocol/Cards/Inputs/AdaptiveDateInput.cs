namespace TeamsBot.Protocol.Cards;

/// <summary>A date; comes back as "2026-11-23".</summary>
public sealed record AdaptiveDateInput : AdaptiveInput
{
    public DateOnly? Value { get; init; }

    public DateOnly? Min { get; init; }

    public DateOnly? Max { get; init; }

    public string? Placeholder { get; init; }
}
