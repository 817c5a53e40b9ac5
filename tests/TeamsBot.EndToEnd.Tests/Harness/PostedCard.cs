using System.Text.Json.Nodes;
using TeamsBot.Hosting.Playground;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>A card as the bot posted or updated it.</summary>
/// <param name="Conversation">The chat, or the thread of a channel.</param>
/// <param name="Message">The message's id.</param>
/// <param name="Card">The card's JSON.</param>
internal sealed record PostedCard(string Conversation, string Message, JsonNode Card)
{
    /// <summary>The card that a call of the bot carried, or null when it carried none.</summary>
    public static PostedCard? Of(ConnectorCall call)
    {
        var activity = call.Body?["activity"] ?? call.Body;
        if (call.Status >= 300 || activity?["attachments"]?[0]?["content"] is not { } card)
        {
            return null;
        }

        // .../v3/conversations, .../v3/conversations/{id}/activities, .../v3/conversations/{id}/activities/{message}
        var parts = call.Path.Split("/v3/conversations")[1].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var conversation = parts.Length > 0 ? Uri.UnescapeDataString(parts[0]) : (string)call.Answer!["id"]!;
        var message = parts.Length > 2 ? Uri.UnescapeDataString(parts[2]) : (string)(call.Answer!["activityId"] ?? call.Answer["id"])!;
        return new PostedCard(conversation, message, card);
    }

    /// <summary>Whether it stands in a thread of this channel.</summary>
    public bool IsIn(PlaygroundChannel channel) => Conversation.StartsWith(channel.Id, StringComparison.Ordinal);

    /// <summary>The button's action, or null when the card has no such button.</summary>
    public JsonNode? Action(string title) =>
        All(Card).FirstOrDefault(node => node["type"] is JsonValue type && ((string)type!).StartsWith("Action.", StringComparison.Ordinal) && (string?)node["title"] == title);

    /// <summary>Every text that the card shows, in order.</summary>
    public string Text() => string.Join('\n', All(Card).SelectMany(node => new[] { node["text"], node["value"] }).OfType<JsonValue>().Select(value => value.ToString()));

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject one => [one, .. one.SelectMany(property => All(property.Value))],
        JsonArray many => many.SelectMany(All),
        _ => [],
    };
}
