using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>A paragraph in card markdown. It wraps unless told otherwise, which is not the default of the schema but what people can read.</summary>
public sealed record AdaptiveTextBlock : AdaptiveElement
{
    public AdaptiveTextBlock()
    {
    }

    [SetsRequiredMembers]
    public AdaptiveTextBlock(CardText text) => Text = text;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never), JsonPropertyOrder(-1)]
    public required CardText Text { get; init; }

    public AdaptiveTextBlockStyle Style { get; init; }

    public AdaptiveTextSize Size { get; init; }

    public AdaptiveTextWeight Weight { get; init; }

    public AdaptiveTextColor Color { get; init; }

    public bool IsSubtle { get; init; }

    public AdaptiveFontType FontType { get; init; }

    public bool Wrap { get; init; } = true;

    /// <summary>Zero is as many as needed.</summary>
    public int MaxLines { get; init; }
}
