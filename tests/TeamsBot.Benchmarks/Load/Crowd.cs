using System.Diagnostics;

namespace TeamsBot.Benchmarks.Load;

/// <summary>How long each turn took, and all of them together.</summary>
internal sealed record Latencies(double[] Milliseconds, TimeSpan Elapsed)
{
    public double PerSecond => Milliseconds.Length / Elapsed.TotalSeconds;

    /// <summary>"p50 / p95 / p99" in milliseconds.</summary>
    public string Percentiles => string.Join(" / ", new[] { 50, 95, 99 }.Select(percent => Figures.Number(Percentile(percent))));

    public static Latencies Together(IReadOnlyCollection<Latencies> parts) => new(
        [.. parts.SelectMany(part => part.Milliseconds)],
        parts.Aggregate(TimeSpan.Zero, (sum, part) => sum + part.Elapsed));

    public double Percentile(int percent)
    {
        var sorted = Milliseconds.Order().ToArray();
        return sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * percent / 100.0) - 1, 0, sorted.Length - 1)];
    }
}

/// <summary>Many who each do the next thing as soon as their last one is done.</summary>
internal static class Crowd
{
    /// <param name="count">How many things are done in all, numbered from 0.</param>
    /// <param name="concurrency">How many are under way at one time.</param>
    /// <param name="longest">After this time no new one is begun.</param>
    public static async Task<Latencies> RunAsync(int count, int concurrency, TimeSpan longest, Func<int, Task> act)
    {
        var last = -1;
        var began = Stopwatch.GetTimestamp();
        var each = await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(WorkAsync)));
        return new([.. each.SelectMany(times => times)], Stopwatch.GetElapsedTime(began));

        async Task<List<double>> WorkAsync()
        {
            List<double> times = [];
            while (Stopwatch.GetElapsedTime(began) < longest && Interlocked.Increment(ref last) is var number && number < count)
            {
                var start = Stopwatch.GetTimestamp();
                await act(number);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return times;
        }
    }
}
