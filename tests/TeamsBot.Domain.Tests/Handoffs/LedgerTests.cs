using NodaTime;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Handoffs;

/// <summary>What stands in the ledger: who acknowledged what, after how long, and whether that was in time.</summary>
public sealed class LedgerTests
{
    [Theory]
    [InlineData(Tier.Hot, 30)]
    [InlineData(Tier.Warm, 240)]
    [InlineData(Tier.Cold, 1440)]
    public void An_acceptance_is_measured_from_the_request(Tier tier, int target)
    {
        var entry = Cast.Requested(tier).Accept(Cast.Rita, Cast.After(20)).ShouldAcknowledge();
        entry.ShouldBe(new LedgerEntry(Cast.Id, 1, HandoffAction.Accept, Cast.Rita.Person, Cast.After(20))
        {
            Tenant = "contoso",
            Channel = "19:sales",
            Tier = tier,
            RequestedAt = Cast.Start,
            Owner = Cast.Rita.Person,
            Clock = ClockKind.Accept,
            End = ClockEnd.Met,
            Elapsed = Duration.FromMinutes(20),
            Target = Duration.FromMinutes(target),
            Met = true,
        });
    }

    [Fact]
    public void A_rejection_answers_the_request_too()
    {
        var entry = Cast.Requested(Tier.Hot).Reject(Cast.Rita, Cast.After(29), RejectionReason.Need, note: null).ShouldAcknowledge();
        (entry.Action, entry.Clock, entry.End, entry.Met, entry.Owner).ShouldBe((HandoffAction.Reject, ClockKind.Accept, ClockEnd.Met, true, null));
    }

    [Fact]
    public void A_late_answer_leaves_two_rows_the_end_of_the_clock_at_its_due_time_and_the_answer()
    {
        var rows = Cast.Requested(Tier.Hot).Accept(Cast.Rita, Cast.After(45)).ShouldApply().Entries;
        rows.Select(row => (row.Number, row.Action, row.By.Name, row.At, row.End, row.Elapsed.TotalMinutes, row.Met)).ShouldBe(
        [
            (1, HandoffAction.RunOut, "", Cast.After(30), ClockEnd.Breached, 30, false),
            (2, HandoffAction.Accept, "rita", Cast.After(45), null, 45, false),
        ]);
        rows[1].Before.ShouldBe(rows[0].Hash);
    }

    [Fact]
    public void Time_that_marketing_took_to_answer_is_not_counted_after_the_first_contact_either()
    {
        var asked = Cast.Accepted().Ask(Cast.Rita, Cast.After(20), Cast.Question).ShouldApply().After;
        var answered = asked.Reply(Cast.Mark, Cast.After(100), Cast.AnswerText).ShouldApply().After;
        var contacted = answered.Contact(Cast.Rita, Cast.After(105)).ShouldApply();
        var qualified = contacted.After.Qualify(Cast.Rita, Cast.After(125)).ShouldAcknowledge();
        (contacted.Entries[0].Elapsed.TotalMinutes, qualified.Elapsed.TotalMinutes, qualified.Target).ShouldBe((15, 35, null));
    }

    [Fact]
    public void Any_difference_in_a_row_makes_another_hash()
    {
        var row = Cast.Requested(Tier.Hot).Accept(Cast.Rita, Cast.After(20)).ShouldAcknowledge();
        LedgerEntry[] others =
        [
            row with { Handoff = new(new("lead-7"), 2) }, row with { Number = 2 }, row with { Action = HandoffAction.Reject },
            row with { By = Cast.Omar.Person }, row with { By = row.By with { Name = "Rita" } }, row with { At = row.At.PlusTicks(1) },
            row with { Tenant = "fabrikam" }, row with { Channel = "19:other" }, row with { Tier = Tier.Cold }, row with { RequestedAt = row.RequestedAt.PlusTicks(-1) },
            row with { Owner = null }, row with { Clock = null }, row with { End = null }, row with { Elapsed = row.Elapsed + Duration.FromTicks(1) },
            row with { Target = null }, row with { Met = null }, row with { Agreement = 1 }, row with { Before = "0" },
        ];
        others.Append(row).Select(other => other.Hash).Distinct().Count().ShouldBe(others.Length + 1);
    }

    [Theory]
    [InlineData(Tier.Hot, 120)]
    [InlineData(Tier.Warm, 1440)]
    [InlineData(Tier.Cold, 4320)]
    public void A_contact_is_measured_from_the_acceptance(Tier tier, int target)
    {
        var entry = Cast.Accepted(tier).Contact(Cast.Rita, Cast.After(70)).ShouldAcknowledge();
        (entry.Number, entry.Elapsed, entry.Target).ShouldBe((2, Duration.FromMinutes(60), Duration.FromMinutes(target)));
    }

    [Fact]
    public void A_qualification_without_a_contact_before_ends_the_clock_of_the_contact()
    {
        var direct = Cast.Accepted(Tier.Hot).Qualify(Cast.Rita, Cast.After(131)).ShouldAcknowledge();
        (direct.Elapsed, direct.Target, direct.Met).ShouldBe((Duration.FromMinutes(121), Duration.FromHours(2), (bool?)false));
        var later = Cast.At(Standing.Contacted).Qualify(Cast.Rita, Cast.After(9999)).ShouldAcknowledge();
        (later.Number, later.Target, later.Met).ShouldBe((3, null, null));
    }

    [Fact]
    public void A_recycling_has_no_target()
    {
        var entry = Cast.Accepted().Recycle(Cast.Rita, Cast.After(40), RecycleReason.Timing, Cast.Until, Cast.Today).ShouldAcknowledge();
        (entry.Number, entry.Elapsed, entry.Target, entry.Met).ShouldBe((2, Duration.FromMinutes(30), null, null));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void A_target_is_kept_to_the_last_tick(int ticksAfter, bool met) =>
        Cast.Requested(Tier.Hot).Accept(Cast.Rita, Cast.After(30).PlusTicks(ticksAfter)).ShouldAcknowledge().Met.ShouldBe(met);

    [Fact]
    public void Questions_answers_and_reassignments_are_no_acknowledgements_and_leave_no_gap_in_the_numbers()
    {
        var asked = Cast.Requested().Ask(Cast.Rita, Cast.After(1), Cast.Question).ShouldApply();
        var answered = asked.After.Reply(Cast.Mark, Cast.After(2), Cast.AnswerText).ShouldApply();
        var accepted = answered.After.Accept(Cast.Rita, Cast.After(3)).ShouldApply();
        var reassigned = accepted.After.Reassign(Cast.Rita, Cast.After(4), Cast.Omar).ShouldApply();
        var contacted = reassigned.After.Contact(Cast.Omar, Cast.After(5)).ShouldApply();
        new[] { asked, answered, accepted, reassigned, contacted }.Select(step => step.Entries.SingleOrDefault()?.Number).ShouldBe([null, null, 1, null, 2]);
        new[] { asked, answered, accepted, reassigned, contacted }.Select(step => step.After.Version).ShouldBe([2, 3, 4, 5, 6]);
    }

    [Fact]
    public void Nobody_answers_before_being_asked_though_two_clocks_differ() =>
        Cast.Requested().Accept(Cast.Rita, Cast.After(-1)).ShouldAcknowledge().Elapsed.ShouldBe(Duration.Zero);
}
