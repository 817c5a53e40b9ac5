using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Features.Announcements;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.Stores;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Announcements;

/// <summary>Messages of an announcement when Teams takes its time, or two are at one of them.</summary>
public sealed class PostingTests : AnnouncementTest
{
    private static readonly string Slot = $"card|{FakeTeam.SalesChannelId}";

    private static AdaptiveCard Card => new() { Body = [], FallbackText = "" };

    private AnnouncementPostStore Posts => App.Services.GetRequiredService<AnnouncementPostStore>();

    private AnnouncementMessages Messages => App.Services.GetRequiredService<AnnouncementMessages>();

    [Fact]
    public async Task What_was_read_before_somebody_showed_what_is_newer_is_not_shown()
    {
        var (status, id) = await Announced();
        var known = await Posts.FindAsync(id, Slot, CancellationToken.None);
        await Does(Mia, status, AnnouncementVerbs.Save, id, (AnnouncementForm.Offer, "Two free audits"));
        await Does(Mia, status, AnnouncementVerbs.Post, id);
        await Settled();

        (await ShowAsync(id, known)).ShouldBe(MessageOutcome.Busy);
        CardIn(Sales).Says("Two free audits").ShouldBeTrue();
    }

    [Fact]
    public async Task Who_is_at_a_message_is_waited_for_though_it_shows_the_same()
    {
        var (_, id) = await Announced();
        var known = (await Posts.FindAsync(id, Slot, CancellationToken.None))!;
        var claimed = await Posts.ClaimAsync(id, Slot, known, App.Clock.Now + NodaTime.Duration.FromSeconds(30), CancellationToken.None);
        (await ShowAsync(id, claimed)).ShouldBe(MessageOutcome.Busy);
    }

    [Fact]
    public async Task A_card_that_Teams_takes_later_is_sent_then()
    {
        App.Log.Expect(CapturedLog.WorkFailed);
        App.Teams.Faults.Add(new Fault(ConnectorOperation.CreateConversation, 429) { RetryAfter = "40" });
        var (form, id) = await Begun();
        await Does(Mia, form, AnnouncementVerbs.Save, id, [(AnnouncementForm.SalesChannels, FakeTeam.SalesChannelId), .. Dock]);
        await Does(Mia, form, AnnouncementVerbs.Post, id);
        await App.SettledAsync();

        var failed = App.Log.NextAsync(CapturedLog.WorkPutOff);
        App.MuchLater(TimeSpan.FromSeconds(2));
        await failed;
        await App.PassesAsync(TimeSpan.FromSeconds(30));
        Sales.Cards.ShouldBeEmpty();
        await App.PassesAsync(TimeSpan.FromSeconds(20));

        Sales.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_card_that_was_given_up_while_it_waited_for_its_turn_was_not_sent()
    {
        var (_, id) = await Begun();
        var budget = App.Services.GetRequiredService<ConnectorClient>().Budget;
        budget.Pause(FakeTeam.TenantId, FakeTeam.SalesChannelId, Traffic.Send, TimeSpan.FromSeconds(1));
        var sales = (await App.Services.GetRequiredService<ConversationStore>().FindAsync(ConversationStore.Channel(FakeTeam.SalesChannelId), CancellationToken.None))!.Value;
        using var given = new CancellationTokenSource();
        var showing = Messages.ShowAsync(id, Slot, known: null, sales, Card, thread: null, App.Clock.Now + NodaTime.Duration.FromSeconds(30), given.Token);
        await Eventually.IsSoAsync(() => Task.FromResult(budget.Waiting > 0));
        await given.CancelAsync();

        await Assert.ThrowsAsync<NeverSentException>(() => showing);
        var post = (await Posts.FindAsync(id, Slot, CancellationToken.None))!;
        (post.IsUncertain, post.IsClaimedAt(App.Clock.Now)).ShouldBe((false, false));
    }

    private async Task<MessageOutcome> ShowAsync(string id, AnnouncementPost? known) =>
        (await Messages.ShowAsync(id, Slot, known, conversation: null, Card, thread: null, App.Clock.Now, CancellationToken.None)).Outcome;
}
