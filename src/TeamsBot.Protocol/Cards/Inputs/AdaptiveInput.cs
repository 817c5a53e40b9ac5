using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>What a person fills in. Clients check the rules of an input; the server has to check them again.</summary>
public abstract record AdaptiveInput : AdaptiveElement
{
    /// <summary>The key under which the value comes back; unique in the card.</summary>
    [JsonPropertyOrder(-2)]
    public override required string? Id { get; init => field = Filled(value); }

    /// <summary>What a person, or a screen reader, reads before the field. Plain text.</summary>
    [JsonPropertyOrder(-1), JsonConverter(typeof(LiteralTextConverter))]
    public required string Label { get; init => field = Filled(value); }

    public bool IsRequired { get; init; }

    /// <summary>What to do about a missing or wrong value. Plain text; a required input needs one.</summary>
    [JsonConverter(typeof(UnlinkedTextConverter))]
    public string? ErrorMessage { get; init; }

    private static string Filled(string? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return value;
    }
}
