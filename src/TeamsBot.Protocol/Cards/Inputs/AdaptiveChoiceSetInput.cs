using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>One or several of a list. Several come back joined by commas.</summary>
public sealed record AdaptiveChoiceSetInput : AdaptiveInput
{
    [JsonIgnore]
    public required IReadOnlyList<AdaptiveChoice> Choices { get; init; }

    [JsonInclude, JsonPropertyName("choices")]
    internal IReadOnlyList<AdaptiveChoice> ShownChoices => ShowsBoxes ? [.. Choices.Select(AsMarkdown)] : Choices;

    /// <summary>Where the client finds more choices while the person types.</summary>
    [JsonPropertyName("choices.data")]
    public AdaptiveDataQuery? ChoicesData { get; init; }

    /// <summary>The value, or the values joined by commas, that is chosen at first.</summary>
    public string? Value { get; init; }

    public AdaptiveChoiceInputStyle? Style { get; init; }

    public bool IsMultiSelect { get; init; }

    public string? Placeholder { get; init; }

    public bool Wrap { get; init; }

    // Clients read the words beside a radio button or a box as markdown, but those in a drop-down list as they are.
    private bool ShowsBoxes => Style == AdaptiveChoiceInputStyle.Expanded || (IsMultiSelect && ChoicesData is null);

    private static AdaptiveChoice AsMarkdown(AdaptiveChoice choice) => choice with { Title = CardText.Plain(choice.Title).ToString() };
}

/// <summary><paramref name="Title"/> is plain text.</summary>
public sealed record AdaptiveChoice(string Title, string Value);

[JsonConverter(typeof(CamelCaseEnumConverter<AdaptiveChoiceInputStyle>))]
public enum AdaptiveChoiceInputStyle { Compact, Expanded, Filtered }
