using TeamsBot.Domain;
using TeamsBot.Storage.Work;

namespace TeamsBot.Benchmarks.Load.Day;

/// <summary>Looks at the bots and at the queue again and again.</summary>
internal sealed class DayWatch(DayFleet fleet, WorkQueue queue, DayRecord record, TimeSpan between)
{
    // A collection stops a bot for some hundredths of a second, which is not to be what invokes wait for.
    private const int LooksForOneCollection = 6;

    public async Task RunAsync(CancellationToken cancel)
    {
        var looks = 0;
        using var pause = new PeriodicTimer(between, TimeProvider.System);
        try
        {
            do
            {
                await LookAtBotsAsync(collect: looks++ % LooksForOneCollection == 0, cancel);
                await LookAtQueueAsync(cancel);
            }
            while (await pause.WaitForNextTickAsync(cancel));
        }
        catch (OperationCanceledException)
        {
            // The day is over.
        }
    }

    public async Task<Waiting> LookAtQueueAsync(CancellationToken cancel)
    {
        var look = await queue.LookAsync(cancel);
        var age = look.Oldest is { } oldest ? (TimeProvider.System.Now - oldest).ToTimeSpan() : TimeSpan.Zero;
        var seen = new Waiting(record.Elapsed, look.Due, age);
        record.Queue.Enqueue(seen);
        return seen;
    }

    public async Task LookAtBotsAsync(bool collect, CancellationToken cancel)
    {
        for (var number = 0; number < fleet.Running.Count; number++)
        {
            var bot = fleet.Running[number];
            try
            {
                var inside = await fleet.LookAsync(number, collect, cancel);
                record.Vitals.Enqueue(new(record.Elapsed, fleet.NameOf(number), bot.WorkingSet, bot.Handles, bot.Threads, inside));
            }
            catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException)
            {
                // It is being started again.
            }
        }
    }
}
