using NodaTime;

namespace TeamsBot.Tests.Simulation;

/// <summary>What goes wrong in the ninety days, beside the deaths of the process.</summary>
/// <param name="Outages">While one lasts, clicks are answered but nobody does the queue's work.</param>
/// <param name="Jumps">While one lasts, the clock that the bot sees is wrong by so much.</param>
internal sealed record Troubles(IReadOnlyList<Interval> Outages, IReadOnlyList<(Interval While, Duration By)> Jumps)
{
    // Whoever dies leaves work that waits for the end of a lease; near a jump that would be longer than the lease.
    private static readonly Duration Margin = Duration.FromHours(2);

    public static Troubles None { get; } = new([], []);

    public bool AreNone => Outages.Count == 0;

    public static Troubles Draw(Random random) => new(
        [.. new[] { 4, 19, 33, 47, 52, 70, 88 }.Select(day => Draw(random, day, Duration.FromHours(9)))],
        [.. new[] { 9, 25, 41, 60, 80 }.Select((day, index) => (Draw(random, day, Duration.FromHours(3)), Duration.FromHours(index % 2 == 0 ? 1 : -1)))]);

    /// <summary>What the bot's clock shows.</summary>
    public Instant Reading(Instant at) => at + OffsetAt(at);

    public Duration OffsetAt(Instant at) => Jumps.FirstOrDefault(jump => jump.While.Contains(at)).By;

    /// <summary>The latest time that the bot's clock showed from one moment to another.</summary>
    public Instant Highest(Instant from, Instant to)
    {
        var before = Jumps.Where(jump => jump.While.Start >= from && jump.While.Start <= to).Select(jump => jump.While.Start);
        var after = Jumps.Where(jump => jump.While.End > from && jump.While.End <= to).Select(jump => jump.While.End + jump.By);
        return before.Concat(after).Append(Reading(to)).Max();
    }

    /// <summary>From when on somebody does the work that is due at this moment.</summary>
    public Instant ServedFrom(Instant at) => Outages.Where(outage => outage.Contains(at)).Select(outage => outage.End).FirstOrDefault(at);

    public bool MayDie(Instant at) => !Jumps.Any(jump => at > jump.While.Start - Margin && at < jump.While.End + Margin);

    private static Interval Draw(Random random, int day, Duration most)
    {
        var start = Company.Start + Duration.FromDays(day) + Duration.FromTicks(random.NextInt64(TimeSpan.TicksPerDay / 2));
        return new(start, start + Duration.FromMinutes(10) + Duration.FromTicks(random.NextInt64(most.BclCompatibleTicks)));
    }
}
