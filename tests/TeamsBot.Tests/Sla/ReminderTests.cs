using NodaTime;
using Shouldly;
using Xunit;

namespace TeamsBot.Tests.Sla;

/// <summary>Before a time runs out people hear of it, where it concerns them.</summary>
public sealed class ReminderTests : ClockTest
{
    [Fact]
    public async Task At_half_and_at_four_fifths_of_the_time_the_thread_of_the_card_is_reminded()
    {
        var card = await HandedOff();

        await Passes(15);
        var first = await Sales.NextCard();
        await Passes(9);
        var last = await Sales.NextCard();

        first.ConversationId.ShouldBe(card.ConversationId);
        last.ConversationId.ShouldBe(card.ConversationId);
        first.Says("Reminder: 15 working minutes left").ShouldBeTrue();
        last.Says("Reminder: 6 working minutes left").ShouldBeTrue();
        Sales.Cards.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_lead_is_accepted_from_a_reminder_and_every_copy_then_says_so()
    {
        var card = await HandedOff();
        await Passes(15);
        var reminder = await Sales.NextCard();

        var answer = await Ben.Clicks(reminder, "Accept");

        answer.Card!.Says("Accepted, within SLA").ShouldBeTrue();
        await Sales.NextUpdate(card, "Ben Ortiz");
        (await Sales.NextUpdate(reminder, "Ben Ortiz")).Buttons.ShouldBe(["Details"]);
    }

    [Fact]
    public async Task After_the_acceptance_the_owner_is_reminded_in_person_and_the_channel_is_not()
    {
        await AcceptedByBen(await HandedOff());
        var inChannel = Sales.Cards.Count;

        await Passes(60);

        var reminder = await BensChat.NextCard();
        reminder.Says("Reminder: 1 working hour left").ShouldBeTrue();
        Sales.Cards.Count.ShouldBe(inChannel);
        (await Ben.Clicks(reminder, "Contacted")).Card!.Says("Contacted, within SLA").ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_is_done()
    {
        await AcceptedByBen(await HandedOff());

        await App.PassesAsync(TimeSpan.FromMinutes(25)); // The timer of the request finds nothing to do.

        Sales.Cards.ShouldHaveSingleItem();
        (await App.Records.Handoff("L-1~1")).Notices.Count.ShouldBe(0);
    }

    [Fact]
    public async Task While_marketing_is_asked_the_clock_stands_still_and_nobody_is_reminded()
    {
        var card = await HandedOff();
        await Ben.Clicks(card, "handoff-ask", ("question", "Who signs?"));
        var asked = await MiasChat.NextCard();
        await App.SettledAsync();
        (await Sales.NextUpdate(card, "Who signs?")).Says("the clock stands still").ShouldBeTrue();

        await App.PassesAsync(TimeSpan.FromHours(2)); // The timer finds the clock paused.
        await Mia.Clicks(asked, "handoff-answer", ("answer", "The plant manager."));
        await Sales.NextUpdate(card, "The plant manager.");

        var handoff = await App.Records.Handoff("L-1~1");
        handoff.Notices.Count.ShouldBe(0);
        handoff.AcceptClock.End.ShouldBeNull();
        (handoff.AcceptBy - handoff.RequestedAt).TotalMinutes.ShouldBe(150, tolerance: 0.1);
    }

    [Fact]
    public async Task An_owner_asks_too_and_is_called_to_the_answer()
    {
        var own = await AcceptedByBen(await HandedOff());
        await Ben.Clicks(own, "handoff-ask", ("question", "Which depot?"));
        var asked = await MiasChat.NextCard();
        await App.SettledAsync();

        await Mia.Clicks(asked, "handoff-answer", ("answer", "Rostock."));

        (await BensChat.NextCard()).Says("Rostock.").ShouldBeTrue();
    }

    [Fact]
    public async Task A_night_and_a_weekend_do_not_count()
    {
        App.MuchLater(TimeSpan.FromDays(4) + TimeSpan.FromHours(6.75)); // Friday, 16:45 in Warsaw.
        await HandedOff();

        (await App.Records.Handoff("L-1~1")).AcceptBy.ShouldBe(Instant.FromUtc(2026, 3, 9, 8, 15));

        await App.PassesAsync(TimeSpan.FromDays(2)); // Sunday. The reminder of 17:00 comes at the end of the working day, and is held back.
        (await App.Records.Handoff("L-1~1")).AcceptClock.End.ShouldBeNull();
    }
}
