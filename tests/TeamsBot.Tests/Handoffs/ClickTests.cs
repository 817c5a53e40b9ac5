using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Handoffs;

/// <summary>What sales does with a lead in the channel.</summary>
public sealed class ClickTests : AppTest
{
    [Fact]
    public async Task Accepting_makes_an_owner_whom_the_channel_sees_and_who_alone_gets_the_contact_details()
    {
        var card = await HandedOff();

        var answer = await Ben.Clicks(card, "Accept");

        answer.Card!.Says("Yours since").ShouldBeTrue();
        answer.Card.Json.GetRawText().ShouldContain("23125");
        answer.Card.Buttons.ShouldContain("Contacted");
        var shown = await Sales.NextUpdate(card, "Ben Ortiz");
        shown.Json.GetRawText().ShouldNotContain("23125");
        shown.Buttons.ShouldBe(["Details"]);
        var own = await App.ChatOf(FakeTeam.Rep).NextCard();
        own.Json.GetRawText().ShouldContain("nadia.brandt@kestrel.example");
        own.Has("Contacted").ShouldBeTrue();
        CardChecks.Problems(own.Json).ShouldBeEmpty();
    }

    [Fact]
    public async Task Accepting_is_in_the_ledger_with_its_time_and_target()
    {
        var card = await HandedOff();
        App.Later(TimeSpan.FromMinutes(7));

        await Ben.Clicks(card, "Accept");

        var entry = (await App.Records.Ledger("L-1~1")).ShouldHaveSingleItem();
        entry.Action.ShouldBe(HandoffAction.Accept);
        entry.By.Name.ShouldBe("Ben Ortiz");
        entry.Elapsed.TotalMinutes.ShouldBe(7);
        entry.Target!.Value.TotalMinutes.ShouldBe(30);
        entry.Met.ShouldBe(true);
    }

    [Fact]
    public async Task The_marketers_copy_follows()
    {
        await Mia.Says("hand off Nadia Brandt");
        var copy = await App.ChatOf(Cast.Mia).NextCard();

        await Ben.Clicks(await Sales.NextCard(), "Accept");

        (await App.ChatOf(Cast.Mia).NextUpdate(copy, "Ben Ortiz")).Says("Accepted, within SLA").ShouldBeTrue();
    }

    [Theory]
    [InlineData("Profile", "not our customer profile")]
    [InlineData("Budget", "no budget")]
    [InlineData("Authority", "no authority to decide")]
    [InlineData("Need", "no need")]
    [InlineData("Timing", "bad timing")]
    [InlineData("Duplicate", "duplicate")]
    [InlineData("WrongData", "wrong data")]
    [InlineData("Other", "something else")]
    public async Task Rejecting_gives_a_reason_that_everybody_sees(string reason, string words)
    {
        var card = await HandedOff();

        var answer = await Ben.Clicks(card, "Reject lead", ("reason", reason), ("note", "Their plant closes."));

        answer.Card!.Says("Rejected, " + words).ShouldBeTrue();
        (await Sales.NextUpdate(card, words)).Says("Their plant closes.").ShouldBeTrue();
        var entry = (await App.Records.Ledger("L-1~1")).ShouldHaveSingleItem();
        entry.Action.ShouldBe(HandoffAction.Reject);
        (await App.Records.Handoff("L-1~1")).Rejection!.Reason.ToString().ShouldBe(reason);
    }

    [Fact]
    public async Task Something_else_needs_a_note()
    {
        var card = await HandedOff();

        var answer = await Ben.Clicks(card, "Reject lead", ("reason", "Other"));

        answer.Sentence.ShouldBe("Please add a note: it tells marketing what “something else” is.");
        (await App.Records.Handoff("L-1~1")).State.ShouldBe(HandoffState.Waiting);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("Whatever")]
    public async Task Rejecting_without_a_known_reason_asks_for_one(string reason)
    {
        var card = await HandedOff();

        var answer = await Ben.Clicks(card, "Reject lead", ("reason", reason));

        answer.Sentence.ShouldBe("Choose a reason and send it again.");
    }

