using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>A PNG, JPEG or GIF of at most 1024 by 1024 pixels and 1 MB. Teams follows no redirect and sends no credentials.</summary>
public sealed record AdaptiveImage : AdaptiveElement
{
    /// <summary>https, or a data URI for something small.</summary>
    [JsonPropertyOrder(-1), JsonConverter(typeof(CardUrlConverter))]
    public required Uri Url { get; init => field = CardUrl.OneOf(value, "https", "data"); }

    /// <summary>What a screen reader says; empty for a decoration.</summary>
    public required string AltText { get; init; }

    public AdaptiveImageSize Size { get; init; }

    public AdaptiveImageStyle Style { get; init; }

    /// <summary>Such as "48px"; wins over <see cref="Size"/>.</summary>
    public string? Width { get; init; }

    /// <summary>Lets a click open the picture on its own.</summary>
    public bool AllowExpand { get; init; }

    public AdaptiveAction? SelectAction { get; init; }
}
