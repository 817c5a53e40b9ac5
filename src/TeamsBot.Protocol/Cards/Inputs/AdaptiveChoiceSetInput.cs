using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>One or several of a list. Several come back joined by commas.</summary>
public sealed record AdaptiveChoiceSetInput : AdaptiveInput
{
    public required IReadOnlyList<AdaptiveChoice> Choices { get; init; }

    /// <summary>Where the client finds more choices while the person types.</summary>
    [JsonPropertyName("choices.data")]
    public AdaptiveDataQuery? ChoicesData { get; init; }

    /// <summary>The value, or the values joined by commas, that is chosen at first.</summary>
    public string? Value { get; init; }

    public AdaptiveChoiceInputStyle? Style { get; init; }

    public bool IsMultiSelect { get; init; }

    public string? Placeholder { get; init; }

    public bool Wrap { get; init; }
}

/// <summary><paramref name="Title"/> is plain text.</summary>
public sealed record AdaptiveChoice([property: JsonConverter(typeof(UnlinkedTextConverter))] string Title, string Value);

[JsonConverter(typeof(CamelCaseEnumConverter<AdaptiveChoiceInputStyle>))]
public enum AdaptiveChoiceInputStyle { Compact, Expanded, Filtered }
