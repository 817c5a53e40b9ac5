namespace TeamsBot.Testing.Teams;

/// <summary>
/// Everything that reached the connector, in order. A test awaits the next event that it cares about; each event is given out once, also when it came before
/// anybody asked, so that consecutive awaits see consecutive events and none is missed.
/// </summary>
public sealed class ConnectorLog
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<ConnectorEvent> _all = [];
    private readonly List<ConnectorEvent> _unclaimed = [];
    private readonly List<Waiter> _waiters = [];

    /// <summary>Off for load tests, where nobody reads it and memory counts.</summary>
    public bool IsRecording { get; set; } = true;

    public IReadOnlyList<ConnectorEvent> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>The next event that matches. The limit in real time only makes a broken test fail.</summary>
    /// <exception cref="TimeoutException">Nothing matched; the message lists what came instead.</exception>
    public async Task<ConnectorEvent> NextAsync(Func<ConnectorEvent, bool> matches, TimeSpan? longestWait = null)
    {
        Waiter waiter;
        lock (_gate)
        {
            if (_unclaimed.Find(e => matches(e)) is { } seen)
            {
                _unclaimed.Remove(seen);
                return seen;
            }

            waiter = new Waiter(matches);
            _waiters.Add(waiter);
        }

        try
        {
            return await waiter.Arrived.Task.WaitAsync(longestWait ?? LongestWait);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException("No such call reached the connector. What came: " + Describe(), late);
        }
        finally
        {
            lock (_gate)
            {
                _waiters.Remove(waiter);
            }
        }
    }

    public void Add(ConnectorEvent happened)
    {
        if (!IsRecording)
        {
            return;
        }

        lock (_gate)
        {
            _all.Add(happened);
            var waiter = _waiters.Find(w => w.Matches(happened));
            if (waiter is null)
            {
                _unclaimed.Add(happened);
                return;
            }

            _waiters.Remove(waiter);
            waiter.Arrived.SetResult(happened);
        }
    }

    private string Describe() => string.Join("; ", All.TakeLast(20).Select(e => $"{e.Operation} {e.ConversationId} {e.ActivityId} -> {e.Status}"));

    private sealed record Waiter(Func<ConnectorEvent, bool> Matches)
    {
        public TaskCompletionSource<ConnectorEvent> Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
