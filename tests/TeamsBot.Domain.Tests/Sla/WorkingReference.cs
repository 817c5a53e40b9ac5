using NodaTime;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Tests.Sla;

/// <summary>Working time said once more and in other words than the code's: walk through the minutes and look at the clock.</summary>
/// <remarks>Serves calendars and moments of whole minutes.</remarks>
public static class WorkingReference
{
    public static Duration Between(WorkingCalendar calendar, Instant from, Instant to)
    {
        var minutes = 0;
        for (var at = from; at < to; at += Duration.FromMinutes(1))
        {
            minutes += IsOpen(calendar, at) ? 1 : 0;
        }

        return Duration.FromMinutes(minutes);
    }

    public static bool IsOpen(WorkingCalendar calendar, Instant at)
    {
        var local = ClockAt(calendar.Zone, at);
        return calendar.Week.On(local.DayOfWeek).Any(block => local.TimeOfDay >= block.From && (block.To == LocalTime.Midnight || local.TimeOfDay < block.To))
            && !calendar.Closed.EveryYear.Any(date => date.Month == local.Month && date.Day == local.Day)
            && !calendar.Closed.Once.Any(closure => closure.From <= local && local < closure.To);
    }

    // While the clocks show what they have shown before, they are taken to stand still just before they went back.
    private static LocalDateTime ClockAt(DateTimeZone zone, Instant at)
    {
        var interval = zone.GetZoneInterval(at);
        var local = at.InZone(zone).LocalDateTime;
        if (!interval.HasStart)
        {
            return local;
        }

        var before = zone.GetZoneInterval(interval.Start - Duration.Epsilon);
        return local < before.IsoLocalEnd ? before.IsoLocalEnd.PlusMinutes(-1) : local;
    }
}
