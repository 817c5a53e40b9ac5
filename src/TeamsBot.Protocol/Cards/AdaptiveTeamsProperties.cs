namespace TeamsBot.Protocol.Cards;

/// <summary>The part of a card that only Teams reads.</summary>
public sealed record AdaptiveTeamsProperties
{
    public AdaptiveTeamsWidth? Width { get; init; }

    public IReadOnlyList<AdaptiveMention>? Entities { get; init; }
}

public enum AdaptiveTeamsWidth
{
    /// <summary>Widens the card to the column of the chat.</summary>
    Full,
}
