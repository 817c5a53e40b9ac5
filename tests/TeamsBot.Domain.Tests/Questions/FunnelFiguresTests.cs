using Shouldly;
using TeamsBot.Domain.Questions;
using Xunit;

namespace TeamsBot.Domain.Tests.Questions;

public sealed class FunnelFiguresTests
{
    private static readonly FunnelFigures October = Of(("Awareness", 0, null), ("Intent", 412, 0.94), ("HandedOff", 388, 0.88), ("Accepted", 341, 0.48), ("Qualified", 164, 0.59), ("Proposal", 96, 0.32), ("Won", 31, null), ("Lost", 50, null));

    private static readonly FunnelFigures September = Of(("Intent", 380, 0.93), ("HandedOff", 353, 0.86), ("Accepted", 304, 0.57), ("Qualified", 173, 0.58), ("Proposal", 100, 0.33), ("Won", 33, null));

    [Fact]
    public void It_begins_with_the_first_stage_that_anybody_reached_and_has_only_its_path() =>
        October.Stages.Select(step => step.Stage).ShouldBe(["Intent", "HandedOff", "Accepted", "Qualified", "Proposal", "Won"]);

    [Fact]
    public void Stages_that_say_nothing_are_left_out() =>
        Of(("Awareness", 90, 1), ("Interest", 90, 1), ("Consideration", 90, 1), ("Intent", 90, 0.5), ("HandedOff", 45, 1), ("Won", 45, 0), ("Retained", 0, null))
            .Stages.Select(step => step.Stage).ShouldBe(["Intent", "HandedOff", "Won"]);

    [Fact]
    public void It_leaks_where_the_rate_fell_most()
    {
        var leak = FunnelLeak.Of(October, September)!;
        leak.Step.Stage.ShouldBe("Accepted");
        leak.Was.ShouldBe(0.57);
        leak.Missing.ShouldBe(31);
    }

    [Fact]
    public void With_nothing_to_compare_it_leaks_where_fewest_go_on() => FunnelLeak.Of(October, null)!.Step.Stage.ShouldBe("Proposal");

    [Fact]
    public void Where_nothing_fell_it_leaks_where_fewest_go_on()
    {
        var leak = FunnelLeak.Of(October, October)!;
        leak.Step.Stage.ShouldBe("Proposal");
        leak.Missing.ShouldBe(0);
    }

    [Fact]
    public void A_handful_of_leads_shows_no_leak() => FunnelLeak.Of(Of(("Intent", 4, 0.25), ("Won", 1, null)), null).ShouldBeNull();

    [Fact]
    public void An_empty_funnel_has_nothing()
    {
        var funnel = FunnelFigures.Of(new([new("stage", Unit.Text), new("reached", Unit.Count)], []));
        (funnel.First, funnel.Won, funnel.Leak).ShouldBe((0, 0, null));
    }

    private static FunnelFigures Of(params IEnumerable<(string Stage, double Reached, double? WentOn)> rows) => FunnelFigures.Of(new(
        [new("stage", Unit.Text), new("reached", Unit.Count), new("now", Unit.Count), new("wentOn", Unit.Ratio)],
        [.. rows.Select(row => (IReadOnlyList<object?>)[row.Stage, row.Reached, 0d, row.WentOn])]));
}