    [Fact]
    public async Task A_question_reaches_the_marketer_and_its_answer_the_one_who_asked()
    {
        await Mia.Says("hand off Nadia Brandt");
        var (card, first) = (await Sales.NextCard(), await App.ChatOf(Cast.Mia).NextCard());

        await Ben.Clicks(card, "Send question", ("question", "Does she sign?"));
        var asked = await App.ChatOf(Cast.Mia).NextCard();
        asked.Says("Does she sign?").ShouldBeTrue();
        asked.ActivityId.ShouldNotBe(first.ActivityId);
        await Sales.NextUpdate(card, "Does she sign?");

        await Mia.Clicks(asked, "Send answer", ("answer", "Up to 50,000 EUR."));
        (await Sales.NextUpdate(card, "Up to 50,000 EUR.")).Has("Accept").ShouldBeTrue();
        (await App.ChatOf(FakeTeam.Rep).NextCard()).Says("Up to 50,000 EUR.").ShouldBeTrue();
        App.ChatOf(Cast.Mia).Cards.ShouldHaveSingleItem();
        (await App.Records.Ledger("L-1~1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_a_question_is_open_a_second_one_waits()
    {
        var card = await HandedOff();
        await Ben.Clicks(card, "Send question", ("question", "Does she sign?"));

        var answer = await App.As(Person.Number(1)).Clicks(card, "Send question", ("question", "And who pays?"));

        answer.Sentence!.ShouldStartWith("A question from Ben Ortiz is waiting");
    }

    [Fact]
    public async Task Contacting_and_qualifying_are_in_the_ledger_one_after_the_other()
    {
        var card = await HandedOff();
        var own = await AcceptedByBen(card);

        var contacted = await Ben.Clicks(own, "Contacted");
        contacted.Card!.Has("Contacted").ShouldBeFalse();
        await Ben.Clicks(own, "Qualified");

        (await Sales.NextUpdate(card, "Qualified")).Says("Ben Ortiz").ShouldBeTrue();
        (await App.Records.Ledger("L-1~1")).Select(entry => entry.Action)
            .ShouldBe([HandoffAction.Accept, HandoffAction.Contact, HandoffAction.Qualify]);
    }

    [Fact]
    public async Task A_recycled_lead_says_until_when_and_loses_its_buttons()
    {
        var card = await HandedOff();
        var own = await AcceptedByBen(card);

        var answer = await Ben.Clicks(own, "Send back to marketing", ("reason", "Contract"), ("until", "2026-09-01"));

        answer.Card!.Says("Not now, back on").ShouldBeTrue();
        var shown = await App.ChatOf(FakeTeam.Rep).NextUpdate(own, "Not now, back on");
        shown.Buttons.ShouldBe(["Details"]);
        shown.Json.GetRawText().ShouldNotContain("23125");
        (await App.Records.Handoff("L-1~1")).Recycling!.Reason.ShouldBe(RecycleReason.Contract);
    }

    [Theory]
    [InlineData("2026-03-02", "Choose a date after today.")]
    [InlineData("2020-01-01", "Choose a date after today.")]
    [InlineData("tomorrow", "Choose a date and send it again.")]
    [InlineData("", "Choose a date and send it again.")]
    public async Task A_lead_is_recycled_to_a_day_to_come(string until, string sentence)
    {
        var own = await AcceptedByBen(await HandedOff());

        var answer = await Ben.Clicks(own, "Send back to marketing", ("reason", "Timing"), ("until", until));

        answer.Sentence.ShouldBe(sentence);
    }

    [Fact]
    public async Task Reassigning_moves_contact_details_and_buttons_to_the_new_owner()
    {
        var card = await HandedOff();
        var own = await AcceptedByBen(card);

        await Ben.Clicks(own, "Reassign lead", ("to", FakeTeam.OtherRep.AadObjectId));

        var theirs = await App.ChatOf(FakeTeam.OtherRep).NextCard();
        theirs.Json.GetRawText().ShouldContain("23125");
        theirs.Has("handoff.contacted").ShouldBeTrue();
        var old = await App.ChatOf(FakeTeam.Rep).NextUpdate(own, FakeTeam.OtherRep.Name);
        old.Json.GetRawText().ShouldNotContain("23125");
        old.Json.GetRawText().ShouldNotContain("kestrel.example");
        old.Buttons.ShouldBe(["Details"]);
        (await Ben.Clicks(own, "Contacted")).Sentence!.ShouldContain("owns this lead");
    }

    [Fact]
    public async Task A_manager_may_reassign_what_a_colleague_owns()
    {
        var card = await HandedOff();
        await AcceptedByBen(card);

        var data = $$"""{"handoff":"L-1~1","v":2,"to":"{{FakeTeam.OtherRep.AadObjectId}}"}""";
        await App.As(FakeTeam.Manager).Sends(card.ConversationId, "handoff.reassign", data);

        (await App.Records.Handoff("L-1~1")).Owner!.Id.Value.ShouldBe(FakeTeam.OtherRep.AadObjectId);
    }

    [Fact]
    public async Task A_lead_goes_to_reps_alone()
    {
        var own = await AcceptedByBen(await HandedOff());

        var answer = await Ben.Clicks(own, "Reassign lead", ("to", Cast.Mia.AadObjectId));

        answer.Sentence.ShouldBe("The new owner has to be a sales rep. Choose someone else.");
    }
}
