using System.Globalization;

namespace TeamsBot.Benchmarks.Load.Day;

/// <summary>What a day cost, and whether anything grew or was slow.</summary>
internal sealed class DayReport(DayOptions options, DayRecord record, Figures figures)
{
    // What is compared are medians; what is small may grow by so much for no reason at all.
    private const double Allowed = 1.10;
    private const double AllowedMegabytes = 4;
    private const double AllowedHandles = 8;
    private const double AllowedSeconds = 1;
    private const double LongestInvoke = 300;

    // The kinds of calls that take the most time together.
    private const int MostCalls = 10;

    private const int MostLongest = 8;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <param name="idle">What was asked of the store while nobody did anything.</param>
    /// <param name="sends">Calls to Teams.</param>
    /// <param name="again">Requests that had to be sent again.</param>
    /// <param name="drained">How long it took until nothing was due; null when it took too long.</param>
    public void Tell(StoreUse idle, long sends, int again, TimeSpan? drained)
    {
        figures.Add("the day", $"{options.Length.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture)} min, 2 bots on {options.Store}, {options.Count} handoffs, {Figures.Number(options.PerSecond)}/s");
        TellWaits();
        TellStore(idle, sends);
        foreach (var life in record.Vitals.GroupBy(vitals => vitals.Bot))
        {
            TellLife(life.Key, [.. life]);
        }

        TellQueue(drained);
        figures.Add("requests that were sent to the other bot since one did not answer", Figures.Count(again));
        figures.Judge("requests that failed", Figures.Count(record.Failures.Count), record.Failures.IsEmpty, "0");
        foreach (var failure in record.Failures.Take(5))
        {
            Figures.Progress(failure);
        }
    }

    private void TellWaits()
    {
        var elapsed = options.Length;
        foreach (var kind in record.Waits.GroupBy(wait => wait.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            figures.Add($"{kind.Key}: count, p50 / p95 / p99, ms", $"{kind.Count()}, {Of(kind, elapsed).Percentiles}");
        }

        var invokes = Of(record.Invokes, elapsed);
        var worst = record.Invokes.GroupBy(wait => (int)(wait.At / Minute)).Select(minute => (Minute: minute.Key, P99: Of(minute, Minute).Percentile(99))).MaxBy(minute => minute.P99);
        figures.Add("all invokes: count, p50 / p95 / p99 / longest, ms", $"{record.Invokes.Count()}, {invokes.Percentiles} / {Figures.Number(invokes.Percentile(100))}");
        figures.Add("the longest, ms at second", string.Join(", ", record.Invokes.OrderByDescending(wait => wait.Milliseconds).Take(MostLongest).Select(wait => $"{Figures.Number(wait.Milliseconds)} at {Figures.Number(wait.At.TotalSeconds)}")));
        figures.Judge($"p99 of invokes in the worst minute (number {worst.Minute + 1}), ms", Figures.Number(worst.P99), options.Tells ? worst.P99 <= LongestInvoke : null, "300");
    }

    private void TellStore(StoreUse idle, long sends)
    {
        InsideBot[] last = [.. record.Vitals.GroupBy(vitals => vitals.Bot).Select(life => life.Last().Inside)];
        var all = StoreUse.Of(last, record.Elapsed);
        var ofLives = all - idle;
        var perHandoff = record.Elapsed.TotalSeconds / options.Count;
        figures.Add("calls to the store a second: idle / in the day", $"{Figures.Number(idle.Calls)} / {Figures.Number(all.Calls)}");
        figures.Add("requests to its tables a second: idle / in the day", $"{Figures.Number(idle.Requests)} / {Figures.Number(all.Requests)}");
        figures.Add("calls / requests for a handoff's life, the idle ones not counted", $"{Figures.Number(ofLives.Calls * perHandoff)} / {Figures.Number(ofLives.Requests * perHandoff)}");
        var calls = last.SelectMany(inside => inside.Store).GroupBy(call => call.Key, call => call.Value).Select(call => (call.Key, Count: call.Sum(one => one.Count), Seconds: call.Sum(one => one.Seconds))).OrderByDescending(call => call.Seconds).ToList();
        figures.Add("a call to the store, average, ms", Figures.Number(calls.Sum(call => call.Seconds) * 1000 / calls.Sum(call => call.Count)));
        foreach (var call in calls.Take(MostCalls))
        {
            figures.Add($"\"{call.Key}\": for a handoff / average, ms", $"{Figures.Number((double)call.Count / options.Count)} / {Figures.Number(call.Seconds * 1000 / call.Count)}");
        }

        figures.Add("calls to Teams for a handoff's life", Figures.Number((double)sends / options.Count));
    }

    private void TellLife(string bot, Vitals[] life)
    {
        Compare($"{bot}: working set, MB", life, vitals => vitals.WorkingSet / 1024.0 / 1024.0, AllowedMegabytes);
        Compare($"{bot}: managed memory in use, MB", [.. life.Where(vitals => vitals.Inside.Heap > 0)], vitals => vitals.Inside.Heap / 1024.0 / 1024.0, AllowedMegabytes);
        Compare($"{bot}: handles", life, vitals => vitals.Handles, AllowedHandles);
        Compare($"{bot}: threads", life, vitals => vitals.Threads, AllowedHandles);
    }

    private void TellQueue(TimeSpan? drained)
    {
        Waiting[] looks = [.. record.Queue];
        figures.Add("due at one time: median / most", $"{Figures.Count((long)Median(looks, look => look.Due))} / {Figures.Count(looks.Max(look => look.Due))}");
        Compare("age of the oldest that is due, s", looks, look => look.Age.TotalSeconds, AllowedSeconds);
        figures.Add("age of the oldest that is due: longest, s", Figures.Number(looks.Max(look => look.Age.TotalSeconds)));
        figures.Judge("nothing due any more, s after the day", drained is { } after ? Figures.Number(after.TotalSeconds) : "not within a minute", drained is not null, "60");
    }

    // The first third is left out: what is compiled and filled for the first time grows.
    private void Compare<T>(string what, T[] looks, Func<T, double> of, double allowed)
    {
        var (second, last) = (Median(looks[(looks.Length / 3)..(2 * looks.Length / 3)], of), Median(looks[(2 * looks.Length / 3)..], of));
        figures.Judge($"{what}: median of the second / last third", $"{Figures.Number(second)} / {Figures.Number(last)}", options.Tells ? last <= Math.Max(second * Allowed, second + allowed) : null, $"+10 % or {Figures.Number(allowed)}");
    }

    private static double Median<T>(IReadOnlyCollection<T> looks, Func<T, double> of) =>
        looks.Count == 0 ? 0 : looks.Select(of).Order().ElementAt(looks.Count / 2);

    private static Latencies Of(IEnumerable<Wait> waits, TimeSpan elapsed) => new([.. waits.Select(wait => wait.Milliseconds)], elapsed);
}
