using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Tests.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Agreement;

public sealed class QuietHoursTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly QuietHours Night = new(new(20, 0), new(7, 0));

    private static readonly Gen<LocalTime> Times =
        Gen.OneOf(Gen.Choose(0, 36), Gen.Choose(0, 287)).Select(step => LocalTime.Midnight.PlusMinutes(step * 5));

    private static readonly Gen<QuietCase> Cases =
        from zone in WorkingCases.AnyZone
        from moment in WorkingCases.MomentIn(zone)
        from later in Gen.Choose(0, 1500)
        from start in Times
        from end in Times
        select new QuietCase(new(start, end), zone, moment, moment + Duration.FromMinutes(later));

    [Theory]
    [InlineData("02T19:59", "02T19:59")]
    [InlineData("02T20:00", "03T07:00")]
    [InlineData("02T23:30", "03T07:00")]
    [InlineData("03T00:00", "03T07:00")]
    [InlineData("03T06:59", "03T07:00")]
    [InlineData("03T07:00", "03T07:00")]
    public void A_message_of_the_night_waits_for_the_morning(string at, string until) => Night.Wait(March(at), London).ShouldBe(March(until));

    [Theory]
    [InlineData("02T11:59", "02T11:59")]
    [InlineData("02T12:00", "02T13:00")]
    [InlineData("02T13:00", "02T13:00")]
    public void Quiet_hours_may_lie_within_a_day(string at, string until) =>
        new QuietHours(new(12, 0), new(13, 0)).Wait(March(at), London).ShouldBe(March(until));

    [Fact]
    public void Equal_times_are_no_quiet_hours() => new QuietHours(new(7, 0), new(7, 0)).Wait(March("02T07:00"), London).ShouldBe(March("02T07:00"));

    // Half past one is skipped on the 29th, and comes twice on 25 October.
    [Fact]
    public void A_morning_that_the_clocks_skip_begins_when_they_do() =>
        new QuietHours(new(20, 0), new(1, 30)).Wait(March("29T00:30"), London).ShouldBe(Instant.FromUtc(2026, 3, 29, 1, 0));

    [Fact]
    public void A_morning_that_comes_twice_begins_the_first_time()
    {
        var quiet = new QuietHours(new(20, 0), new(1, 30));
        var morning = Instant.FromUtc(2026, 10, 25, 0, 30);
        quiet.Wait(morning - Duration.FromMinutes(20), London).ShouldBe(morning);
        quiet.Wait(morning + Duration.FromMinutes(40), London).ShouldBe(morning + Duration.FromMinutes(40));
    }

    [Fact]
    public void Whoever_waited_waits_no_more_and_who_comes_later_is_not_written_to_earlier() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Cases.ToArbitrary(), it =>
        {
            var until = it.Quiet.Wait(it.At, it.Zone);
            until.ShouldBeGreaterThanOrEqualTo(it.At);
            (until - it.At).ShouldBeLessThan(Duration.FromHours(50));
            it.Quiet.Wait(until, it.Zone).ShouldBe(until);
            it.Quiet.Wait(it.Later, it.Zone).ShouldBeGreaterThanOrEqualTo(until);
        }));

    private static Instant March(string dayAndTime) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm")
        .Parse("2026-03-" + dayAndTime).Value.InZoneStrictly(London).ToInstant();

    private sealed record QuietCase(QuietHours Quiet, DateTimeZone Zone, Instant At, Instant Later);
}
