using NodaTime;

namespace TeamsBot.Domain.Sla;

/// <summary>
/// When a team works: blocks of the week in one time zone, less holidays and closures. Time outside of it does not count
/// for a clock.
/// </summary>
/// <remarks>
/// A local time that the clocks skip in spring is the moment when they do; one that comes twice in autumn is its first
/// time (see <see cref="LocalMoment"/>). So blocks that follow each other never overlap and leave no gap, and a night's
/// work is an hour longer or shorter.
/// </remarks>
public sealed class WorkingCalendar
{
    // So many days without any work in a row are a mistake, not a holiday.
    private const int LongestClosure = 1_000;

    private WorkingCalendar(DateTimeZone zone, WorkingWeek week, Closures closed) => (Zone, Week, Closed) = (zone, week, closed);

    public DateTimeZone Zone { get; }

    public WorkingWeek Week { get; }

    public Closures Closed { get; }

    /// <summary>Every moment counts, as on a wall clock.</summary>
    public bool IsAlways => Week.IsAlways && Closed.IsNone;

    /// <exception cref="ArgumentException">The week has no working time at all.</exception>
    public static WorkingCalendar Of(DateTimeZone zone, WorkingWeek week, Closures? closed = null) => week.IsEmpty
        ? throw new ArgumentException("A calendar without working time has no deadlines.", nameof(week))
        : new(zone, week, closed ?? Closures.None);

    /// <summary>The calendar on which every moment counts.</summary>
    public static WorkingCalendar Always(DateTimeZone zone) => new(zone, WorkingWeek.Always, Closures.None);

    /// <summary>The same hours on the clocks of another zone.</summary>
    public WorkingCalendar In(DateTimeZone zone) => new(zone, Week, Closed);

    /// <summary>The first moment by which so much working time has passed since <paramref name="from"/>; never before it.</summary>
    /// <exception cref="InvalidOperationException">The closures leave no working time for years.</exception>
    public Instant Add(Instant from, Duration working)
    {
        if (working <= Duration.Zero)
        {
            return from;
        }

        if (IsAlways)
        {
            return from + working;
        }

        var left = working;
        foreach (var open in OpenFrom(from))
        {
            if (open.Duration >= left)
            {
                return open.Start + left;
            }

            left -= open.Duration;
        }

        throw new InvalidOperationException("The closures leave no working time for years.");
    }

    /// <summary>The working time between two moments; zero when the second is not after the first.</summary>
    public Duration Between(Instant from, Instant to)
    {
        if (to <= from)
        {
            return Duration.Zero;
        }

        if (IsAlways)
        {
            return to - from;
        }

        var (sum, last) = (Duration.Zero, Zone.DayOf(to));
        for (var date = Zone.DayOf(from); date <= last; date = date.PlusDays(1))
        {
            foreach (var open in OpenOn(date))
            {
                sum += Duration.Max(Duration.Zero, Instant.Min(open.End, to) - Instant.Max(open.Start, from));
            }
        }

        return sum;
    }

    /// <summary>Whether this moment is working time.</summary>
    public bool IsOpen(Instant at) => IsAlways || OpenOn(Zone.DayOf(at)).Any(open => open.Contains(at));

    /// <summary>The moment itself where it is working time, else the next one that is.</summary>
    public Instant NextOpen(Instant at) => IsAlways ? at : OpenFrom(at).First().Start;

    /// <summary>The working time of one day, in order, each stretch as long as it really is on that day.</summary>
    public IEnumerable<Interval> OpenOn(LocalDate date) =>
        from stretch in Closed.LeaveOf(date, Week.On(date.DayOfWeek))
        let start = Zone.MomentOf(stretch.From)
        let end = Zone.MomentOf(stretch.To)
        where end > start
        select new Interval(start, end);

    private IEnumerable<Interval> OpenFrom(Instant from)
    {
        var closedDays = 0;
        for (var date = Zone.DayOf(from); closedDays < LongestClosure; date = date.PlusDays(1))
        {
            closedDays++;
            foreach (var open in OpenOn(date).Where(open => open.End > from))
            {
                closedDays = 0;
                yield return new(Instant.Max(open.Start, from), open.End);
            }
        }
    }
}
