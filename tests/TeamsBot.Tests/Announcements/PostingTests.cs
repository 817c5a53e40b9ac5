using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Features.Announcements;
using TeamsBot.Protocol.Cards;
using TeamsBot.Storage.Stores;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Announcements;

/// <summary>Messages of an announcement when Teams takes its time, or two are at one of them.</summary>
public sealed class PostingTests : AnnouncementTest
{
    private static readonly string Slot = $"card|{FakeTeam.SalesChannelId}";

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
    public async Task A_card_that_waited_for_its_turn_until_its_lease_ended_was_not_sent_and_is_sent_later()
    {
        App.Log.Expect(CapturedLog.WorkFailed);
        App.Teams.Faults.Add(new Fault(ConnectorOperation.CreateConversation, 429) { RetryAfter = "40" });
        var (form, id) = await Begun();
        await Does(Mia, form, AnnouncementVerbs.Save, id, [(AnnouncementForm.SalesChannels, FakeTeam.SalesChannelId), .. Dock]);
        await Does(Mia, form, AnnouncementVerbs.Post, id);
        await App.SettledAsync();

        await PutOffAfter(TimeSpan.FromSeconds(2));
        App.MuchLater(TimeSpan.FromSeconds(5)); // It is tried again, and waits for as long as Teams asked.
        while ((await Posts.FindAsync(id, Slot, CancellationToken.None))?.ClaimedUntil is null)
        {
            await Task.Yield();
        }

        await PutOffAfter(TimeSpan.FromSeconds(28));
        (await Posts.FindAsync(id, Slot, CancellationToken.None))!.IsUncertain.ShouldBeFalse();
        await App.PassesAsync(TimeSpan.FromSeconds(20));

        Sales.Cards.ShouldHaveSingleItem();
    }

    private async Task PutOffAfter(TimeSpan time)
    {
        var failed = App.Log.NextAsync(CapturedLog.WorkPutOff);
        App.MuchLater(time);
        await failed;
    }

    private async Task<MessageOutcome> ShowAsync(string id, AnnouncementPost? known) =>
        (await Messages.ShowAsync(id, Slot, known, conversation: null, new AdaptiveCard { Body = [], FallbackText = "" }, thread: null, App.Clock.Now, CancellationToken.None)).Outcome;
}
