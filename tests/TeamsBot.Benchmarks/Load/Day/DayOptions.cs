namespace TeamsBot.Benchmarks.Load.Day;

/// <summary>Where the bots of a day keep their records.</summary>
internal enum DayStore
{
    /// <summary>Azure's tables as Azurite emulates them.</summary>
    Azurite,
    Embedded,
}

/// <summary>How a day is run.</summary>
/// <param name="Length">How long leads are handed over.</param>
/// <param name="PerSecond">Handoffs a second.</param>
/// <param name="Store">What both bots share.</param>
internal sealed record DayOptions(TimeSpan Length, double PerSecond, DayStore Store)
{
    /// <summary>100,000 handoffs a day, spread evenly.</summary>
    public const double Planned = 100_000 / 86_400.0;

    // What compiles and fills its caches for the first time grows, and is slow, whatever comes after.
    private static readonly TimeSpan Telling = TimeSpan.FromMinutes(5);

    public int Count => (int)Math.Ceiling(Length.TotalSeconds * PerSecond);

    /// <summary>Whether the day is long enough to judge growth and latency by it; what is right or wrong is judged in any case.</summary>
    public bool Tells => Length >= Telling;

    public TimeSpan BetweenSamples => TimeSpan.FromSeconds(Math.Clamp(Length.TotalSeconds / 120, 1, 5));
}
