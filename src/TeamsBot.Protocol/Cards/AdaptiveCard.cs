using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// A card as Teams renders it. The version is always 1.5: a client that knows less shows <see cref="FallbackText"/> only, and Teams
/// claims no more than 1.5 for cards that a bot sends.
/// </summary>
public sealed record AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    [JsonInclude, JsonPropertyName("type"), JsonPropertyOrder(-9)]
    internal string Type => "AdaptiveCard";

    [JsonInclude, JsonPropertyName("$schema"), JsonPropertyOrder(-8)]
    internal string? Schema => IsForm ? null : "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-7)]
    public string Version => "1.5";

    /// <summary>BCP 47 tag of the language that the card is written in.</summary>
    [JsonPropertyOrder(-6)]
    public string? Lang { get; init; }

    /// <summary>True for a card that runs from right to left. A form card needs its own.</summary>
    [JsonPropertyOrder(-5)]
    public bool Rtl { get; init; }

    /// <summary>What a client that cannot show the card shows; also the notification. Plain text, under 100 characters.</summary>
    [JsonPropertyOrder(-4)]
    public string? FallbackText { get; init; }

    /// <summary>What a screen reader says for the whole card. Plain text.</summary>
    [JsonPropertyOrder(-3)]
    public string? Speak { get; init; }

    /// <summary>Asks the bot for the view of the person who looks at the card.</summary>
    [JsonPropertyOrder(-2)]
    public AdaptiveRefresh? Refresh { get; init; }

    [JsonPropertyOrder(-1)]
    public AdaptiveAuthentication? Authentication { get; init; }

    public required IReadOnlyList<AdaptiveElement> Body { get; init; }

    /// <summary>At most six show as buttons; those with <see cref="AdaptiveActionMode.Secondary"/> stand in the overflow menu.</summary>
    public IReadOnlyList<AdaptiveAction>? Actions { get; init; }

    public AdaptiveAction? SelectAction { get; init; }

    public AdaptiveContainerStyle? Style { get; init; }

    /// <summary>Such as "120px".</summary>
    public string? MinHeight { get; init; }

    public AdaptiveVerticalAlignment? VerticalContentAlignment { get; init; }

    /// <summary>Width and mentions, which only Teams knows.</summary>
    public AdaptiveTeamsProperties? Msteams { get; init; }

    /// <summary>A form inside a show-card action is part of its card and repeats no schema.</summary>
    [JsonIgnore]
    internal bool IsForm { get; init; }

    /// <summary>The card with these people mentioned; put each one's <see cref="AdaptiveMention.Text"/> into a text of the card.</summary>
    /// <exception cref="ArgumentException">Two people have the same key, so that one would be taken for the other.</exception>
    public AdaptiveCard WithMentions(params IReadOnlyList<AdaptiveMention> mentions) =>
        mentions.DistinctBy(mention => mention.Text).Count() < mentions.Count
            ? throw new ArgumentException("Two mentions have the same key.", nameof(mentions))
            : this with { Msteams = (Msteams ?? new AdaptiveTeamsProperties()) with { Entities = mentions } };
}
