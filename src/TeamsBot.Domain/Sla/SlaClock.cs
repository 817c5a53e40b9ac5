using NodaTime;

namespace TeamsBot.Domain.Sla;

public enum ClockKind
{
    /// <summary>From the request to an answer of sales.</summary>
    Accept,

    /// <summary>From the acceptance to the first contact.</summary>
    Contact,
}

/// <summary>How a clock ended; it does so once.</summary>
public enum ClockEnd
{
    /// <summary>What was due was done in time.</summary>
    Met,

    /// <summary>The time ran out. The clock counts on, so that it is known how late the deed was.</summary>
    Breached,

    /// <summary>Nothing is due any more: neither met nor missed.</summary>
    Stopped,
}

/// <summary>One clock of a handoff: it counts working time, can be paused, and counts on after its end was missed.</summary>
/// <param name="Agreement">The version of the agreement under which it started; its target and its calendar stay those.</param>
/// <param name="DueAt">The last moment that is in time, as it stands while the clock counts.</param>
public sealed record SlaClock(ClockKind Kind, Instant StartedAt, Duration Target, int Agreement, Instant DueAt)
{
    /// <summary>Since when it counts; null while it is paused and after it was stopped.</summary>
    public Instant? CountsFrom { get; init; }

    /// <summary>Working time that it counted before.</summary>
    public Duration Counted { get; init; }

    public ClockEnd? End { get; init; }

    /// <summary>When what it measured was done, or was no longer to be done.</summary>
    public Instant? StoppedAt { get; init; }

    /// <summary>How many steps of its schedule lie behind it, done or dropped.</summary>
    public int Steps { get; init; }

    public bool IsPaused => CountsFrom is null && StoppedAt is null;

    public static SlaClock Start(ClockKind kind, Instant at, Duration target, int agreement, WorkingCalendar calendar) =>
        new(kind, at, target, agreement, calendar.Add(at, target)) { CountsFrom = at };

    /// <summary>The working time that it measured so far. The clocks of two machines may differ a little: never negative.</summary>
    public Duration Elapsed(Instant at, WorkingCalendar calendar) =>
        Counted + (CountsFrom is { } from ? calendar.Between(from, at) : Duration.Zero);

    /// <summary>The moment by which it will have counted so much, as long as nobody pauses it.</summary>
    public Instant At(Duration elapsed, WorkingCalendar calendar) => calendar.Add(CountsFrom!.Value, elapsed - Counted);

    /// <summary>Whether its time is over and nobody took note of it yet.</summary>
    public bool HasRunOut(Instant at) => End is null && CountsFrom is not null && at > DueAt;

    public SlaClock Pause(Instant at, WorkingCalendar calendar) =>
        CountsFrom is null ? this : this with { CountsFrom = null, Counted = Elapsed(at, calendar) };

    public SlaClock Resume(Instant at, WorkingCalendar calendar)
    {
        if (!IsPaused)
        {
            return this;
        }

        var counting = this with { CountsFrom = at };
        return End is null ? counting with { DueAt = counting.At(Target, calendar) } : counting;
    }

    /// <summary>What it measured is done, or need not be done any more.</summary>
    /// <param name="end">How it ends where it has not ended before.</param>
    public SlaClock Stop(Instant at, ClockEnd end, WorkingCalendar calendar) => StoppedAt is not null ? this : this with
    {
        Counted = Elapsed(at, calendar),
        CountsFrom = null,
        StoppedAt = at,
        End = End ?? end,
    };
}
