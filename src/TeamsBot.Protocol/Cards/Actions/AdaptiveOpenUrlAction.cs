using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>Opens a page or a Teams deep link.</summary>
public sealed record AdaptiveOpenUrlAction : AdaptiveAction
{
    /// <exception cref="ArgumentException">The address is not https.</exception>
    [JsonPropertyOrder(-1), JsonConverter(typeof(CardUrlConverter))]
    public required Uri Url { get; init => field = CardUrl.Https(value); }
}
