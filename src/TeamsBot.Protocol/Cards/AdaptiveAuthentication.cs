using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>Asks for a sign-in before an action of the card is sent.</summary>
public sealed record AdaptiveAuthentication
{
    public string? Text { get; init; }

    /// <summary>Name of the OAuth connection of the bot's registration.</summary>
    public required string ConnectionName { get; init; }

    public IReadOnlyList<AdaptiveAuthCardButton>? Buttons { get; init; }

    public AdaptiveTokenExchangeResource? TokenExchangeResource { get; init; }
}

/// <summary>A sign-in button: <see cref="Type"/> is "signin", <see cref="Value"/> the https address to open.</summary>
public sealed record AdaptiveAuthCardButton(string Title, Uri Value)
{
    [JsonPropertyOrder(-1)]
    public string Type => "signin";

    [JsonConverter(typeof(CardUrlConverter))]
    public Uri Value { get; } = CardUrl.Https(Value);
}

public sealed record AdaptiveTokenExchangeResource(string Id, string Uri, string? ProviderId = null);
