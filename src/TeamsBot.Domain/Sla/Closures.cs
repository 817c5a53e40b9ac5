using NodaTime;

namespace TeamsBot.Domain.Sla;

/// <summary>A stretch of local time in which nobody works; its end is not part of it.</summary>
public sealed record Closure(LocalDateTime From, LocalDateTime To)
{
    /// <summary>Whole days, the last one included.</summary>
    public static Closure Days(LocalDate first, LocalDate last) => new(first.AtMidnight(), last.PlusDays(1).AtMidnight());
}

/// <summary>The holidays of a country or a state, which several calendars may observe.</summary>
/// <param name="Name">As people wrote it, such as "PL".</param>
public sealed record HolidayRegion(string Name, Closures Dates);

/// <summary>Days and hours on which a team does not work: those of every year, and those that come once.</summary>
public sealed class Closures(IEnumerable<AnnualDate> everyYear, IEnumerable<Closure> once)
{
    private readonly HashSet<AnnualDate> annual = [.. everyYear];
    private readonly Closure[] stretches = [.. once.Where(closure => closure.To > closure.From).OrderBy(closure => closure.From)];
    private readonly Closures? own;

    private Closures(Closures own, IReadOnlyList<HolidayRegion> regions)
        : this(
            own.annual.Concat(regions.SelectMany(region => region.Dates.annual)),
            own.stretches.Concat(regions.SelectMany(region => region.Dates.stretches)))
    {
        this.own = own;
        Regions = regions;
    }

    public static Closures None { get; } = new([], []);

    public bool IsNone => annual.Count == 0 && stretches.Length == 0;

    /// <summary>Those of the regions included, as in <see cref="Once"/>.</summary>
    public IEnumerable<AnnualDate> EveryYear => annual.Order();

    public IEnumerable<Closure> Once => stretches;

    /// <summary>The regions whose holidays are among these days.</summary>
    public IReadOnlyList<HolidayRegion> Regions { get; } = [];

    /// <summary>The days and hours that do not come from a region.</summary>
    public Closures Own => own ?? this;

    /// <summary>These own days and hours, and the holidays of the regions.</summary>
    public Closures Observing(IReadOnlyList<HolidayRegion> regions) => regions.Count == 0 ? Own : new(Own, regions);

    /// <summary>What is left of a day's blocks, in order.</summary>
    internal IEnumerable<Closure> LeaveOf(LocalDate date, IReadOnlyList<WorkingBlock> blocks)
    {
        if (blocks.Count == 0 || annual.Contains(new(date.Month, date.Day)))
        {
            return [];
        }

        var open = blocks.Select(block => new Closure(date + block.From, block.To == LocalTime.Midnight ? date.PlusDays(1).AtMidnight() : date + block.To));
        var closed = stretches.Where(closure => closure.From.Date <= date && closure.To > date.AtMidnight()).ToList();
        return closed.Count == 0 ? open : open.SelectMany(stretch => Without(stretch, closed));
    }

    private static IEnumerable<Closure> Without(Closure open, IEnumerable<Closure> closed)
    {
        var from = open.From;
        foreach (var closure in closed.Where(closure => closure.To > open.From && closure.From < open.To))
        {
            if (closure.From > from)
            {
                yield return new(from, closure.From);
            }

            from = closure.To > from ? closure.To : from;
        }

        if (from < open.To)
        {
            yield return new(from, open.To);
        }
    }
}
