using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Tests.Simulation;

/// <summary>One clock of a handoff as the spans in which it counts; what it brings about follows from them.</summary>
/// <param name="start">By a clock that never errs, as all moments that are put in; those that come out are the bot's.</param>
internal sealed class CountedClock(ClockKind kind, Instant start, AgreedTerms terms, PlannedHandoff plan, Tier tier, Troubles troubles)
{
    private readonly List<Span> spans = [];
    private readonly List<(int Span, Instant Seen, PersonRef? Owner)> owners = [];

    private Instant? countsFrom = start;

    public ClockKind Kind => kind;

    public AgreedTerms Terms => terms;

    public Duration Target { get; } = terms.TargetOf(kind, tier);

    public Instant StartedAt { get; } = troubles.Reading(start);

    /// <summary>When what it measures was done; null where that never came.</summary>
    public Instant? StoppedAt { get; private set; }

    public bool IsPaused => countsFrom is null;

    /// <summary>What it has counted before it was paused or stopped.</summary>
    public Duration Counted => spans.Aggregate(Duration.Zero, (sum, span) => sum + Working.Between(span.From, span.To));

    private WorkingMinutes Working => terms.Working[plan.Office.Channel];

    public void Pause(Instant at)
    {
        if (countsFrom is { } from)
        {
            spans.Add(new(troubles.Reading(from), troubles.Reading(at), troubles.Highest(from, at)));
            countsFrom = null;
        }
    }

    public void Resume(Instant at) => countsFrom ??= at;

    public void Stop(Instant at)
    {
        Pause(at);
        StoppedAt = troubles.Reading(at);
    }

    /// <summary>From now on somebody else's.</summary>
    public void Give(PersonRef? owner, Instant at) => owners.Add((spans.Count, countsFrom is { } from ? troubles.Highest(from, at) : Instant.MinValue, owner));

    /// <summary>When its time ran out, and whose it was then; null where it did not.</summary>
    public (Instant At, PersonRef? Owner)? Breach => Reaches(Target);

    /// <summary>When it has counted so much, and whose it is then; null where it never comes to that.</summary>
    public (Instant At, PersonRef? Owner)? Reaches(Duration working)
    {
        foreach (var (index, span) in All().Index())
        {
            var at = Working.Reach(span.From, working);
            if (at < span.Highest)
            {
                return (at, owners.Last(owner => owner.Span < index || (owner.Span == index && owner.Seen <= at)).Owner);
            }

            working -= Working.Between(span.From, span.To);
        }

        return null;
    }

    private IEnumerable<Span> All() => StoppedAt is null && countsFrom is { } from
        ? spans.Append(new(troubles.Reading(from), Instant.MaxValue, Instant.MaxValue))
        : spans;

    /// <param name="Highest">The latest time that the bot's clock showed in it.</param>
    private sealed record Span(Instant From, Instant To, Instant Highest);
}
