using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Tests.Sla;

/// <summary>A calendar, a moment near its holidays and clock changes, and two lengths of working time.</summary>
public sealed record WorkingCase(WorkingCalendar Calendar, Instant From, Duration First, Duration Second)
{
    public override string ToString() => $"{WorkingCases.Describe(Calendar)} from {From}, {First} and {Second}";
}

/// <summary>Random calendars: any week, several blocks a day, work over midnight, holidays, closures of days and of hours.</summary>
public static class WorkingCases
{
    private const int Step = 5;
    private const int StepsOfDay = 24 * 60 / Step;

    // Clocks that change at one, two and three, at midnight, by half an hour, at one past midnight (until 2011), and that once left out a day.
    public static readonly DateTimeZone[] Zones =
    [
        .. new[]
        {
            "Europe/Warsaw", "Europe/London", "America/New_York", "Asia/Riyadh", "Asia/Shanghai", "Australia/Lord_Howe",
            "America/St_Johns", "Africa/Cairo", "Asia/Beirut", "America/Santiago", "Pacific/Apia", "UTC",
        }.Select(id => DateTimeZoneProviders.Tzdb[id]),
    ];

    private static readonly Instant Earliest = Instant.FromUtc(2005, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2031, 1, 1, 0, 0);

    public static readonly Gen<DateTimeZone> AnyZone = Gen.Elements(Zones);

    private static readonly Gen<LocalTime> Mark =
        Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(StepsOfDay)), (3, Gen.Choose(0, 3 * 60 / Step)), (10, Gen.Choose(0, StepsOfDay)))
            .Select(step => LocalTime.Midnight.PlusMinutes(step * Step));

    private static readonly Gen<IReadOnlyList<WorkingBlock>> SomeBlocks =
        from marks in Mark.ArrayOf(6)
        from count in Gen.Choose(1, 3)
        select Blocks([.. marks.Take(count * 2)]);

    private static readonly Gen<IReadOnlyList<WorkingBlock>> Day =
        Gen.Frequency((3, Gen.Constant<IReadOnlyList<WorkingBlock>>([])), (6, SomeBlocks), (1, Gen.Constant(WorkingWeek.Always.On(IsoDayOfWeek.Monday))));

    // Each day by itself, or one day's hours from some day on for some days, as from Sunday to Thursday.
    public static readonly Gen<WorkingWeek> Week = Gen.OneOf(
        Day.ArrayOf(7).Select(WeekOf),
        from day in SomeBlocks
        from first in Gen.Choose(0, 6)
        from days in Gen.Choose(1, 7)
        select WeekOf([.. Enumerable.Range(0, 7).Select(at => (at - first + 7) % 7 < days ? day : [])]));

    public static readonly Gen<WorkingCase> All =
        from zone in AnyZone
        from week in Week
        from moment in MomentIn(zone)
        from closed in ClosedAround(moment.InZone(zone).LocalDateTime)
        from first in AnyDuration
        from second in AnyDuration
        select new WorkingCase(WorkingCalendar.Of(zone, week, closed), moment, first, second);

    private static Gen<Duration> AnyDuration =>
        from minutes in Gen.Choose(0, 3000)
        from nanoseconds in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 999_999_999)))
        select Duration.FromMinutes(minutes) + Duration.FromNanoseconds(nanoseconds + 1L);

    /// <summary>A whole minute, most often within three days of a change of the clocks.</summary>
    public static Gen<Instant> MomentIn(DateTimeZone zone)
    {
        Instant[] changes = [.. zone.GetZoneIntervals(Earliest, Latest).Where(interval => interval.HasEnd && interval.End < Latest).Select(interval => interval.End)];
        var anywhere = Gen.Choose(0, (int)(Latest - Earliest).TotalMinutes).Select(minutes => Earliest + Duration.FromMinutes(minutes));
        var nearChange = changes.Length == 0
            ? anywhere
            : from change in Gen.Elements(changes)
              from minutes in Gen.OneOf(Gen.Choose(-180, 180), Gen.Choose(-4320, 4320))
              select change + Duration.FromMinutes(minutes);
        return Gen.Frequency((1, anywhere), (3, nearChange));
    }

    public static Gen<Closures> ClosedAround(LocalDateTime local) =>
        from annual in Gen.Choose(-3, 6).ArrayOf().Resize(4)
        from once in ClosureNear(local).ArrayOf().Resize(4)
        select new Closures(annual.Select(days => local.Date.PlusDays(days)).Select(date => new AnnualDate(date.Month, date.Day)), once);

    private static Gen<Closure> ClosureNear(LocalDateTime local) => Gen.OneOf(
        from days in Gen.Choose(-3, 6)
        from length in Gen.Choose(0, 2)
        select Closure.Days(local.Date.PlusDays(days), local.Date.PlusDays(days + length)),
        from minutes in Gen.Choose(-3000, 6000)
        from length in Gen.Choose(-10, 2000)
        select new Closure(local.PlusMinutes(minutes), local.PlusMinutes(minutes + length)));

    public static string Describe(WorkingCalendar calendar)
    {
        var days = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)
            .Select(day => $"{day}: {string.Join(", ", calendar.Week.On(day).Select(block => $"{block.From:HH:mm}-{block.To:HH:mm}"))}");
        return $"{calendar.Zone.Id} {string.Join("; ", days)} closed {string.Join(", ", calendar.Closed.EveryYear)} {string.Join(", ", calendar.Closed.Once)}";
    }

    private static IReadOnlyList<WorkingBlock> Blocks(LocalTime[] marks)
    {
        LocalTime[] ascending = [.. marks.Distinct().Order()];
        // An odd time out works until midnight, which is an end too.
        return [.. (ascending.Length % 2 == 0 ? ascending : ascending.Append(LocalTime.Midnight)).Chunk(2).Select(pair => new WorkingBlock(pair[0], pair[1]))];
    }

    // A calendar needs some working time: a week without any gets an hour on Sunday.
    private static WorkingWeek WeekOf(IReadOnlyList<WorkingBlock>[] days)
    {
        var named = days.Select((blocks, index) => (Day: (IsoDayOfWeek)(index + 1), blocks)).ToDictionary(day => day.Day, day => day.blocks);
        if (days.All(blocks => blocks.Count == 0))
        {
            named[IsoDayOfWeek.Sunday] = [new(new(1, 30), new(2, 30))];
        }

        return WorkingWeek.Of(named);
    }
}
