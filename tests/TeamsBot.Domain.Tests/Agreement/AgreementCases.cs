using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Routing;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Sla;
using TeamsBot.Domain.Tests.Routing;
using TeamsBot.Domain.Tests.Scoring;
using TeamsBot.Domain.Tests.Sla;

namespace TeamsBot.Domain.Tests.Agreement;

/// <summary>Random agreements of an organisation, any that can be written down.</summary>
public static class AgreementCases
{
    private static readonly string[] CalendarNames = ["support", "Gulf desk", "夜班", "a.b", "\"quoted\" <b>", "\\", "😀"];
    private static readonly string[] RegionNames = ["PL", "DE-BY", "المملكة", "zażółć"];

    private static readonly Gen<Duration> Length =
        Gen.OneOf(Gen.Choose(1, 200), Gen.Choose(1, 1000).Select(hours => hours * 60), Gen.Choose(1, 60_000)).Select(minutes => Duration.FromMinutes(minutes));

    private static readonly Gen<LocalDateTime> SomeDay = Gen.Choose(0, 3000).Select(day => new LocalDateTime(2024, 1, 1, 0, 0).PlusDays(day).PlusMinutes(day));

    private static readonly Gen<Closures> Dates = SomeDay.SelectMany(WorkingCases.ClosedAround);

    private static readonly Gen<IReadOnlyList<HolidayRegion>> Regions =
        from names in Gen.SubListOf(RegionNames)
        from dates in Dates.ArrayOf(RegionNames.Length)
        select (IReadOnlyList<HolidayRegion>)[.. names.Select((name, index) => new HolidayRegion(name, dates[index]))];

    private static readonly Gen<IReadOnlyList<EscalationStep>> Escalation =
        from lengths in Length.ArrayOf().Resize(20)
        from actions in Gen.Elements(Enum.GetValues<EscalationAction>()).ArrayOf(20)
        select (IReadOnlyList<EscalationStep>)[.. lengths.Take(20).Order().Select((length, index) => new EscalationStep(length, actions[index]))];

    private static readonly Gen<QuietHours?> Quiet =
        from minutes in Gen.Choose(0, 1439).Two()
        select minutes.Item1 == minutes.Item2 ? null : new QuietHours(Time(minutes.Item1), Time(minutes.Item2));

    private static readonly Gen<SlaAgreement> Terms =
        from lengths in Length.ArrayOf(6)
        from warm in Gen.Choose(0, 99)
        from hot in Gen.Choose(warm + 1, 100)
        from reminders in Gen.Choose(1, 99).ArrayOf().Resize(10)
        from escalation in Escalation
        from quiet in Quiet
        from catchAll in Gen.Elements(null, AgreementCast.Anna, AgreementCast.John)
        from rubric in Gen.Frequency((1, Gen.Constant(Rubric.Initial)), (3, ScoreCases.Rubrics))
        from routing in Gen.Frequency((1, Gen.Constant(RoutingPlan.None)), (3, RoutingCases.Plans))
        from promise in Gen.Elements(null, new Promise(1, 100), new Promise(1_000_000, 1))
        select new SlaAgreement
        {
            Hot = new(hot, lengths[0], lengths[1]),
            Warm = new(warm, lengths[2], lengths[3]),
            Cold = new(0, lengths[4], lengths[5]),
            Reminders = [.. reminders.Distinct().Order().Take(10)],
            Escalation = escalation,
            Quiet = quiet,
            CatchAll = catchAll,
            Promise = promise,
            Rubric = rubric,
            Routing = routing,
            WorkingTimes = new Dictionary<string, WorkingCalendar>(StringComparer.Ordinal),
        };

    public static readonly Gen<SlaAgreement> All =
        from terms in Terms
        from regions in Regions
        from names in Gen.SubListOf(CalendarNames)
        from calendars in CalendarObserving(regions).ArrayOf(CalendarNames.Length + 1)
        let times = names.Prepend(SlaAgreement.DefaultWorkingTime).Select((name, index) => (name, index)).ToDictionary(at => at.name, at => calendars[at.index])
        from channels in ChannelsOn([.. times.Keys])
        select terms with { Holidays = regions, WorkingTimes = times, Channels = channels };

    private static Gen<WorkingCalendar> CalendarObserving(IReadOnlyList<HolidayRegion> regions) =>
        from zone in Gen.Frequency((2, WorkingCases.AnyZone), (1, Gen.Constant(AgreementCast.Warsaw)))
        from week in Gen.Frequency((4, WorkingCases.Week), (1, Gen.Constant(WorkingWeek.Always)))
        from own in Gen.Frequency((2, Dates), (1, Gen.Constant(Closures.None)))
        from observed in Gen.SubListOf(regions.AsEnumerable())
        select WorkingCalendar.Of(zone, week, own.Observing([.. observed]));

    private static Gen<IReadOnlyDictionary<string, ChannelTime>> ChannelsOn(IReadOnlyList<string> calendars) =>
        from channels in Gen.SubListOf(AgreementCast.Names.Channels!.AsEnumerable())
        from calendar in Gen.Elements<string?>([null, .. calendars]).ArrayOf(4)
        from zone in Gen.Elements<DateTimeZone?>([null, .. WorkingCases.Zones]).ArrayOf(4)
        select (IReadOnlyDictionary<string, ChannelTime>)channels.Select((channel, index) => (channel.Id, Time: new ChannelTime(calendar[index], zone[index])))
            .ToDictionary(channel => channel.Id, channel => channel.Time, StringComparer.Ordinal);

    private static LocalTime Time(int minutes) => LocalTime.Midnight.PlusMinutes(minutes);
}
