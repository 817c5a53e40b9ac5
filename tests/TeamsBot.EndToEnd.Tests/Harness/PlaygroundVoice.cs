using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TeamsBot.Hosting.Playground;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>Speaks to a bot that no Playground knows of, in the words in which the Playground would.</summary>
internal sealed class PlaygroundVoice(Uri messages, Uri connector) : IDisposable
{
    private readonly HttpClient client = new();

    /// <summary>Presses a button of a card in the sales channel as this person, and returns the bot's answer.</summary>
    public async Task<JsonNode> PressAsync(PlaygroundPerson person, PostedCard card, string button)
    {
        var tenant = new JsonObject { ["id"] = PlaygroundTenant.TenantId };
        var activity = new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["id"] = Guid.NewGuid().ToString(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = connector.AbsoluteUri,
            ["locale"] = "en-US",
            ["from"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name, ["aadObjectId"] = person.Id },
            ["recipient"] = new JsonObject { ["id"] = PlaygroundTenant.BotId, ["name"] = PlaygroundTenant.BotName },
            ["conversation"] = new JsonObject { ["id"] = card.Conversation, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = PlaygroundTenant.TenantId },
            ["channelData"] = new JsonObject
            {
                ["tenant"] = tenant,
                ["team"] = new JsonObject { ["id"] = PlaygroundTenant.General.Id },
                ["channel"] = new JsonObject { ["id"] = PlaygroundTenant.SalesLeads.Id },
            },
            ["replyToId"] = card.Message,
            ["value"] = new JsonObject { ["action"] = card.Action(button)!.DeepClone() },
        };
        using var response = await client.PostAsJsonAsync(messages, activity);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public void Dispose() => client.Dispose();
}
