using NodaTime;
using NodaTime.Text;
using Shouldly;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Sla;

public sealed class WorkingCalendarTests
{
    private static readonly DateTimeZone Warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];
    private static readonly WorkingCalendar NineToFive = WorkingCalendar.Of(Warsaw, WorkingWeek.NineToFive);

    // March 2026: the 2nd is a Monday.
    [Theory]
    [InlineData("2026-03-02 10:00", 30, "2026-03-02 10:30")]
    [InlineData("2026-03-02 16:45", 30, "2026-03-03 09:15")]
    [InlineData("2026-03-02 16:30", 30, "2026-03-02 17:00")]
    [InlineData("2026-03-02 17:00", 30, "2026-03-03 09:30")]
    [InlineData("2026-03-02 05:00", 480, "2026-03-02 17:00")]
    [InlineData("2026-03-06 16:50", 30, "2026-03-09 09:20")]
    [InlineData("2026-03-07 12:00", 30, "2026-03-09 09:30")]
    [InlineData("2026-03-27 16:00", 120, "2026-03-30 10:00")]
    public void A_deadline_waits_for_the_next_working_time(string from, int minutes, string deadline) =>
        NineToFive.Add(At(from), Duration.FromMinutes(minutes)).ShouldBe(At(deadline));

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    public void No_working_time_is_due_at_once_even_at_night(int minutes) =>
        NineToFive.Add(At("2026-03-02 03:00"), Duration.FromMinutes(minutes)).ShouldBe(At("2026-03-02 03:00"));

    [Fact]
    public void Nothing_passes_backwards() => NineToFive.Between(At("2026-03-02 12:00"), At("2026-03-02 11:00")).ShouldBe(Duration.Zero);

    [Theory]
    [InlineData("2026-03-02 08:59", false)]
    [InlineData("2026-03-02 09:00", true)]
    [InlineData("2026-03-02 16:59", true)]
    [InlineData("2026-03-02 17:00", false)]
    [InlineData("2026-03-07 12:00", false)]
    public void The_end_of_a_block_is_not_part_of_it(string at, bool open) => NineToFive.IsOpen(At(at)).ShouldBe(open);

    [Fact]
    public void Holidays_and_closed_hours_do_not_count()
    {
        var closures = new Closures(
            [new(5, 1)],
            [new(new(2026, 4, 30, 15, 0), new(2026, 4, 30, 16, 0)), Closure.Days(new(2026, 5, 4), new(2026, 5, 5))]);
        var calendar = WorkingCalendar.Of(Warsaw, WorkingWeek.NineToFive, closures);
        calendar.Between(At("2026-04-30 09:00"), At("2026-05-07 09:00")).ShouldBe(Duration.FromHours(7 + 8));
        calendar.Add(At("2026-04-30 14:30"), Duration.FromHours(2)).ShouldBe(At("2026-05-06 09:30"));
        calendar.Add(At("2029-04-30 16:00"), Duration.FromHours(2)).ShouldBe(At("2029-05-02 10:00"));
    }

    [Fact]
    public void A_leap_day_is_a_holiday_when_there_is_one()
    {
        var calendar = WorkingCalendar.Of(Warsaw, WorkingWeek.Always, new Closures([new(2, 29)], []));
        calendar.Add(At("2028-02-28 23:00"), Duration.FromHours(2)).ShouldBe(At("2028-03-01 01:00"));
        calendar.Add(At("2027-02-28 23:00"), Duration.FromHours(2)).ShouldBe(At("2027-03-01 01:00"));
    }

    [Theory]
    [InlineData("2026-03-28", 7)]
    [InlineData("2026-10-24", 9)]
    [InlineData("2026-06-06", 8)]
    public void A_night_is_as_long_as_the_clocks_make_it(string saturday, int hours) =>
        Nights.Between(At(saturday + " 12:00"), At(saturday + " 12:00") + Duration.FromDays(1)).ShouldBe(Duration.FromHours(hours));

    [Theory]
    [InlineData("2026-03-28 23:00", 180, "2026-03-29 03:00")]
    [InlineData("2026-10-24 23:00", 300, "2026-10-25 03:00")]
    public void A_deadline_in_the_night_of_a_change_is_real_time(string from, int minutes, string deadline) =>
        Nights.Add(At(from), Duration.FromMinutes(minutes)).ShouldBe(At(deadline));

    // At one past midnight of the 7th the clocks of Newfoundland went back to 23:01 of the 6th.
    [Fact]
    public void A_day_that_has_begun_goes_on_while_the_clocks_show_the_old_date_again()
    {
        var sundays = WorkingWeek.Of(new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkingBlock>> { [IsoDayOfWeek.Sunday] = WorkingWeek.Always.On(IsoDayOfWeek.Sunday) });
        var calendar = WorkingCalendar.Of(DateTimeZoneProviders.Tzdb["America/St_Johns"], sundays);
        var midnight = Instant.FromUtc(2010, 11, 7, 2, 30);
        calendar.IsOpen(midnight - Duration.Epsilon).ShouldBeFalse();
        calendar.IsOpen(midnight + Duration.FromMinutes(30)).ShouldBeTrue();
        calendar.Between(midnight, midnight + Duration.FromMinutes(30)).ShouldBe(Duration.FromMinutes(30));
        calendar.Between(midnight, midnight + Duration.FromDays(2)).ShouldBe(Duration.FromHours(25));
    }

    [Fact]
    public void The_same_hours_on_the_clocks_of_another_zone()
    {
        var riyadh = NineToFive.In(DateTimeZoneProviders.Tzdb["Asia/Riyadh"]);
        riyadh.Add(At("2026-03-02 05:00"), Duration.FromMinutes(30)).ShouldBe(At("2026-03-02 07:30"));
    }

    [Fact]
    public void A_week_without_working_time_is_refused_at_once() =>
        Should.Throw<ArgumentException>(() => WorkingCalendar.Of(Warsaw, WorkingWeek.Of(new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkingBlock>>())));

    [Fact]
    public void Closures_that_leave_nothing_are_an_error_and_no_endless_search()
    {
        var closed = WorkingCalendar.Of(Warsaw, WorkingWeek.NineToFive, new Closures([], [Closure.Days(new(2026, 1, 1), new(2199, 12, 31))]));
        Should.Throw<InvalidOperationException>(() => closed.Add(At("2026-03-02 10:00"), Duration.FromMinutes(1)));

        var everyDay = Enumerable.Range(0, 366).Select(day => new LocalDate(2028, 1, 1).PlusDays(day)).Select(date => new AnnualDate(date.Month, date.Day));
        var holidays = WorkingCalendar.Of(Warsaw, WorkingWeek.Always, new Closures(everyDay, []));
        Should.Throw<InvalidOperationException>(() => holidays.Add(At("2026-03-02 10:00"), Duration.FromMinutes(1)));
    }

    [Theory]
    [InlineData("09:00", "12:00", "11:00", "13:00")]
    [InlineData("09:00", "09:00", "11:00", "13:00")]
    [InlineData("22:00", "06:00", "11:00", "13:00")]
    [InlineData("22:00", "00:00", "23:00", "00:00")]
    public void Blocks_that_overlap_or_end_before_they_begin_are_refused(string from, string to, string otherFrom, string otherTo)
    {
        IReadOnlyList<WorkingBlock> blocks = [new(Time(from), Time(to)), new(Time(otherFrom), Time(otherTo))];
        Should.Throw<ArgumentException>(() => WorkingWeek.Of(new Dictionary<IsoDayOfWeek, IReadOnlyList<WorkingBlock>> { [IsoDayOfWeek.Friday] = blocks }));
    }

    // Ten at night to six in the morning, every day.
    private static WorkingCalendar Nights { get; } = WorkingCalendar.Of(Warsaw, WorkingWeek.Of(Enumerable.Range(1, 7).ToDictionary(
        day => (IsoDayOfWeek)day,
        IReadOnlyList<WorkingBlock> (_) => [new(LocalTime.Midnight, new(6, 0)), new(new(22, 0), LocalTime.Midnight)])));

    private static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    private static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value.InZoneStrictly(Warsaw).ToInstant();
}
