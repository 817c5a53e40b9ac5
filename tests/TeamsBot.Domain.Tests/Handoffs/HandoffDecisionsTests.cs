using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Handoffs;

/// <summary>What each change writes down, and the refusals that depend on what was filled in.</summary>
public sealed class HandoffDecisionsTests
{
    [Fact]
    public void A_request_waits_with_its_clock_running()
    {
        var handoff = Cast.Requested(Tier.Hot);
        handoff.ShouldBe(new Handoff(Cast.Id, "contoso", "19:sales", Tier.Hot, Cast.Mark.Person, Cast.Start)
        {
            AcceptClock = new(ClockKind.Accept, Cast.Start, Duration.FromMinutes(30), Agreement: 0, Cast.After(30)) { CountsFrom = Cast.Start },
        });
        handoff.Version.ShouldBe(1);
        handoff.State.ShouldBe(HandoffState.Waiting);
    }

    [Fact]
    public void Accepting_makes_an_owner_stops_one_clock_and_starts_the_other()
    {
        var before = Cast.Requested(Tier.Hot);
        var accepted = before.Accept(Cast.Rita, Cast.After(12)).ShouldApply();
        accepted.After.ShouldBe(before with
        {
            State = HandoffState.Accepted,
            Owner = Cast.Rita.Person,
            AcceptedAt = Cast.After(12),
            AcceptClock = before.AcceptClock with { CountsFrom = null, Counted = Duration.FromMinutes(12), End = ClockEnd.Met, StoppedAt = Cast.After(12) },
            ContactClock = new(ClockKind.Contact, Cast.After(12), Duration.FromHours(2), Agreement: 0, Cast.After(132)) { CountsFrom = Cast.After(12) },
            Version = 2,
            LedgerRows = 1,
            LedgerHash = accepted.Entries[0].Hash,
        });
    }

    [Fact]
    public void Rejecting_keeps_who_when_why_and_the_trimmed_note() =>
        Cast.Requested().Reject(Cast.Rita, Cast.After(1), RejectionReason.Other, "  a student  ").ShouldApply().After
            .Rejection.ShouldBe(new Rejection(Cast.Rita.Person, Cast.After(1), RejectionReason.Other, "a student") { Follows = Consequence.Mend });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t\u00a0")]
    public void Something_else_needs_a_note_and_the_other_reasons_need_none(string? note)
    {
        Cast.Requested().Reject(Cast.Rita, Cast.Start, RejectionReason.Other, note).ShouldBeRefused(Refusal.NoteRequired);
        Cast.Requested().Reject(Cast.Rita, Cast.Start, RejectionReason.Need, note).ShouldApply().After.Rejection!.Note.ShouldBeNull();
        Cast.Requested().Ask(Cast.Rita, Cast.Start, note).ShouldBeRefused(Refusal.TextRequired);
        Cast.At(Standing.Asked).Reply(Cast.Mark, Cast.Start, note).ShouldBeRefused(Refusal.TextRequired);
    }

    [Fact]
    public void A_rejection_for_another_reason_is_no_repetition() =>
        Cast.At(Standing.Rejected).Reject(Cast.Rita, Cast.After(60), RejectionReason.Need, note: null).ShouldBeRefused(Refusal.AlreadyRejected);

    [Fact]
    public void Contact_and_qualification_keep_their_times()
    {
        var qualified = Cast.At(Standing.Qualified);
        (qualified.ContactedAt, qualified.QualifiedAt).ShouldBe((Cast.After(20), Cast.After(30)));
    }

    [Fact]
    public void Who_qualifies_has_made_contact()
    {
        var qualified = Cast.Accepted().Qualify(Cast.Rita, Cast.After(25)).ShouldApply().After;
        (qualified.ContactedAt, qualified.QualifiedAt).ShouldBe((Cast.After(25), Cast.After(25)));
    }

