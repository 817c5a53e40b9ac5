using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Handoffs;

/// <summary>What time alone does to a handoff: reminders, the end of a clock, and the ladder after it.</summary>
public sealed class ClockTests
{
    private static readonly Reach Everybody = new(
        [Cast.Rita.Person, Cast.Omar.Person], ["19:sales", "19:north"], Cast.Mona.Person, Cast.Mark.Person);

    [Theory]
    [InlineData(Tier.Hot, 15)]
    [InlineData(Tier.Warm, 120)]
    public void The_first_step_is_a_reminder_at_half_of_the_time(Tier tier, int minutes) =>
        Cast.Requested(tier).NextStep(Cast.Terms).ShouldBe(Cast.After(minutes));

    [Fact]
    public void A_reminder_is_due_at_a_moment_that_can_be_stored()
    {
        var terms = new Terms(Cast.Agreement with { Reminders = [58], Warm = new(50, Duration.FromHours(7), Duration.FromHours(7)) });
        var requested = HandoffDecisions.Request(Cast.Id, "contoso", "19:sales", Tier.Warm, Cast.Mark.Person, Cast.Start, terms);
        requested.NextStep(terms).ShouldBe(Cast.Start + Duration.FromMilliseconds(58 * 7 * 36_000));
    }

    [Fact]
    public void A_lead_that_nobody_answers_is_reminded_of_missed_and_escalated_step_by_step() =>
        Ticks(Cast.Requested(Tier.Hot)).ShouldBe(
        [
            "15 Reminder Accept 50", "24 Reminder Accept 80", "30 RunOut Accept", "45 Head Accept mona", "60 Offer Accept rita", "90 Offer Accept omar", "150 CatchAll Accept mark",
        ]);

    [Fact]
    public void After_the_acceptance_the_owner_is_reminded_and_is_not_offered_their_own_lead() =>
        Ticks(Cast.Requested(Tier.Hot).Accept(Cast.Rita, Cast.Start).ShouldApply().After).ShouldBe(
        [
            "60 Reminder Contact rita 50", "96 Reminder Contact rita 80", "120 RunOut Contact rita", "135 Head Contact mona", "150 Offer Contact omar", "240 CatchAll Contact mark",
        ]);

    [Fact]
    public void When_every_rep_was_asked_the_next_channel_is()
    {
        var reach = Everybody with { Reps = [Cast.Rita.Person] };
        var notices = After(Cast.Requested(Tier.Hot), 91, reach).Notices.All;
        (notices[^1].Kind, notices[^1].To, notices[^1].Channel).ShouldBe((NoticeKind.Offer, null, "19:north"));
    }

    [Fact]
    public void Nobody_is_asked_twice_whatever_they_head()
    {
        var alone = new Reach([Cast.Mona.Person], ["19:sales"], Cast.Mona.Person, Cast.Mona.Person);
        After(Cast.Requested(Tier.Hot), 999, alone).Notices.All.Count(notice => notice.To?.Id == Cast.Mona.Person.Id).ShouldBe(1);
    }

    [Fact]
    public void After_an_outage_the_end_of_the_clock_is_told_once_and_no_reminder_before_it()
    {
        var late = Cast.Requested(Tier.Hot).Tick(Cast.After(50), Cast.Terms, Everybody).ShouldApply();
        late.After.Notices.All.Select(notice => notice.Kind).ShouldBe([NoticeKind.RunOut, NoticeKind.Head]);
        late.Entries.ShouldHaveSingleItem().At.ShouldBe(Cast.After(30));
        late.Change.Action.ShouldBe(HandoffAction.RunOut);
        late.After.NextStep(Cast.Terms).ShouldBe(Cast.After(60));
    }

    [Fact]
    public void Of_two_reminders_that_are_due_one_is_sent() =>
        After(Cast.Requested(Tier.Hot), 25, Everybody).Notices.All.ShouldHaveSingleItem().Percent.ShouldBe(80);

    [Fact]
    public void A_timer_that_comes_too_early_or_again_changes_nothing()
    {
        var reminded = After(Cast.Requested(Tier.Hot), 15, Everybody);
        reminded.Tick(Cast.After(15), Cast.Terms, Everybody).ShouldRepeat(reminded);
        reminded.Tick(Cast.After(-45), Cast.Terms, Everybody).ShouldRepeat(reminded);
    }

    [Fact]
    public void To_the_last_tick_nothing_is_missed()
    {
        var handoff = After(Cast.Requested(Tier.Hot), 24, Everybody);
        handoff.Tick(Cast.After(30), Cast.Terms, Everybody).ShouldRepeat(handoff);
        handoff.Tick(Cast.After(30).PlusTicks(1), Cast.Terms, Everybody).ShouldApply().After.AcceptClock.End.ShouldBe(ClockEnd.Breached);
    }

    [Fact]
    public void The_clock_stands_still_while_marketing_is_asked_and_goes_on_after_its_answer()
    {
        var asked = Cast.Requested(Tier.Hot).Ask(Cast.Rita, Cast.After(10), Cast.Question).ShouldApply().After;
        asked.NextStep(Cast.Terms).ShouldBeNull();
        asked.Tick(Cast.After(500), Cast.Terms, Everybody).ShouldRepeat(asked);
        var answered = asked.Reply(Cast.Mark, Cast.After(100), Cast.AnswerText).ShouldApply().After;
        (answered.NextStep(Cast.Terms), answered.AcceptBy).ShouldBe((Cast.After(105), Cast.After(120)));
        var entry = answered.Accept(Cast.Omar, Cast.After(115)).ShouldAcknowledge();
        (entry.Elapsed, entry.Met).ShouldBe((Duration.FromMinutes(25), true));
    }

