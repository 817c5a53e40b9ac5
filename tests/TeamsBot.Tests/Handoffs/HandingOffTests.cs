using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Handoffs;

public sealed class HandingOffTests : AppTest
{
    [Fact]
    public async Task A_lead_named_in_full_appears_in_the_sales_channel()
    {
        await Mia.Says("hand off Nadia Brandt");

        var card = await Sales.NextCard();
        CardChecks.Problems(card.Json).ShouldBeEmpty();
        card.Says("Nadia Brandt").ShouldBeTrue();
        card.Says("86").ShouldBeTrue();
        card.Buttons.ShouldContain("Accept");
        var handoff = await App.Records.Handoff("L-1~1");
        handoff.State.ShouldBe(HandoffState.Waiting);
        handoff.RequestedBy.Name.ShouldBe(Cast.Mia.Name);
        (await App.Records.Lead("L-1")).Stage.ShouldBe(FunnelStage.HandedOff);
        (await App.Records.Ledger("L-1~1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_marketer_gets_a_copy_without_buttons_for_sales()
    {
        await Mia.Says("hand off Nadia Brandt");

        var copy = await App.ChatOf(Cast.Mia).NextCard();
        CardChecks.Problems(copy.Json).ShouldBeEmpty();
        copy.Says("Handed to Sales, waiting").ShouldBeTrue();
        copy.Buttons.ShouldBe(["Details"]);
    }

    [Fact]
    public async Task Nobody_sees_phone_or_email_before_somebody_owns_the_lead()
    {
        var card = await HandedOff();

        var details = await Ben.Clicks(card, "Details");

        foreach (var shown in (ShownCard[])[card, details.Card!, .. App.ChatOf(Cast.Mia).Cards])
        {
            shown.Json.GetRawText().ShouldNotContain("23125");
            shown.Json.GetRawText().ShouldNotContain("kestrel.example");
        }
    }

    [Fact]
    public async Task A_lead_is_found_by_its_id_and_takes_a_first_step_along()
    {
        await Mia.Says("hand off L-1: call about the two depots");

        (await Sales.NextCard()).Says("call about the two depots").ShouldBeTrue();
        (await App.Records.Handoff("L-1~1")).FirstStep.ShouldBe("call about the two depots");
    }

    [Fact]
    public async Task Of_several_matches_the_marketer_picks_one()
    {
        await Mia.Says("hand off nadia: call today");
        var choice = await App.ChatOf(Cast.Mia).NextCard();
        choice.Says("2 leads match").ShouldBeTrue();
        choice.Says("Nadia Brandauer").ShouldBeTrue();

        await Mia.Clicks(choice, choice.Says("Nadia Brandt") ? "lead-0" : "lead-1");

        var card = await Sales.NextCard();
        card.Says("call today").ShouldBeTrue();
    }

    [Fact]
    public async Task An_unknown_lead_is_said_to_be_unknown()
    {
        await Mia.Says("hand off Nobody Known");

        (await App.ChatOf(Cast.Mia).NextText()).ShouldContain("There is no lead called “Nobody Known”");
    }

    [Fact]
    public async Task A_name_left_out_is_asked_for()
    {
        await Mia.Says("hand off");

        (await App.ChatOf(Cast.Mia).NextText()).ShouldStartWith("Which lead?");
    }

    [Fact]
    public async Task Somebody_who_is_no_marketer_cannot_hand_off()
    {
        await Ben.Says("hand off Nadia Brandt");

        (await App.ChatOf(FakeTeam.Rep).NextText()).ShouldStartWith("Only marketing can do this.");
        Sales.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lead_that_waits_is_not_handed_off_twice()
    {
        await HandedOff();

        await Mia.Says("hand off Nadia Brandt");

        (await App.ChatOf(Cast.Mia).NextText()).ShouldBe("Nadia Brandt is waiting for sales already.");
        Sales.Cards.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lead_that_somebody_owns_is_not_handed_off_again()
    {
        await AcceptedByBen(await HandedOff());

        await Mia.Says("hand off L-1");

        (await App.ChatOf(Cast.Mia).NextText()).ShouldBe("Nadia Brandt is with Ben Ortiz already.");
    }

    [Fact]
    public async Task A_lead_that_was_rejected_can_be_handed_off_anew()
    {
        var card = await HandedOff();
        await Ben.Clicks(card, "Reject lead", ("reason", "Budget"));
        await Sales.NextUpdate(card, "no budget");

        await Mia.Says("hand off L-1");

        (await Sales.NextCard()).Handoff.ShouldBe("L-1~2");
    }

    [Fact]
    public async Task In_a_channel_the_bot_says_where_the_lead_went()
    {
        await Mia.SaysIn(FakeTeam.MarketingChannelId, "hand off Nadia Brandt");

        await Sales.NextCard();
        (await App.Channel(FakeTeam.MarketingChannelId).NextText()).ShouldBe("Nadia Brandt is handed off to Sales.");
    }
}
