using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;
using TeamsBot.Hosting;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Operators;

/// <summary>Looks every ten seconds whether something is wrong with Baton, or not any more. Each instance looks; the first one's account counts.</summary>
public sealed partial class OperatorWatch(
    StoreProbe store, TeamsHealth teams, TroubleChanges changes, TroubleEnds ends, WorkQueue queue, ParkedWork parked, TimeProvider time, ILogger<OperatorWatch> log)
    : BackgroundService
{
    /// <summary>The time between two looks.</summary>
    internal static readonly Duration Tick = Duration.FromSeconds(10);

    private readonly QueueWatch late = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick.ToTimeSpan(), time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is TableException or TimeoutException || (problem is OperationCanceledException && !stoppingToken.IsCancellationRequested))
            {
                NotLooked(problem.GetType().Name); // The queue's own look at the store says the same, louder.
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                Failed(problem);
            }

            Looked();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        if (await store.ReadAsync(cancel) is null)
        {
            return; // Nothing can be noted before it is back.
        }

        foreach (var outage in store.Outages())
        {
            await changes.SeeAsync(outage, cancel);
            store.Forget(outage);
        }

        foreach (var trouble in teams.Troubles())
        {
            await changes.SeeAsync(trouble, cancel);
            teams.Forget(trouble);
        }

        await LookAtWorkAsync(cancel);
    }

    private async Task LookAtWorkAsync(CancellationToken cancel)
    {
        var look = await queue.LookAsync(cancel);
        if (late.Late(look, time.Now) is { } trouble)
        {
            await changes.SeeAsync(trouble, cancel);
        }

        var waiting = await parked.AllAsync(cancel);
        if (waiting.Count > 0)
        {
            await changes.SeeAsync(new(TroubleKind.WorkParked, "", waiting[0].At) { Count = waiting.Count }, cancel);
        }

        await ends.EndAsync(look, waiting.Count, cancel);
    }

    [LoggerMessage(901, LogLevel.Debug, "The look at how Baton is could not be finished: {Error}.")]
    private partial void NotLooked(string error);

    [LoggerMessage(905, LogLevel.Warning, "The look at how Baton is failed.")]
    private partial void Failed(Exception problem);

    [LoggerMessage(902, LogLevel.Debug, "Looked at how Baton is.")]
    private partial void Looked();
}
