namespace TeamsBot.Protocol.Cards;

/// <summary>Buttons in the middle of a card.</summary>
public sealed record AdaptiveActionSet : AdaptiveElement
{
    public required IReadOnlyList<AdaptiveAction> Actions { get; init; }
}
