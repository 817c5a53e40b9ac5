using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Sla;

/// <summary>After a time ran out: who hears of it, who may take the lead, and what stands in the ledger.</summary>
public sealed class EscalationTests : ClockTest
{
    private Someone Wei => App.As(FakeTeam.Manager);

    private Someone Leila => App.As(FakeTeam.OtherRep);

    [Fact]
    public async Task A_missed_answer_is_told_in_the_thread_once_and_stands_in_the_ledger_at_its_due_time()
    {
        var card = await HandedOff();

        await Passes(31);

        var missed = await Sales.NextCard();
        missed.ConversationId.ShouldBe(card.ConversationId);
        missed.Says("Nobody has answered Nadia Brandt").ShouldBeTrue();
        Sales.Cards.Count.ShouldBe(2);
        var row = (await App.Records.Ledger("L-1~1")).ShouldHaveSingleItem();
        (row.Action, row.Clock, row.End, row.Met, row.By.IsBaton).ShouldBe((HandoffAction.RunOut, ClockKind.Accept, ClockEnd.Breached, false, true));
        row.At.ShouldBe((await App.Records.Handoff("L-1~1")).AcceptBy);
    }

    [Fact]
    public async Task The_head_is_told_and_assigns_the_lead_to_the_next_rep()
    {
        await HandedOff();
        await Passes(31);
        await Passes(15);
        var told = await HeadsChat.NextCard();
        told.Language.ShouldBe("en");

        var answer = await Wei.Clicks(told, "handoff-assign");

        var handoff = await App.Records.Handoff("L-1~1");
        (handoff.State, handoff.Owner!.Name).ShouldBe((HandoffState.Accepted, FakeTeam.Rep.Name));
        answer.Card!.Has("handoff-take").ShouldBeFalse();
        (await BensChat.NextCard()).Has("Contacted").ShouldBeTrue();
        (await App.Records.Ledger("L-1~1")).Select(row => (row.Action, row.By.Name)).ShouldBe([(HandoffAction.RunOut, ""), (HandoffAction.Assign, FakeTeam.Manager.Name)]);
    }

    [Fact]
    public async Task The_head_takes_the_lead_themselves()
    {
        await HandedOff();
        await Passes(31);
        await Passes(15);

        await Wei.Clicks(await HeadsChat.NextCard(), "handoff-take");

        (await App.Records.Handoff("L-1~1")).Owner!.Name.ShouldBe(FakeTeam.Manager.Name);
    }

    [Fact]
    public async Task Details_of_a_notice_lead_back_to_the_notice()
    {
        await HandedOff();
        await Passes(31);
        await Passes(15);
        var told = await HeadsChat.NextCard();

        var details = await Wei.Clicks(told, "handoff-details");
        var back = await Wei.Sends(told.ConversationId, "handoff.view", details.Card!.Press("handoff-back").Data);

        back.Card!.Has("handoff-take").ShouldBeTrue();
    }

    [Fact]
    public async Task The_lead_is_offered_to_one_rep_after_the_other_and_the_one_who_accepts_has_it()
    {
        await HandedOff();
        await Passes(31);
        await Passes(30);
        var offer = await BensChat.NextCard();
        offer.Says("Offered to you").ShouldBeTrue();
        await Passes(30);
        var other = await App.ChatOf(FakeTeam.OtherRep).NextCard();

        (await Leila.Clicks(other, "handoff.accept")).Card!.Has("handoff-contacted").ShouldBeTrue();
        (await Ben.Clicks(offer, "Accept")).Sentence!.ShouldContain("faster");
    }

    [Fact]
    public async Task The_owner_who_made_no_contact_sees_why_and_a_colleague_takes_over()
    {
        await AcceptedByBen(await HandedOff());
        await Passes(121);
        var missed = await BensChat.NextCard();
        missed.Says("The target is 2 working hours from the acceptance. What counts: Mon–Fri 09:00–17:00 (Europe/Warsaw).").ShouldBeTrue();
        await Passes(30);
        var offer = await App.ChatOf(FakeTeam.OtherRep).NextCard();

        (await Leila.Clicks(offer, "handoff.take")).Card!.Has("handoff-contacted").ShouldBeTrue();

        (await App.Records.Handoff("L-1~1")).Owner!.Name.ShouldBe(FakeTeam.OtherRep.Name);
        (await BensChat.NextUpdate(missed, "Contact overdue since")).Buttons.ShouldBe(["Details"]);
    }

    [Fact]
    public async Task A_rep_whom_nobody_offered_the_lead_does_not_take_it()
    {
        await AcceptedByBen(await HandedOff());

        var answer = await Leila.Sends(FakeTeam.SalesChannelId, "handoff.take", """{"handoff":"L-1~1","v":2}""");

        answer.Sentence!.ShouldContain("Ben Ortiz");
        (await App.Records.Handoff("L-1~1")).Owner!.Name.ShouldBe("Ben Ortiz");
    }

    [Fact]
    public async Task At_night_the_head_is_left_alone_until_the_morning_of_their_own_zone()
    {
        await Wei.Says("help"); // From then on Baton knows that it is Shanghai where Wei is.
        await HeadsChat.NextCard();
        App.MuchLater(TimeSpan.FromHours(3)); // 20:00 there, 13:00 in Warsaw.
        await HandedOff();
        await Passes(31);
        var before = HeadsChat.Messages.Count;

        await Passes(15);
        HeadsChat.Messages.Count.ShouldBe(before);

        App.MuchLater(TimeSpan.FromHours(10.5)); // 07:16 in Shanghai.
        (await HeadsChat.NextCard()).Language.ShouldBe("zh-CN");
    }

    [Fact]
    public async Task After_an_outage_what_was_missed_is_told_once()
    {
        await HandedOff();

        await Passes(50); // Nobody polled meanwhile: both reminders, the end and the head's notice are due at once.
        App.Later(TimeSpan.FromSeconds(1));

        (await Sales.NextCard()).Says("Nobody has answered").ShouldBeTrue();
        (await HeadsChat.NextCard()).Says("Nadia Brandt").ShouldBeTrue();
        Sales.Cards.Count.ShouldBe(2);
    }
}
