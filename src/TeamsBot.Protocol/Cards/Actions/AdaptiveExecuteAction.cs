using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>Sends an adaptiveCard/action invoke, which the bot answers with a card or a message.</summary>
public sealed record AdaptiveExecuteAction : AdaptiveAction
{
    [JsonPropertyOrder(-3)]
    public required string Verb { get; init; }

    [JsonPropertyOrder(-2)]
    public CardData? Data { get; init; }

    [JsonPropertyOrder(-1)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; init; }
}
