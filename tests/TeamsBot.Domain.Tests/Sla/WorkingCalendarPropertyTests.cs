using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Sla;

/// <summary>What holds on every calendar, at every moment, whatever the clocks do.</summary>
public sealed class WorkingCalendarPropertyTests
{
    [Fact]
    public void The_working_time_until_a_deadline_is_the_working_time_that_was_given() => Always(1000, it =>
    {
        var deadline = it.Calendar.Add(it.From, it.First);
        deadline.ShouldBeGreaterThanOrEqualTo(it.From);
        it.Calendar.Between(it.From, deadline).ShouldBe(it.First);
    });

    [Fact]
    public void A_deadline_is_the_first_moment_with_so_much_working_time() => Always(1000, it =>
        it.Calendar.IsOpen(it.Calendar.Add(it.From, it.First) - Duration.Epsilon).ShouldBeTrue());

    [Fact]
    public void A_deadline_in_two_steps_is_the_deadline_in_one() => Always(1000, it =>
        it.Calendar.Add(it.Calendar.Add(it.From, it.First), it.Second).ShouldBe(it.Calendar.Add(it.From, it.First + it.Second)));

    [Fact]
    public void Working_time_adds_up_and_is_never_more_than_the_time() => Always(3000, it =>
    {
        var (middle, end) = (it.From + it.First, it.From + it.First + it.Second);
        var (first, second) = (it.Calendar.Between(it.From, middle), it.Calendar.Between(middle, end));
        (first + second).ShouldBe(it.Calendar.Between(it.From, end));
        first.ShouldBeInRange(Duration.Zero, it.First);
        second.ShouldBeInRange(Duration.Zero, it.Second);
    });

    [Fact]
    public void Working_time_is_what_a_walk_through_the_minutes_counts() => Always(1000, it =>
    {
        var end = it.From + Duration.FromMinutes((int)it.First.TotalMinutes % 1000);
        it.Calendar.Between(it.From, end).ShouldBe(WorkingReference.Between(it.Calendar, it.From, end));
        it.Calendar.IsOpen(it.From).ShouldBe(WorkingReference.IsOpen(it.Calendar, it.From));
        it.Calendar.IsOpen(end).ShouldBe(WorkingReference.IsOpen(it.Calendar, end));
    });

    [Fact]
    public void The_stretches_of_days_that_follow_each_other_come_in_order_and_apart() => Always(500, it =>
    {
        var date = it.From.InZone(it.Calendar.Zone).Date;
        var stretches = Enumerable.Range(-2, 6).SelectMany(day => it.Calendar.OpenOn(date.PlusDays(day))).ToList();
        stretches.Zip(stretches.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
    });

    [Fact]
    public void Around_the_clock_working_time_is_time() => Always(1000, it =>
    {
        var (always, end) = (WorkingCalendar.Always(it.Calendar.Zone), it.From + it.First);
        always.Add(it.From, it.First).ShouldBe(end);
        always.Between(it.From, end).ShouldBe(it.First);
        always.IsOpen(it.From).ShouldBeTrue();
    });

    // The calendar that is known to be open always takes a short cut; this one has to count its hours, and finds them all.
    [Fact]
    public void Blocks_without_a_gap_lose_nothing_when_the_clocks_change() => Always(1000, it =>
    {
        IReadOnlyList<WorkingBlock> halves = [new(LocalTime.Midnight, new(1, 30)), new(new(1, 30), LocalTime.Midnight)];
        var week = WorkingWeek.Of(Enumerable.Range(1, 7).ToDictionary(day => (IsoDayOfWeek)day, _ => halves));
        var counted = WorkingCalendar.Of(it.Calendar.Zone, week);
        counted.IsAlways.ShouldBeFalse();
        counted.Between(it.From, it.From + it.First).ShouldBe(it.First);
        counted.Add(it.From, it.First).ShouldBe(it.From + it.First);
    });

    // Random cases might miss what they are made for; this holds that they do not, by numbers that chance does not come near.
    [Fact]
    public void The_cases_are_open_and_closed_and_see_the_clocks_change_both_ways()
    {
        var cases = WorkingCases.All.Sample(3000).ToList();
        cases.Count(it => it.Calendar.IsOpen(it.From)).ShouldBeInRange(300, 2700);
        cases.Count(it => !it.Calendar.Closed.IsNone).ShouldBeGreaterThan(100);
        var changes = cases.Select(it => OffsetChange(it.Calendar.Zone, it.From, it.From + it.First)).ToList();
        changes.Count(change => change > 0).ShouldBeGreaterThan(40);
        changes.Count(change => change < 0).ShouldBeGreaterThan(40);
    }

    // In seconds: Apia once changed by a whole day, which is more than an offset takes.
    private static int OffsetChange(DateTimeZone zone, Instant from, Instant to) => zone.GetUtcOffset(to).Seconds - zone.GetUtcOffset(from).Seconds;

    private static void Always(int cases, Action<WorkingCase> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(WorkingCases.All.ToArbitrary(), property));
}
