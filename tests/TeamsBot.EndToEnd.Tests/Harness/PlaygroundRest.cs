using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TeamsBot.Hosting.Playground;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>The Playground without its page: what Alex Wilber types, and what anybody presses.</summary>
internal sealed class PlaygroundRest(Uri address) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = address };

    /// <summary>Adds the bot to a chat or a channel.</summary>
    public async Task InstallAsync(string conversation)
    {
        using var response = await client.PostAsJsonAsync($"/_debug/conversation/{Uri.EscapeDataString(conversation)}/installation", new JsonObject());
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Types into Alex Wilber's personal chat. Not while a page is open: it would lose its place.</summary>
    public async Task SayAsync(string text)
    {
        var message = new JsonObject { ["from"] = From(PlaygroundTenant.AlexWilber), ["text"] = text, ["textFormat"] = "plain" };
        using var response = await client.PostAsJsonAsync($"/_conversation/v1/conversations/{Uri.EscapeDataString(PlaygroundTenant.PersonalChatId)}/messages", message);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Presses a button of a card as this person, and returns the bot's answer: its <c>type</c> and <c>value</c>.</summary>
    /// <param name="inputs">What was typed into the fields that the button sends.</param>
    public async Task<JsonNode> PressAsync(PlaygroundPerson person, PostedCard card, string button, params IEnumerable<(string Name, string Value)> inputs)
    {
        var action = card.Action(button)!.DeepClone();
        foreach (var (name, value) in inputs)
        {
            action["data"]![name] = value;
        }

        var invoke = new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = action },
            ["from"] = From(person),
            ["conversation"] = new JsonObject { ["id"] = card.Conversation },
            ["replyToId"] = card.Message,
        };
        using var response = await client.PostAsJsonAsync("/_conversation/v1/invoke", invoke);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Delivers a click that no card offers, as Teams would: in a channel of the team, by this person.</summary>
    /// <param name="connector">Where the bot is to answer.</param>
    public async Task DeliverAsync(Uri connector, PlaygroundPerson person, PlaygroundChannel channel, string verb, JsonObject data)
    {
        var activity = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["id"] = Guid.NewGuid().ToString(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = connector.AbsoluteUri,
            ["from"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name, ["aadObjectId"] = person.Id },
            ["recipient"] = new JsonObject { ["id"] = PlaygroundTenant.BotId },
            ["conversation"] = new JsonObject { ["id"] = channel.Id, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = PlaygroundTenant.TenantId },
            ["channelData"] = new JsonObject
            {
                ["tenant"] = new JsonObject { ["id"] = PlaygroundTenant.TenantId },
                ["team"] = new JsonObject { ["id"] = PlaygroundTenant.General.Id },
                ["channel"] = new JsonObject { ["id"] = channel.Id },
            },
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data } },
        };
        using var response = await client.PostAsJsonAsync("/_internal/v1/customActivities", activity);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => client.Dispose();

    private static JsonObject From(PlaygroundPerson person) => new() { ["id"] = person.Id };
}
