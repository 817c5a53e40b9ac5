using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Sla;

public sealed class SlaStatusCardTests
{
    [Theory]
    [InlineData(61, 6, "Down from 91% (Oct 2026)")]
    [InlineData(40, 10, "Up from 80% (Oct 2026)")]
    [InlineData(80, 10, "As before: 89% (Oct 2026)")]
    public void The_rate_is_compared_with_that_of_the_period_before_as_both_are_read(int met, int breached, string words) =>
        Shown(SlaSamples.Full(Say.In(Language.English)) with { Before = new(met, breached) }).Says(words).ShouldBeTrue();

    [Fact]
    public void A_period_before_without_clocks_is_no_comparison() =>
        Shown(SlaSamples.Full(Say.In(Language.English)) with { Before = new(0, 0) }).Json.GetRawText().ShouldNotContain("Oct 2026");

    [Fact]
    public void The_sums_of_each_table_are_the_sums_of_the_card()
    {
        var report = SlaSamples.Full(Say.In(Language.English)).Report;
        foreach (var figures in new[] { report.Clocks.Values, report.Tiers.Values, report.Channels.Select(group => group.Figures), report.People.Select(group => group.Figures) })
        {
            figures.Aggregate(default(SlaFigures), (sum, one) => new(sum.Met + one.Met, sum.Breached + one.Breached)).ShouldBe(report.Total);
        }
    }

    [Theory]
    [InlineData(0.5, "50%")]
    [InlineData(1.0, "100%")]
    [InlineData(0.0, "0%")]
    [InlineData(0.9999, "99.9%")]
    [InlineData(0.9951, "99.5%")]
    [InlineData(0.0004, "0.1%")]
    [InlineData(0.885, "89%")]
    public void A_share_never_reads_as_all_or_none_when_it_is_not(double share, string text) => Say.In(Language.English).Percent(share).ShouldBe(text);

    [Fact]
    public void A_share_is_written_as_each_language_writes_it()
    {
        Say.In(Language.Polish).Percent(0.9951).ShouldBe("99,5%");
        Say.In(Language.Arabic).Percent(0.94).ShouldBe("\u206894%\u2069");
        Say.In(Language.Chinese).Percent(0.94).ShouldBe("94%");
    }

    [Theory]
    [InlineData("2026-11-01..2026-12-01", "baton-sla-2026-11.csv")]
    [InlineData("2026-10-01..2027-01-01", "baton-sla-2026-q4.csv")]
    [InlineData("2026-10-28..2026-11-27", "baton-sla-2026-10-28-to-2026-11-26.csv")]
    [InlineData("..2026-11-27", "baton-sla-until-2026-11-26.csv")]
    public void A_file_is_named_for_its_days(string days, string name) => SlaFile.NameOf(DaySpan.Parse(days)!).ShouldBe(name);

    private static ShownCard Shown(SlaStatusView view) => new("", "", CardJson.ToJsonElement(SlaStatusCard.Render(view)));
}
