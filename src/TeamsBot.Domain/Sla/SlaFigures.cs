using System.Runtime.InteropServices;
using NodaTime;

namespace TeamsBot.Domain.Sla;

/// <summary>Clocks that ended.</summary>
/// <param name="Met">What was due was done in time.</param>
/// <param name="Breached">The time ran out.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SlaFigures(int Met, int Breached)
{
    public int Ended => Met + Breached;

    /// <summary>From 0 to 1; null where no clock ended.</summary>
    public double? MetRate => Ended == 0 ? null : (double)Met / Ended;

    public SlaFigures With(ClockEnd end) => end == ClockEnd.Met ? this with { Met = Met + 1 } : this with { Breached = Breached + 1 };
}

/// <summary>How much working time something took. Both are null where it never happened.</summary>
public sealed record WorkTimes(Duration? Median, Duration? Slowest)
{
    /// <summary>The median of an even number is the mean of the two in the middle.</summary>
    public static WorkTimes Of(IEnumerable<Duration> times)
    {
        Duration[] ordered = [.. times.Order()];
        return ordered.Length == 0
            ? new(null, null)
            : new((ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2, ordered[^1]);
    }
}
