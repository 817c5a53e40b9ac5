using System.Net;
using System.Text;
using System.Text.Json;
using Shouldly;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Testing.App;

/// <summary>Somebody in Teams, whose clicks and words reach the bot as Teams brings them.</summary>
public sealed class Someone(BatonApp app, Person person)
{
    // One for the bot's whole life, so that no two activities have one id.
    private readonly ActivityBuilder activities = Builders.GetValue(app, static bot => bot.Teams.Activities());

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<BatonApp, ActivityBuilder> Builders = [];

    public Person Person => person;

    /// <summary>Writes to the bot in their own chat.</summary>
    public Task Says(string text) => DeliverAsync(activities.PersonalMessage(person, text));

    /// <summary>Mentions the bot in a channel.</summary>
    public Task SaysIn(string channel, string text) => DeliverAsync(activities.ChannelMessage(person, channel, text));

    /// <summary>Presses a button: by its title, id or verb.</summary>
    public Task<ClickAnswer> Clicks(ShownCard card, string button, params IEnumerable<(string Name, string Value)> inputs)
    {
        var (verb, data) = card.Press(button, inputs);
        return Sends(card.ConversationId, verb, data, card.ActivityId);
    }

    /// <summary>Teams asks for the reader's own view of a card.</summary>
    public Task<ClickAnswer> Refreshes(ShownCard card) =>
        Sends(card.ConversationId, "handoff.view", JsonSerializer.Serialize(new { handoff = card.Handoff, v = 1 }), card.ActivityId, trigger: "automatic");

    /// <summary>A click made up by hand.</summary>
    public Task<ClickAnswer> Sends(string conversation, string verb, string data, string cardActivity = "1", string trigger = "manual") =>
        Delivers(Click(conversation, verb, data, cardActivity, trigger));

    /// <summary>A click that is still to be delivered, maybe more than once.</summary>
    public Activity Click(string conversation, string verb, string data, string cardActivity = "1", string trigger = "manual") =>
        activities.CardAction(person, conversation, cardActivity, verb, data, trigger);

    /// <summary>A press of a button that is still to be delivered, maybe more than once.</summary>
    public Activity Click(ShownCard card, string button, params IEnumerable<(string Name, string Value)> inputs)
    {
        var (verb, data) = card.Press(button, inputs);
        return Click(card.ConversationId, verb, data, card.ActivityId);
    }

    /// <summary>Delivers an invoke and reads its answer.</summary>
    public async Task<ClickAnswer> Delivers(Activity invoke)
    {
        using var response = await app.PostAsync(invoke);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return ClickAnswer.Read(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Opens an action of the message extension above the box in which they write a message.</summary>
    public Task<ClickAnswer> Opens(string conversation, string command) =>
        InDialog(conversation, InvokeNames.ComposeExtensionFetchTask, $$"""{"commandId":"{{command}}","context":{"theme":"default"},"commandContext":"compose"}""");

    /// <summary>Presses a button of the dialog that it opened.</summary>
    public Task<ClickAnswer> Submits(string conversation, string command, ShownCard dialog, string button, params IEnumerable<(string Name, string Value)> inputs) =>
        InDialog(conversation, InvokeNames.ComposeExtensionSubmitAction, $$"""{"commandId":"{{command}}","data":{{dialog.Press(button, inputs).Data}},"commandContext":"compose"}""");

    private async Task<ClickAnswer> InDialog(string conversation, string name, string value)
    {
        using var response = await app.PostAsync(activities.Invoke(person, conversation, name, value));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return ClickAnswer.ReadDialog(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Adds the bot to the team, or does with it what the action says.</summary>
    public Task Installs(string action = InstallationUpdateActions.Add) => DeliverAsync(activities.TeamInstallation(person, action));

    /// <summary>What Teams tells when people or the bot come to the team.</summary>
    public Task Adds(params ChannelAccount[] members) => DeliverAsync(activities.MembersAdded(person, members));

    /// <summary>What Teams tells when people leave the team.</summary>
    public Task Removes(params ChannelAccount[] members) =>
        DeliverAsync(activities.MembersAdded(person) with { MembersAdded = null, MembersRemoved = members });

    public async Task DeliverAsync(Activity activity)
    {
        using var response = await app.PostAsync(activity);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

/// <summary>Posting activities as Teams does.</summary>
public static class Posting
{
    public static Task<HttpResponseMessage> PostAsync(this BatonApp app, Activity activity) =>
        app.PostAsync(JsonSerializer.Serialize(activity, ActivityJson.Wire.Activity));

    /// <summary>Any body, with a good token or with the header that is given ("" for none).</summary>
    public static async Task<HttpResponseMessage> PostAsync(this BatonApp app, string body, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        var header = authorization ?? app.Token().ToString();
        if (header.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        return await app.Http.SendAsync(request);
    }
}
