using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>A button, or what happens on a click on an element.</summary>
[JsonConverter(typeof(OwnTypeConverter<AdaptiveAction>))]
public abstract record AdaptiveAction
{
    [JsonInclude, JsonPropertyName("type"), JsonPropertyOrder(-10)]
    internal string Type => this switch
    {
        AdaptiveExecuteAction => "Action.Execute",
        AdaptiveSubmitAction => "Action.Submit",
        AdaptiveOpenUrlAction => "Action.OpenUrl",
        AdaptiveShowCardAction => "Action.ShowCard",
        AdaptiveToggleVisibilityAction => "Action.ToggleVisibility",
        _ => throw new InvalidOperationException("An action has a type that no client knows."),
    };

    [JsonPropertyOrder(-9)]
    public string? Id { get; init; }

    /// <summary>The words on the button, one line of plain text.</summary>
    [JsonPropertyOrder(-8)]
    public string? Title { get; init; }

    public AdaptiveActionStyle Style { get; init; }

    public AdaptiveActionMode Mode { get; init; }

    /// <summary>Plain text; needed where a button has an icon and no title.</summary>
    public string? Tooltip { get; init; }

    /// <summary>Null is enabled.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>An https address, a data URI, or a name of Teams' icons such as "icon:Calendar,filled".</summary>
    [JsonConverter(typeof(CardUrlConverter))]
    public Uri? IconUrl { get; init => field = value is null ? null : CardUrl.OneOf(value, "https", "data", "icon"); }

    public IReadOnlyDictionary<string, string>? Requires { get; init; }
}

/// <summary>A decoration: some clients ignore it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AdaptiveActionStyle>))]
public enum AdaptiveActionStyle { Default, Positive, Destructive }

/// <summary>Secondary puts the action into the overflow menu.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AdaptiveActionMode>))]
public enum AdaptiveActionMode { Primary, Secondary }

/// <summary>None sends no inputs and so skips their checks.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AdaptiveAssociatedInputs>))]
public enum AdaptiveAssociatedInputs { Auto, None }
