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
    public async Task<JsonNode> PressAsync(PlaygroundPerson person, PostedCard card, string button)
    {
        var invoke = new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = card.Action(button)!.DeepClone() },
            ["from"] = From(person),
            ["conversation"] = new JsonObject { ["id"] = card.Conversation },
            ["replyToId"] = card.Message,
        };
        using var response = await client.PostAsJsonAsync("/_conversation/v1/invoke", invoke);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public void Dispose() => client.Dispose();

    private static JsonObject From(PlaygroundPerson person) => new() { ["id"] = person.Id };
}
