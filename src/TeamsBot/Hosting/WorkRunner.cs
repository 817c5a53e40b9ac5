using System.Threading.Channels;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;
using TeamsBot.Hosting.Telemetry;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Hosting;

/// <summary>
/// Does the queue's work: at once what this instance planned itself, and every second what has become due. What is late is done oldest first.
/// </summary>
public sealed partial class WorkRunner : BackgroundService
{
    private const int Workers = 8;

    // No more than can be begun well within a lease; the rest stays due, for this instance or another.
    private const int MostWaiting = 4 * Workers;

    // A poll reads many rows for each that it claims, so the next one waits until it has places to fill.
    private const int FewWaiting = MostWaiting / 2;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    // A message that is under way is waited for: cut off, nobody knows whether it stands there.
    private static readonly TimeSpan LastWork = TimeSpan.FromSeconds(15);

    // What the work did last is noted in the store while the lease still holds.
    private static readonly Duration Note = Duration.FromSeconds(3);

    // What is begun with less of its lease left may end it with a message on its way, which is then posted twice.
    private static readonly Duration Enough = Duration.FromSeconds(10);

    // A change may be stored until its intent's lease ends; an item that found nothing is kept well beyond that.
    private static readonly Duration KeepEmpty = WorkQueue.Lease * 4;

    private readonly Channel<WorkItem> items = Channel.CreateUnbounded<WorkItem>();
    private readonly Channel<bool> taken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, IWorkHandler> handlers;
    private readonly WorkQueue queue;
    private readonly TimeProvider time;
    private readonly ILogger<WorkRunner> log;

    // Ends what is under way when the process must end.
    private readonly CancellationTokenSource cutOff = new();