    [Fact]
    public void Recycling_keeps_the_owner_the_reason_and_the_day()
    {
        var recycled = Cast.At(Standing.Recycled);
        recycled.Recycling.ShouldBe(new Recycling(Cast.Rita.Person, Cast.After(40), RecycleReason.Timing, Cast.Until));
        recycled.Owner.ShouldBe(Cast.Rita.Person);
        recycled.IsClosed.ShouldBeTrue();
        recycled.IsOwned.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    public void A_lead_is_recycled_to_a_day_after_today(int days, bool applied)
    {
        var decision = Cast.Accepted().Recycle(Cast.Rita, Cast.After(40), RecycleReason.Budget, Cast.Today.PlusDays(days), Cast.Today);
        decision.InAWord().ShouldBe(applied ? "Applied" : nameof(Refusal.DateNotInFuture));
    }

    [Fact]
    public void Recycling_to_another_day_is_no_repetition() =>
        Cast.At(Standing.Recycled).Recycle(Cast.Rita, Cast.After(41), RecycleReason.Timing, Cast.Until.PlusDays(1), Cast.Today)
            .ShouldBeRefused(Refusal.AlreadyRecycled);

    [Fact]
    public void The_new_owner_works_on_and_the_old_one_no_longer_may()
    {
        var reassigned = Cast.Accepted().Reassign(Cast.Rita, Cast.After(15), Cast.Omar).ShouldApply().After;
        reassigned.Contact(Cast.Rita, Cast.After(16)).ShouldBeRefused(Refusal.NotYours);
        reassigned.Contact(Cast.Omar, Cast.After(16)).ShouldApply();
        reassigned.Accept(Cast.Rita, Cast.After(16)).ShouldBeRefused(Refusal.TakenByAnother);
        reassigned.ContactBy.ShouldBe(Cast.Accepted().ContactBy);
    }

    [Fact]
    public void Only_a_rep_becomes_the_owner() =>
        Cast.Accepted().Reassign(Cast.Rita, Cast.After(15), Cast.Mona).ShouldBeRefused(Refusal.NewOwnerNotARep);

    [Fact]
    public void Reassigning_to_the_owner_is_a_repetition_for_those_who_may_reassign_only()
    {
        var handoff = Cast.Accepted();
        handoff.Reassign(Cast.Rita, Cast.After(15), Cast.Rita).ShouldRepeat(handoff);
        handoff.Reassign(Cast.Mona, Cast.After(15), Cast.Rita).ShouldRepeat(handoff);
        handoff.Reassign(Cast.Rhea, Cast.After(15), Cast.Rita).ShouldBeRefused(Refusal.NotYours);
    }

    [Fact]
    public void A_manager_takes_a_lead_as_they_are_and_gives_it_to_reps_alone()
    {
        Cast.Accepted().Reassign(Cast.Mona, Cast.After(15), Cast.Mona).ShouldApply().After.Owner.ShouldBe(Cast.Mona.Person);
        Cast.Requested().Reassign(Cast.Mona, Cast.After(15), Cast.Mark).ShouldBeRefused(Refusal.NewOwnerNotARep);
    }

    [Fact]
    public void A_second_question_follows_the_answer_to_the_first_and_has_none_yet()
    {
        Cast.At(Standing.Asked).Ask(Cast.Rita, Cast.After(9), "Another?").ShouldBeRefused(Refusal.AlreadyAsked);
        var second = Cast.At(Standing.Answered).Ask(Cast.Rita, Cast.After(9), " Another? ").ShouldApply().After;
        (second.Question, second.Answer).ShouldBe((new Note(Cast.Rita.Person, Cast.After(9), "Another?"), null));
    }

    [Fact]
    public void A_question_has_one_answer()
    {
        Cast.At(Standing.Answered).Reply(Cast.Mark, Cast.After(9), "Something else.").ShouldBeRefused(Refusal.AlreadyAnswered);
        Cast.At(Standing.Answered).Reply(Cast.Person("mia", Roles.Marketer), Cast.After(9), Cast.AnswerText).ShouldBeRefused(Refusal.AlreadyAnswered);
    }

    [Fact]
    public void An_answer_may_come_after_the_lead_was_taken_and_changes_nothing_else()
    {
        var taken = Cast.At(Standing.Asked).Accept(Cast.Omar, Cast.After(6)).ShouldApply().After;
        var answered = taken.Reply(Cast.Mark, Cast.After(7), Cast.AnswerText).ShouldApply().After;
        answered.ShouldBe(taken with
        {
            Answer = new Note(Cast.Mark.Person, Cast.After(7), Cast.AnswerText),
            Version = taken.Version + 1,
            CalledVersion = taken.Version + 1,
        });
    }

    [Fact]
    public void A_person_is_known_by_id_and_may_change_their_name()
    {
        var renamed = Cast.Rita with { Person = Cast.Rita.Person with { Name = "Rita B." } };
        Cast.Accepted().Accept(renamed, Cast.After(11)).ShouldBeOfType<Decision.Repeated>();
        Cast.Accepted().Contact(renamed, Cast.After(11)).ShouldApply();
        Cast.At(Standing.Rejected).Reject(renamed, Cast.After(11), RejectionReason.Budget, note: null).ShouldBeOfType<Decision.Repeated>();
    }

    [Theory]
    [InlineData(Standing.Waiting, false, false)]
    [InlineData(Standing.Accepted, true, false)]
    [InlineData(Standing.Contacted, true, false)]
    [InlineData(Standing.Qualified, true, false)]
    [InlineData(Standing.Rejected, false, true)]
    [InlineData(Standing.Recycled, false, true)]
    public void A_handoff_waits_or_is_owned_or_is_closed(Standing standing, bool owned, bool closed) =>
        (Cast.At(standing).IsOwned, Cast.At(standing).IsClosed).ShouldBe((owned, closed));
}
