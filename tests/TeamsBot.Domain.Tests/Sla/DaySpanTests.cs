using NodaTime;
using Shouldly;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Sla;

public sealed class DaySpanTests
{
    private static readonly LocalDate Today = new(2026, 11, 26);

    [Theory]
    [InlineData(ReportPeriod.ThisMonth, "2026-11-01..2026-12-01", "2026-10-01..2026-11-01")]
    [InlineData(ReportPeriod.LastMonth, "2026-10-01..2026-11-01", "2026-09-01..2026-10-01")]
    [InlineData(ReportPeriod.ThisQuarter, "2026-10-01..2027-01-01", "2026-07-01..2026-10-01")]
    [InlineData(ReportPeriod.LastQuarter, "2026-07-01..2026-10-01", "2026-04-01..2026-07-01")]
    [InlineData(ReportPeriod.Last30Days, "2026-10-28..2026-11-27", "2026-09-28..2026-10-28")]
    [InlineData(ReportPeriod.AllTime, "..2026-11-27", null)]
    public void A_period_is_its_days_and_has_as_much_time_before_it(ReportPeriod period, string days, string? before)
    {
        var span = DaySpan.Of(period, Today);
        span.ToString().ShouldBe(days);
        span.Before()?.ToString().ShouldBe(before);
        DaySpan.Parse(days).ShouldBe(span);
    }

    [Fact]
    public void The_month_before_January_is_in_another_year() =>
        DaySpan.Of(ReportPeriod.LastMonth, new(2026, 1, 31)).ToString().ShouldBe("2025-12-01..2026-01-01");

    [Fact]
    public void Days_begin_and_end_at_midnight_in_the_zone()
    {
        var span = DaySpan.Of(ReportPeriod.ThisMonth, Today);
        var warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];
        (span.StartIn(warsaw), span.EndIn(warsaw)).ShouldBe((Instant.FromUtc(2026, 10, 31, 23, 0), Instant.FromUtc(2026, 11, 30, 23, 0)));
        DaySpan.Of(ReportPeriod.AllTime, Today).StartIn(warsaw).ShouldBeLessThan(Instant.FromUtc(1970, 1, 2, 0, 0));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("2026-11-01")]
    [InlineData("2026-11-01..")]
    [InlineData("2026-12-01..2026-11-01")]
    [InlineData("2026-11-01..2026-11-01")]
    [InlineData("2026-11-01..2026-12-01..2027-01-01")]
    [InlineData("2026-11-01 .. 2026-12-01")]
    [InlineData("2026-13-01..2026-14-01")]
    [InlineData("-2026-11-01..2026-12-01")]
    [InlineData("1969-01-01..2026-12-01")]
    [InlineData("2026-11-01..9999-12-31")]
    public void What_it_did_not_write_it_does_not_read(string? text) => DaySpan.Parse(text).ShouldBeNull();
}
