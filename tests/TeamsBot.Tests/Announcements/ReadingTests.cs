using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Features.Announcements;
using TeamsBot.Storage.Stores;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Announcements;

/// <summary>What those do who read an announcement, and what is said to them around its dates.</summary>
public sealed class ReadingTests : AnnouncementTest
{
    [Fact]
    public async Task Who_has_got_it_is_counted_once_and_seen_by_all()
    {
        var (status, id) = await Announced();
        var card = CardIn(Sales);

        (await Does(Ben, card, AnnouncementVerbs.Acknowledge, id)).Card!.Has(AnnouncementVerbs.Acknowledge).ShouldBeFalse();
        await Does(Ben, card, AnnouncementVerbs.Acknowledge, id);
        await Does(Leila, card, AnnouncementVerbs.Acknowledge, id);
        await Settled();

        CardIn(Sales).Says("2 of 5").ShouldBeTrue();
        CardIn(Sales).Has(AnnouncementVerbs.Acknowledge).ShouldBeTrue();
        CardIn(MiasChat).ActivityId.ShouldBe(status.ActivityId);
        (await Does(Mia, CardIn(Sales), AnnouncementVerbs.WhoGotIt, id)).Card!.Says("Maria Kowalska").ShouldBeTrue();
    }

    [Fact]
    public async Task A_question_goes_to_the_owner_and_the_answer_is_seen_in_every_channel()
    {
        var (_, id) = await Announced();
        var card = CardIn(Sales);

        await Does(Ben, card, AnnouncementVerbs.Ask, id, (AnnouncementVerbs.QuestionText, "Does it work with SAP?"));
        await Does(Ben, card, AnnouncementVerbs.Ask, id, (AnnouncementVerbs.QuestionText, "Does it work with SAP?"));
        await Settled();
        var asked = MiasChat.Cards[^1];
        asked.Says("Does it work with SAP?").ShouldBeTrue();
        MiasChat.Cards.Count.ShouldBe(2);
        await Does(Mia, asked, AnnouncementVerbs.Reply, id, (AnnouncementVerbs.Number, "1"), (AnnouncementVerbs.AnswerText, "Yes, both ways."));
        await Settled();

        CardIn(Sales).Says("Yes, both ways.").ShouldBeTrue();
        CardIn(WestChannel).Says("Yes, both ways.").ShouldBeTrue();
        App.Teams.Conversations.Messages(CardIn(Sales).ConversationId).Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Nobody_else_answers_for_the_owner_and_an_answer_stays()
    {
        var (_, id) = await Announced();
        await Does(Ben, CardIn(Sales), AnnouncementVerbs.Ask, id, (AnnouncementVerbs.QuestionText, "SAP?"));
        await Settled();
        var asked = MiasChat.Cards[^1];

        (await Does(Leila, CardIn(Sales), AnnouncementVerbs.Reply, id, (AnnouncementVerbs.Number, "1"), (AnnouncementVerbs.AnswerText, "No."))).Card.ShouldBeNull();
        await Does(Mia, asked, AnnouncementVerbs.Reply, id, (AnnouncementVerbs.Number, "1"), (AnnouncementVerbs.AnswerText, "Yes."));
        (await Does(App.As(FakeTeam.Manager), asked, AnnouncementVerbs.Reply, id, (AnnouncementVerbs.Number, "1"), (AnnouncementVerbs.AnswerText, "Maybe."))).Card!.Says("Yes.").ShouldBeTrue();
    }

    [Fact]
    public async Task What_content_is_worth_is_the_last_word_of_each()
    {
        var (_, id) = await Announced();
        var link = (await Stored(id)).Content.Links[0].Key;

        await Does(Ben, CardIn(Sales), AnnouncementVerbs.Vote, id, (AnnouncementVerbs.Link, link), (AnnouncementVerbs.Helpful, "true"));
        await Does(Ben, CardIn(Sales), AnnouncementVerbs.Vote, id, (AnnouncementVerbs.Link, link), (AnnouncementVerbs.Helpful, "false"));
        await Does(Leila, CardIn(Sales), AnnouncementVerbs.Vote, id, (AnnouncementVerbs.Link, link), (AnnouncementVerbs.Helpful, "true"));

        (await App.Services.GetRequiredService<AnnouncementStore>().VotesAsync(id, CancellationToken.None)).Select(vote => vote.IsHelpful).Order().ShouldBe([false, true]);
    }

    [Fact]
    public async Task Those_who_have_not_got_it_are_reminded_once()
    {
        await Leila.SaysIn(FakeTeam.SalesChannelId, "help"); // From then on Baton knows that Leila is in the team.
        var (status, id) = await Announced();
        await Does(Ben, CardIn(Sales), AnnouncementVerbs.Acknowledge, id);

        await Does(Mia, status, AnnouncementVerbs.Remind, id);
        await Does(Mia, status, AnnouncementVerbs.Remind, id);
        await Settled();

        App.ChatOf(FakeTeam.Rep).Cards.ShouldBeEmpty();
        var reminder = App.ChatOf(FakeTeam.OtherRep).Cards.ShouldHaveSingleItem();
        (await Does(Leila, reminder, AnnouncementVerbs.Acknowledge, id)).Card!.Has(AnnouncementVerbs.Acknowledge).ShouldBeFalse();
        await Settled();
        CardIn(Sales).Says("2 of 5").ShouldBeTrue();
    }

    [Fact]
    public async Task Around_its_dates_each_channel_is_told_below_the_card_and_the_author_hears_the_results()
    {
        var (_, id) = await Announced();
        await App.HasAsync(Cast.Nadia with { Campaign = id }, Cast.OtherNadia with { Campaign = "Dock Delays 2026" });
        var thread = CardIn(Sales).ConversationId;

        await App.PassesAsync(TimeSpan.FromDays(4)); // Friday before.
        App.Teams.Conversations.Messages(FakeTeam.SalesChannelId).Count.ShouldBe(2);
        await App.PassesAsync(TimeSpan.FromDays(3)); // It is live.
        App.Teams.Conversations.Messages(FakeTeam.SalesChannelId).Count.ShouldBe(3);
        await App.PassesAsync(TimeSpan.FromDays(14)); // Monday after the end.

        App.Teams.Conversations.Messages(FakeTeam.SalesChannelId).Count.ShouldBe(4);
        App.Teams.Conversations.Messages(West.Id).Count.ShouldBe(4);
        MiasChat.Cards[^1].Says("Dock Delays 2026").ShouldBeTrue();
        MiasChat.Cards[^1].Json.GetRawText().ShouldContain("\"2\"");
        CardIn(Sales).Has(AnnouncementVerbs.Acknowledge).ShouldBeFalse();
        thread.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_channel_that_refuses_is_said_with_the_reason_and_the_others_have_it()
    {
        App.Log.Expect(202);
        App.Teams.Conversations.Refuse(West.Id, "BotNotInConversationRoster");

        await Announced();

        Sales.Cards.ShouldHaveSingleItem();
        WestChannel.Cards.ShouldBeEmpty();
        CardIn(MiasChat).Says("Sales West").ShouldBeTrue();
    }

    [Fact]
    public async Task A_card_of_which_nobody_knows_whether_it_arrived_is_not_posted_twice_and_speaks_for_itself()
    {
        var (status, id) = await Announced();
        var posts = App.Services.GetRequiredService<AnnouncementPostStore>();
        var slot = $"card|{FakeTeam.SalesChannelId}";
        var known = (await posts.FindAsync(id, slot, CancellationToken.None))!;
        await posts.SaveAsync(id, known with { ActivityId = null, Shows = "", IsUncertain = true }, CancellationToken.None);

        await Does(Mia, status, AnnouncementVerbs.Save, id, (AnnouncementForm.Offer, "Two free audits"));
        await Does(Mia, status, AnnouncementVerbs.Post, id);
        await Settled();
        Sales.Cards.ShouldHaveSingleItem().Says("Free dock audit").ShouldBeTrue();
        CardIn(MiasChat).Has(AnnouncementVerbs.PostAgain).ShouldBeTrue();

        await Does(Ben, CardIn(Sales) with { ConversationId = known.Conversation }, AnnouncementVerbs.View, id);
        await Settled();

        Sales.Cards.ShouldHaveSingleItem().Says("Two free audits").ShouldBeTrue();
        CardIn(MiasChat).Has(AnnouncementVerbs.PostAgain).ShouldBeFalse();
    }
}
