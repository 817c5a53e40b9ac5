using NodaTime;
using NodaTime.TimeZones;

namespace TeamsBot.Domain.Sla;

/// <summary>Local times as moments, in the same order whatever the clocks do.</summary>
internal static class LocalMoment
{
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The first time that the clocks show it; where they skip it, the moment when they do.</summary>
    public static Instant MomentOf(this DateTimeZone zone, LocalDateTime local) => zone.ResolveLocal(local, Resolver).ToInstant();

    /// <summary>The day whose midnight was the last one to come.</summary>
    /// <remarks>Where clocks go back over midnight they show the old date again, but the new day has begun.</remarks>
    public static LocalDate DayOf(this DateTimeZone zone, Instant at)
    {
        var shown = at.InZone(zone).Date;
        var next = shown.PlusDays(1);
        return zone.MomentOf(next.AtMidnight()) <= at ? next : shown;
    }
}
