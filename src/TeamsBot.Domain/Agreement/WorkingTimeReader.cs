using NodaTime;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Agreement;

/// <summary>Reads when teams work: regions with their holidays, calendars, and the channels that have one of their own.</summary>
internal sealed class WorkingTimeReader(AgreementNames names)
{
    private const int MostRegions = 50;
    private const int MostCalendars = 50;
    private const int MostChannels = 500;
    private const int WeeksAhead = 52;

    public static IReadOnlyList<HolidayRegion> ReadRegions(AgreementNode node) =>
        [.. node.Properties(MostRegions).Where(IsNamed).Select(region => new HolidayRegion(region.Key, ClosureText.Read(region)))];

    /// <summary>The calendars by name; those with faults are null, so that a name that is there is not called unknown.</summary>
    public Dictionary<string, WorkingCalendar?> ReadCalendars(AgreementNode node, IReadOnlyList<HolidayRegion> regions)
    {
        _ = node.Require(SlaAgreement.DefaultWorkingTime);
        return node.Properties(MostCalendars).Where(IsNamed).ToDictionary(CanonicalName, calendar => ReadCalendar(calendar, regions), StringComparer.Ordinal);
    }

    public Dictionary<string, ChannelTime> ReadChannels(AgreementNode node, IReadOnlyCollection<string> calendars)
    {
        var channels = new Dictionary<string, ChannelTime>(StringComparer.Ordinal);
        foreach (var channel in node.Properties(MostChannels).Where(IsNamed))
        {
            channel.Allow("workingTime", "timeZone");
            var time = new ChannelTime(ReadCalendarName(channel.Find("workingTime"), calendars), ReadZone(channel.Find("timeZone")));
            if (names.ReadChannel(channel, channel.Key) is { } id && !channels.TryAdd(id, time))
            {
                channel.Fault(AgreementFaultKind.DuplicateName, channel.Key);
            }
        }

        return channels;
    }

    private static bool IsNamed(AgreementNode node)
    {
        if (node.Key.Length == 0)
        {
            node.Fault(AgreementFaultKind.UnknownName, "");
        }

        return node.Key.Length > 0;
    }

    private static string CanonicalName(AgreementNode calendar) =>
        string.Equals(calendar.Key, SlaAgreement.DefaultWorkingTime, StringComparison.OrdinalIgnoreCase) ? SlaAgreement.DefaultWorkingTime : calendar.Key;

    private WorkingCalendar? ReadCalendar(AgreementNode node, IReadOnlyList<HolidayRegion> regions)
    {
        if (node.Is(WeekReader.Always))
        {
            return WorkingCalendar.Always(names.TimeZone);
        }

        var before = node.Faults.Count;
        node.Allow("timeZone", "week", "holidays", "closed");
        var zone = ReadZone(node.Find("timeZone")) ?? names.TimeZone;
        var week = node.Require("week") is { } days ? WeekReader.Read(days) : null;
        var observed = node.Find("holidays") is { } holidays ? ReadObserved(holidays, regions) : [];
        var closed = node.Find("closed") is { } closures ? ClosureText.Read(closures) : Closures.None;
        if (week is null || node.Faults.Count > before)
        {
            return null;
        }

        var calendar = WorkingCalendar.Of(zone, week, closed.Observing(observed));
        NoteNoWorkingTime(node, calendar);
        return calendar;
    }

    private static List<HolidayRegion> ReadObserved(AgreementNode node, IReadOnlyList<HolidayRegion> regions)
    {
        var observed = new List<HolidayRegion>();
        foreach (var item in node.Items(MostRegions))
        {
            if (item.Text() is not { } name)
            {
                continue;
            }

            if (regions.FirstOrDefault(region => string.Equals(region.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } found)
            {
                item.Fault(AgreementFaultKind.UnknownRegion, name, [.. regions.Select(region => region.Name)]);
            }
            else if (observed.Contains(found))
            {
                item.Fault(AgreementFaultKind.DuplicateName, name);
            }
            else
            {
                observed.Add(found);
            }
        }

        return observed;
    }

    private void NoteNoWorkingTime(AgreementNode node, WorkingCalendar calendar)
    {
        if (names.Today is { } today && WorkingTime(calendar, today) < Duration.FromHours(WeeksAhead))
        {
            node.Fault(AgreementFaultKind.NoWorkingTime, "");
        }
    }

    // Less than an hour a week, and the longest target would take decades.
    private static Duration WorkingTime(WorkingCalendar calendar, LocalDate from) => Enumerable.Range(0, 7 * WeeksAhead)
        .SelectMany(day => calendar.OpenOn(from.PlusDays(day)))
        .Aggregate(Duration.Zero, (sum, open) => sum + open.Duration);

    private static string? ReadCalendarName(AgreementNode? node, IReadOnlyCollection<string> calendars)
    {
        if (node?.Text() is not { } name)
        {
            return null;
        }

        var found = calendars.FirstOrDefault(calendar => string.Equals(calendar, name, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            node.Fault(AgreementFaultKind.UnknownCalendar, name, [.. calendars]);
        }

        return found;
    }

    private static DateTimeZone? ReadZone(AgreementNode? node)
    {
        if (node?.Text() is not { } id)
        {
            return null;
        }

        var zones = DateTimeZoneProviders.Tzdb;
        if (zones.GetZoneOrNull(id) is { } zone)
        {
            return zone;
        }

        if (zones.Ids.FirstOrDefault(known => string.Equals(known, id, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return zones[known];
        }

        node.Fault(AgreementFaultKind.NotAZone, id);
        return null;
    }
}