    public WorkRunner(IEnumerable<IWorkHandler> handlers, WorkQueue queue, TimeProvider time, ILogger<WorkRunner> log)
    {
        this.handlers = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);
        this.queue = queue;
        this.time = time;
        this.log = log;
    }

    /// <summary>Does a claimed item as soon as a worker is free. If this process ends before, another one does it.</summary>
    public void Run(WorkItem item)
    {
        ItemTaken(item.Kind);
        items.Writer.TryWrite(item);
    }

    /// <summary>Plans work, stores the change that it follows from, and does it; where the change was not stored the work is dropped.</summary>
    /// <param name="store">False when there was nothing to store, or somebody else was faster.</param>
    public async Task<bool> StoreAsync(string kind, string key, Func<Task<bool>> store, CancellationToken cancel)
    {
        var intent = await queue.IntendAsync(kind, key, cancel);
        if (await store())
        {
            Run(intent);
            return true;
        }

        await queue.CompleteAsync(intent, cancel);
        return false;
    }

    /// <summary>Takes nothing on any more, ends what it is at, and gives back what waits here: another instance does it at once.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        cutOff.CancelAfter(LastWork);
        using var now = cancellationToken.Register(cutOff.Cancel);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        cutOff.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var workers = Enumerable.Range(0, Workers).Select(_ => UntilStopped(WorkAsync, stoppingToken));
        await Task.WhenAll([.. workers, UntilStopped(PollAsync, stoppingToken)]);
        while (items.Reader.TryRead(out var item))
        {
            await GiveBackAsync(item);
        }
    }

    private static async Task UntilStopped(Func<CancellationToken, Task> run, CancellationToken stopping)
    {
        try
        {
            await run(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The rest of the end follows.
        }
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (await items.Reader.WaitToReadAsync(stopping))
        {
            if (!stopping.IsCancellationRequested && items.Reader.TryRead(out var item))
            {
                taken.Writer.TryWrite(true);
                await DoAsync(item, cutOff.Token);
            }
        }
    }

    private async Task GiveBackAsync(WorkItem item)
    {
        try
        {
            await queue.PostponeAsync(item with { Attempts = Math.Max(0, item.Attempts - 1) }, time.Now, cutOff.Token);
        }
        catch (Exception problem) when (problem is TableException or OperationCanceledException)
        {
            // Its lease runs out by itself.
        }
    }

    // Every second; and while work is left over, as soon as there is room for it.
    private async Task PollAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Tick, time);
        bool isMoreDue;
        do
        {
            isMoreDue = await ClaimAsync(await RoomAsync(cancel), cancel);
        }
        while (isMoreDue || await timer.WaitForNextTickAsync(cancel));
    }

    // How many more items may wait here, as soon as that is enough of them.
    private async Task<int> RoomAsync(CancellationToken cancel)
    {
        int waiting;
        while ((waiting = items.Reader.Count) > FewWaiting)
        {
            await taken.Reader.ReadAsync(cancel);
        }

        return MostWaiting - waiting;
    }

    // True when it got all that it asked for: there may be more.
    private async Task<bool> ClaimAsync(int most, CancellationToken cancel)
    {
        try
        {
            var claimed = 0;
            await foreach (var item in queue.ClaimDueAsync(most, cancel))
            {
                Run(item);
                claimed++;
            }

            return claimed == most;
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            PollFailed(problem);
            return false;
        }
        finally
        {
            Polled();
        }
    }

    private async Task DoAsync(WorkItem item, CancellationToken cancel)
    {
        var left = item.Due - time.Now - Note;
        if (left < Enough)
        {
            // It waited here for so long that it might be cut off while it sends: whoever claims it next does it.
            ItemPutOff(item.Kind);
            return;
        }

        using var measured = MeasuredWork.Begin(item, time.Now);
        try
        {
            if (!handlers.TryGetValue(item.Kind, out var handler))
            {
                measured?.Ended("unknown kind");
                UnknownKind(item.Kind);
                return;
            }

            var outcome = await RunAsync(handler, item, left, cancel);
            if (outcome.Then is { } then)
            {
                Run(then);
            }

            await EndAsync(item, outcome, cancel);
            measured?.Ended(outcome.Name);
            ItemEnded(item.Kind, outcome.Name);
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            measured?.Failed(problem);
            await PutOffAsync(item, problem, cancel);
        }
    }

    // When the lease ends another may begin, so this one stops, and a little before, since a message that is not noted is posted twice.
    private async Task<WorkOutcome> RunAsync(IWorkHandler handler, WorkItem item, Duration left, CancellationToken cancel)
    {
        using var lease = new CancellationTokenSource(left.ToTimeSpan(), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, lease.Token);
        try
        {
            return await handler.RunAsync(item, either.Token);
        }
        catch (Exception problem) when (Parking.UntilTurn(problem) is { } wait)
        {
            return WorkOutcome.Until(time.Now + wait);
        }
    }

    private async Task EndAsync(WorkItem item, WorkOutcome outcome, CancellationToken cancel)
    {
        if (outcome.Name == WorkOutcome.Done.Name || (outcome == WorkOutcome.Nothing && time.Now - item.PlannedAt > KeepEmpty))
        {
            await queue.CompleteAsync(item, cancel);
        }
        else
        {
            // It did not fail: what fails later is tried again as soon as if this look had not been.
            await queue.PostponeAsync(item with { Attempts = 0 }, outcome.At ?? time.Now + WorkQueue.Lease, cancel);
        }
    }

    private async Task PutOffAsync(WorkItem item, Exception problem, CancellationToken cancel)
    {
        var wait = Parking.Backoff(item.Attempts);
        var parked = handlers[item.Kind].MayBeParked ? Parking.Reason(item, problem, time.Now) : null;
        ItemFailed(problem, item.Kind, item.Attempts, wait);
        try
        {
            if (parked is { } reason && await queue.ParkAsync(item, reason, Parking.Error(problem), cancel))
            {
                ItemParked(item.Kind, item.Attempts, reason);
            }
            else
            {
                await queue.PostponeAsync(item, time.Now + wait, cancel);
            }

            ItemPutOff(item.Kind);
        }
        catch (Exception second) when (second is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // The lease runs out by itself and the item is due again.
            PollFailed(second);
        }
    }

    [LoggerMessage(101, LogLevel.Error, "Looking for due work failed; trying again in a second.")]
    private partial void PollFailed(Exception problem);

    [LoggerMessage(108, LogLevel.Debug, "Looked for due work.")]
    private partial void Polled();

    [LoggerMessage(106, LogLevel.Debug, "Work of kind {Kind} is taken on.")]
    private partial void ItemTaken(string kind);

    [LoggerMessage(102, LogLevel.Warning, "Work of kind {Kind} failed at attempt {Attempts}; again in {Wait}.")]
    private partial void ItemFailed(Exception problem, string kind, int attempts, Duration wait);

    [LoggerMessage(107, LogLevel.Error, "Work of kind {Kind} failed {Attempts} times and is parked: {Reason}. An admin retries or drops it: say \"status\" to Baton.")]
    private partial void ItemParked(string kind, int attempts, ParkingReason reason);

    [LoggerMessage(105, LogLevel.Debug, "Work of kind {Kind} is put off.")]
    private partial void ItemPutOff(string kind);

    [LoggerMessage(104, LogLevel.Debug, "Work of kind {Kind} ended: {Outcome}.")]
    private partial void ItemEnded(string kind, string outcome);

    [LoggerMessage(103, LogLevel.Error, "Nobody here does work of kind {Kind}; left for a newer instance.")]
    private partial void UnknownKind(string kind);
}
