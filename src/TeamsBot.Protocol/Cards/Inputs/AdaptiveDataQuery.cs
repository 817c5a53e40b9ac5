using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>A search that the client runs for the choices of an input, at Graph or by an invoke to the bot.</summary>
public sealed record AdaptiveDataQuery(string Dataset)
{
    /// <summary>Everybody in the organisation. Works in personal chats and dialogs.</summary>
    public static AdaptiveDataQuery People { get; } = new("graph.microsoft.com/users");

    /// <summary>The members of this conversation.</summary>
    public static AdaptiveDataQuery Members { get; } = new("graph.microsoft.com/users?scope=currentContext");

    [JsonInclude, JsonPropertyName("type"), JsonPropertyOrder(-1)]
    internal string Type => "Data.Query";

    public AdaptiveAssociatedInputs? AssociatedInputs { get; init; }
}
