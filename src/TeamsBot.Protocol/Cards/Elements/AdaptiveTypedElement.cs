using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>What every element of a card, column and input has in common.</summary>
public abstract record AdaptiveTypedElement
{
    [JsonPropertyOrder(-2)]
    public virtual string? Id { get; init; }

    /// <summary>Null is shown. False is hidden until an <see cref="AdaptiveToggleVisibilityAction"/> shows it.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>Draws a line above the element.</summary>
    public bool Separator { get; init; }

    /// <summary>The space above the element.</summary>
    public AdaptiveSpacing Spacing { get; init; }

    public AdaptiveHeight Height { get; init; }

    /// <summary>BCP 47 tag, when it differs from the card's.</summary>
    public string? Lang { get; init; }

    /// <summary>The widths at which the element shows; null is all of them.</summary>
    public AdaptiveTargetWidth? TargetWidth { get; init; }

    /// <summary>Capabilities of the client and their versions, without which the fallback is shown.</summary>
    public IReadOnlyDictionary<string, string>? Requires { get; init; }

    [JsonPropertyOrder(9)]
    public virtual AdaptiveFallback? Fallback { get; init; }
}