    [Fact]
    public void A_question_after_the_end_of_the_time_does_not_undo_it_and_holds_the_ladder()
    {
        var asked = Cast.Requested(Tier.Hot).Ask(Cast.Rita, Cast.After(40), Cast.Question).ShouldApply();
        asked.Entries.ShouldHaveSingleItem().Action.ShouldBe(HandoffAction.RunOut);
        var answered = asked.After.Reply(Cast.Mark, Cast.After(100), Cast.AnswerText).ShouldApply().After;
        (answered.AcceptClock.End, answered.NextStep(Cast.Terms)).ShouldBe((ClockEnd.Breached, Cast.After(105)));
    }

    [Fact]
    public void An_owner_asks_too_and_the_clock_of_the_contact_stands_still()
    {
        var asked = Cast.Accepted(Tier.Hot).Ask(Cast.Rita, Cast.After(70), Cast.Question).ShouldApply().After;
        var answered = asked.Reply(Cast.Mark, Cast.After(170), Cast.AnswerText).ShouldApply().After;
        answered.ContactBy.ShouldBe(Cast.After(230));
        answered.Contact(Cast.Rita, Cast.After(200)).ShouldAcknowledge().Elapsed.ShouldBe(Duration.FromMinutes(90));
    }

    [Fact]
    public void A_rep_whom_a_missed_lead_was_offered_takes_it_and_another_may_not()
    {
        var missed = After(Cast.Accepted(Tier.Hot), 170, Everybody);
        missed.Notices.HasAsked(Cast.Omar.Person.Id).ShouldBeTrue();
        missed.Take(Cast.Omar, Cast.After(171), Cast.Terms).ShouldApply().After.Owner.ShouldBe(Cast.Omar.Person);
        missed.Take(Cast.Person("rosa", Roles.Rep), Cast.After(171), Cast.Terms).ShouldBeRefused(Refusal.NotOffered);
        missed.Take(Cast.Rita, Cast.After(171), Cast.Terms).ShouldRepeat(missed);
        missed.Take(Cast.Mona, Cast.After(171), Cast.Terms).ShouldApply().After.Owner.ShouldBe(Cast.Mona.Person);
        Cast.At(Standing.Contacted).Take(Cast.Omar, Cast.After(60), Cast.Terms).ShouldBeRefused(Refusal.NotOffered);
    }

    [Fact]
    public void A_manager_assigns_what_nobody_accepted_and_the_clock_ends_by_it()
    {
        var assigned = Cast.Requested(Tier.Hot).Reassign(Cast.Mona, Cast.After(20), Cast.Omar).ShouldApply();
        (assigned.After.State, assigned.After.Owner, assigned.Change.Action).ShouldBe((HandoffState.Accepted, Cast.Omar.Person, HandoffAction.Assign));
        var entry = assigned.Entries.ShouldHaveSingleItem();
        (entry.By, entry.Owner, entry.End).ShouldBe((Cast.Mona.Person, Cast.Omar.Person, ClockEnd.Met));
    }

    [Fact]
    public void A_reminder_of_what_is_done_is_of_no_use_and_a_missed_time_is_told_all_the_same()
    {
        var reminded = After(Cast.Requested(Tier.Hot), 16, Everybody);
        reminded.Notices.All[0].StillMatters(reminded).ShouldBeTrue();
        var accepted = reminded.Accept(Cast.Rita, Cast.After(17)).ShouldApply().After;
        reminded.Notices.All[0].StillMatters(accepted).ShouldBeFalse();
        var late = After(Cast.Requested(Tier.Hot), 46, Everybody).Accept(Cast.Rita, Cast.After(47)).ShouldApply().After;
        late.Notices.All.Select(notice => notice.StillMatters(late)).ShouldBe([true, false]);
    }

    [Fact]
    public void A_clock_keeps_the_version_of_the_agreement_under_which_it_started()
    {
        var stricter = Cast.Agreement with { Version = 1, Hot = new(80, Duration.FromMinutes(5), Duration.FromMinutes(7)) };
        var terms = new Terms(stricter, Cast.Agreement);
        var handoff = Cast.Requested(Tier.Hot);
        handoff.NextStep(terms).ShouldBe(Cast.After(15));
        var accepted = handoff.Accept(Cast.Rita, Cast.After(20), terms).ShouldApply();
        (accepted.Entries[0].Target, accepted.Entries[0].Agreement).ShouldBe((Duration.FromMinutes(30), 0));
        (accepted.After.ContactBy, accepted.After.ContactClock!.Agreement).ShouldBe((Cast.After(27), 1));
    }

    private static Handoff After(Handoff handoff, int minutes, Reach reach) => handoff.Tick(Cast.After(minutes), Cast.Terms, reach).ShouldApply().After;

    // Each step at its own moment, as the timers bring them.
    private static IEnumerable<string> Ticks(Handoff handoff)
    {
        while (handoff.NextStep(Cast.Terms) is { } due)
        {
            var after = handoff.Tick(due, Cast.Terms, Everybody).ShouldApply().After;
            foreach (var notice in after.Notices.All.Skip(handoff.Notices.Count))
            {
                yield return $"{Math.Floor((due - Cast.Start).TotalMinutes)} {notice.Kind} {notice.Clock} {notice.To?.Name} {notice.Percent}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd();
            }

            handoff = after;
        }
    }
}
