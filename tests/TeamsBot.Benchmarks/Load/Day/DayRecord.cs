using System.Collections.Concurrent;
using System.Diagnostics;

namespace TeamsBot.Benchmarks.Load.Day;

/// <summary>How long something took that somebody waited for.</summary>
/// <param name="At">When it began, from the start of the day.</param>
internal sealed record Wait(TimeSpan At, string Kind, double Milliseconds);

/// <summary>One look at a bot's process; at the same one as long as <paramref name="Bot"/> is the same.</summary>
internal sealed record Vitals(TimeSpan At, string Bot, long WorkingSet, int Handles, int Threads, InsideBot Inside);

/// <summary>One look at the queue.</summary>
/// <param name="Age">How late the oldest is that is due.</param>
internal sealed record Waiting(TimeSpan At, int Due, TimeSpan Age);

/// <summary>All that was measured of a day.</summary>
internal sealed class DayRecord
{
    public const string Shown = "from request to the card in the channel";

    /// <summary>How the kinds of what people click begin.</summary>
    public const string Invoke = "invoke ";

    private readonly long startedAt = Stopwatch.GetTimestamp();

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(startedAt);

    public ConcurrentQueue<Wait> Waits { get; } = new();

    public ConcurrentQueue<Vitals> Vitals { get; } = new();

    public ConcurrentQueue<Waiting> Queue { get; } = new();

    /// <summary>What went wrong with whom.</summary>
    public ConcurrentQueue<string> Failures { get; } = new();

    public IEnumerable<Wait> Invokes => Waits.Where(wait => wait.Kind.StartsWith(Invoke, StringComparison.Ordinal));

    public async Task<T> TimeAsync<T>(string kind, Func<Task<T>> act)
    {
        var at = Elapsed;
        var result = await act();
        Waits.Enqueue(new(at, kind, (Elapsed - at).TotalMilliseconds));
        return result;
    }
}
