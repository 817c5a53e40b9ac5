using NodaTime;

namespace TeamsBot.Tests.Simulation;

/// <summary>When an office works, in the words of the test: minutes of a day, a block that ends before it begins goes on into the next day.</summary>
/// <param name="Blocks">Each day's, in minutes from its midnight.</param>
/// <param name="IsClosed">Holidays and closures, by what the wall clock shows.</param>
internal sealed record OpeningHours(string Zone, Func<IsoDayOfWeek, (int From, int To)[]> Blocks, Func<LocalDateTime, bool> IsClosed)
{
    private readonly (int From, int To)[][] days = [.. Enumerable.Range(0, 8).Select(day => Blocks((IsoDayOfWeek)(day == 0 ? 7 : day)))];

    public bool IsOpen(LocalDateTime wall)
    {
        var (day, minute) = ((int)wall.DayOfWeek, (wall.Hour * 60) + wall.Minute);
        return (Array.Exists(days[day], block => minute >= block.From && (minute < block.To || block.To <= block.From))
                || Array.Exists(days[day - 1], block => block.To <= block.From && minute < block.To))
            && !IsClosed(wall);
    }
}

/// <summary>Working time counted out minute by minute over the whole simulation, so that it can be looked up.</summary>
/// <remarks>A wall clock that is set back stands still here until it would show something new.</remarks>
internal sealed class WorkingMinutes
{
    private const int Days = 200;

    private static readonly Instant First = Company.Start - Duration.FromDays(2);

    private readonly long[] before = new long[(Days * 24 * 60) + 1];

    public WorkingMinutes(OpeningHours hours)
    {
        var zone = DateTimeZoneProviders.Tzdb[hours.Zone];
        var wall = First.InZone(zone).LocalDateTime;
        for (var minute = 0; minute < before.Length - 1; minute++)
        {
            wall = LocalDateTime.Max(wall, (First + Duration.FromMinutes(minute)).InZone(zone).LocalDateTime);
            before[minute + 1] = before[minute] + (hours.IsOpen(wall) ? TimeSpan.TicksPerMinute : 0);
        }
    }

    public Duration Between(Instant from, Instant to) => Duration.FromTicks(Math.Max(0, Until(to) - Until(from)));

    /// <summary>The first moment at which so much was worked since <paramref name="from"/>.</summary>
    public Instant Reach(Instant from, Duration working)
    {
        if (working <= Duration.Zero)
        {
            return from;
        }

        var sought = Until(from) + working.BclCompatibleTicks;
        var minute = FirstWithAtLeast(sought) - 1;
        return First + Duration.FromMinutes(minute) + Duration.FromTicks(sought - before[minute]);
    }

    private long Until(Instant at)
    {
        var ticks = (at - First).BclCompatibleTicks;
        var minute = ticks / TimeSpan.TicksPerMinute;
        return before[minute] + Math.Min(ticks % TimeSpan.TicksPerMinute, before[minute + 1] - before[minute]);
    }

    private int FirstWithAtLeast(long sought)
    {
        var (low, high) = (0, before.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = before[middle] >= sought ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
