using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>Yes or no. Comes back as <see cref="ValueOn"/> or <see cref="ValueOff"/>, "true" and "false" when not said.</summary>
public sealed record AdaptiveToggleInput : AdaptiveInput
{
    /// <summary>The sentence beside the box. Plain text.</summary>
    [JsonConverter(typeof(UnlinkedTextConverter))]
    public required string Title { get; init; }

    public string? Value { get; init; }

    public string? ValueOn { get; init; }

    public string? ValueOff { get; init; }

    public bool Wrap { get; init; } = true;
}
