using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements;
using TeamsBot.Storage.Stores;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Announcements;

/// <summary>Tests of announcements through the front door, with two sales channels. It is Monday, 2 March 2026, 10:00 in Warsaw.</summary>
public abstract class AnnouncementTest : IAsyncLifetime
{
    protected static readonly SalesChannel West = new("19:west-4411aa@thread.tacv2", FakeTeam.TeamId, "Sales West", "");

    /// <summary>A campaign of the next two weeks, for both channels.</summary>
    protected static readonly (string Name, string Value)[] Dock =
    [
        (AnnouncementForm.Name, "Dock Delays 2026"),
        (AnnouncementForm.StartsOn, "2026-03-09"),
        (AnnouncementForm.EndsOn, "2026-03-20"),
        (AnnouncementForm.Offer, "Free dock audit"),
        (AnnouncementForm.TalkingPoints, "Dock wait: 47 minutes; with us 12\nNo new hardware"),
        (AnnouncementForm.Links, "One-page brief https://content.example.com/brief"),
        (AnnouncementForm.SalesChannels, FakeTeam.SalesChannelId + "," + West.Id),
    ];

    protected BatonApp App { get; private set; } = null!;

    protected Someone Mia => App.As(Cast.Mia);

    protected Someone Ben => App.As(FakeTeam.Rep);

    protected Someone Leila => App.As(FakeTeam.OtherRep);

    protected Place MiasChat => App.ChatOf(Cast.Mia);

    protected Place Sales => App.Channel();

    protected Place WestChannel => App.Channel(West.Id);

    public virtual async Task InitializeAsync()
    {
        App = await BatonApp.StartAsync();
        App.Teams.Conversations.AddChannel(West.Id, West.Name);
        await App.SetUpAsync(West);
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>The id of the draft that Mia begins.</summary>
    protected async Task<(ShownCard Form, string Id)> Begun()
    {
        await Mia.Says("announce");
        var form = await MiasChat.NextCard();
        return (form, IdOn(form));
    }

    /// <summary>An announcement that Mia typed and posted; all that follows from it is done.</summary>
    /// <returns>Mia's card that says how far it is, as the message of the form became it.</returns>
    protected async Task<(ShownCard Status, string Id)> Announced(params (string Name, string Value)[] further)
    {
        var (form, id) = await Begun();
        await Does(Mia, form, AnnouncementVerbs.Save, id, [.. further, .. Dock]);
        var answer = await Does(Mia, form, AnnouncementVerbs.Post, id);
        await Settled();
        return (answer.Card! with { ConversationId = form.ConversationId, ActivityId = form.ActivityId }, id);
    }

    /// <summary>All is done that was set in motion, also what is planned for the next look at the queue.</summary>
    protected async Task Settled()
    {
        await App.SettledAsync();
        await App.PassesAsync(TimeSpan.FromSeconds(2));
    }

    /// <summary>Presses a button of a card by its verb.</summary>
    protected static Task<ClickAnswer> Does(Someone who, ShownCard on, string verb, string id, params (string Name, string Value)[] inputs) =>
        who.Sends(on.ConversationId, verb, JsonSerializer.Serialize(inputs.Append((AnnouncementVerbs.Id, id)).DistinctBy(input => input.Item1).ToDictionary(input => input.Item1, input => input.Item2)), on.ActivityId);

    protected async Task<Announcement> Stored(string id) =>
        (await App.Services.GetRequiredService<AnnouncementStore>().FindAsync(id, CancellationToken.None))!.Value;

    protected static string IdOn(ShownCard card) => card.Json.Items("actions").Select(action => action.Child("data")?.Text(AnnouncementVerbs.Id)).OfType<string>().First();

    /// <summary>The card that stands in a place and names the campaign.</summary>
    protected static ShownCard CardIn(Place place) => place.Cards.First(card => card.Says("Dock Delays 2026"));
}
