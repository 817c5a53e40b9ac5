using System.Net.Http.Headers;
using System.Text.Json;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.Teams;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>What people write and press, as Teams brings it to a bot.</summary>
internal sealed class Desk(string serviceUrl) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient client = new() { Timeout = Deadline.Step };
    private readonly ActivityBuilder activities = new(serviceUrl);

    /// <summary>Writes to the bot in one's own chat.</summary>
    public Task SayAsync(BotProcess bot, Person who, string text) => SendAsync(bot, activities.PersonalMessage(who, text));

    /// <summary>Presses a button of a card; or lets the client refresh it, which looks the same to the bot.</summary>
    /// <returns>The bot's answer.</returns>
    public Task<string> PressAsync(BotProcess bot, Person who, Standing card, string verb, params (string Name, string Value)[] data) =>
        SendAsync(bot, activities.CardAction(who, card.Conversation, card.Id, verb, JsonSerializer.Serialize(data.ToDictionary(field => field.Name, field => field.Value))));

    public void Dispose() => client.Dispose();

    private async Task<string> SendAsync(BotProcess bot, Activity activity)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Wire.Activity)) { Headers = { ContentType = Json } };
        using var response = await client.PostAsync(bot.Messages, content);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
