using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Tests.Simulation;

/// <summary>The lives that are drawn hold all that the simulation is there to find.</summary>
public sealed class PlanDrawTests
{
    private static readonly IReadOnlyList<ExpectedHandoff> Drawn =
        [.. new PlanDraw(new(7)).Draw(3_000, "lead").Select(plan => new ExpectedHandoff(plan, Troubles.None))];

    [Fact]
    public void Every_row_of_the_ledger_is_among_them() =>
        Drawn.SelectMany(handoff => handoff.Rows).Select(row => (row.Action, row.Clock, row.End, row.Met)).Distinct().Order().ShouldBe(
        [
            (HandoffAction.Accept, ClockKind.Accept, null, false), (HandoffAction.Accept, ClockKind.Accept, ClockEnd.Met, true),
            (HandoffAction.Reject, ClockKind.Accept, null, false), (HandoffAction.Reject, ClockKind.Accept, ClockEnd.Met, true),
            (HandoffAction.Contact, ClockKind.Contact, null, false), (HandoffAction.Contact, ClockKind.Contact, ClockEnd.Met, true),
            (HandoffAction.Qualify, null, null, null),
            (HandoffAction.Qualify, ClockKind.Contact, null, false), (HandoffAction.Qualify, ClockKind.Contact, ClockEnd.Met, true),
            (HandoffAction.Recycle, null, null, null),
            (HandoffAction.Recycle, ClockKind.Contact, null, null), (HandoffAction.Recycle, ClockKind.Contact, ClockEnd.Stopped, null),
            (HandoffAction.Assign, ClockKind.Accept, null, false), (HandoffAction.Assign, ClockKind.Accept, ClockEnd.Met, true),
            (HandoffAction.RunOut, ClockKind.Accept, ClockEnd.Breached, false), (HandoffAction.RunOut, ClockKind.Contact, ClockEnd.Breached, false),
        ]);

    [Fact]
    public void Every_notice_of_both_clocks_is_among_them() =>
        Drawn.SelectMany(ExpectedNotices.Of).Select(notice => (notice.Kind, notice.Clock)).Distinct().Count()
            .ShouldBe(Enum.GetValues<NoticeKind>().Length * Enum.GetValues<ClockKind>().Length);

    [Fact]
    public void Some_go_from_one_agreement_to_the_next_and_some_are_handed_over_again()
    {
        Drawn.ShouldContain(handoff => handoff.Accept.Terms.Version == 1 && handoff.Contact != null && handoff.Contact.Terms.Version == 2);
        Drawn.ShouldContain(handoff => handoff.Plan.Number == 2);
        Drawn.ShouldContain(handoff => handoff.Accept.IsPaused && handoff.Accept.StoppedAt == null);
    }
}
