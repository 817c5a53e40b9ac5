using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>A button, or what happens on a click on an element.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AdaptiveExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(AdaptiveSubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(AdaptiveOpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(AdaptiveShowCardAction), "Action.ShowCard")]
[JsonDerivedType(typeof(AdaptiveToggleVisibilityAction), "Action.ToggleVisibility")]
public abstract record AdaptiveAction
{
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
