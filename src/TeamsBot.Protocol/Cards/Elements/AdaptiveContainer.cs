namespace TeamsBot.Protocol.Cards;

/// <summary>Elements that share a style, a direction or an action.</summary>
public sealed record AdaptiveContainer : AdaptiveElement
{
    public required IReadOnlyList<AdaptiveElement> Items { get; init; }

    public AdaptiveContainerStyle? Style { get; init; }

    /// <summary>Null is the direction of what it stands in.</summary>
    public bool? Rtl { get; init; }

    /// <summary>Lets the background reach the edges of the parent.</summary>
    public bool Bleed { get; init; }

    /// <summary>Such as "80px".</summary>
    public string? MinHeight { get; init; }

    public AdaptiveVerticalAlignment? VerticalContentAlignment { get; init; }

    public AdaptiveAction? SelectAction { get; init; }
}
