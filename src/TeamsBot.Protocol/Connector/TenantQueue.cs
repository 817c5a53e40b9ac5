namespace TeamsBot.Protocol.Connector;

/// <summary>
/// The calls to one tenant that wait for their turn. Within a conversation they go in the order in which they came; among conversations, the
/// one that was ready first goes first, and after its turn it stands behind the others.
/// </summary>
internal sealed class TenantQueue(SendLimits limits, TimeProvider time)
{
    // Nobody goes away for less, and whoever went away looks in about so often.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    // Who has not come back by then comes no more, or asks another instance.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly SlidingWindow _tenant = new(limits.PerTenant, time);
    private readonly Dictionary<(string Conversation, Traffic Traffic), Line> _lines = [];
    private readonly PriorityQueue<Line, (long ReadyAt, long Order)> _waiting = new();
    private ITimer? _timer;
    private long _order;

    public int Remembered
    {
        get
        {
            lock (_gate)
            {
                return _lines.Count;
            }
        }
    }

    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                var now = time.GetTimestamp();
                return _lines.Values.Sum(line => line.Callers.Count + line.Turns.Count(turn => turn > now));
            }
        }
    }

    public (double OfTenant, double OfConversation) Left()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            return (_tenant.Left(now), _lines.Values.Select(line => line.Window.Left(now)).DefaultIfEmpty(1).Min());
        }
    }

    public Task WaitAsync(string conversation, Traffic traffic, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Serve();
            var line = LineOf(conversation, traffic);
            var now = time.GetTimestamp();
            if (line.Callers.Count == 0 && line.Window.ReadyAt() <= now && _tenant.ReadyAt() <= now)
            {
                Grant(line, now);
                return Task.CompletedTask;
            }

            var caller = new Caller(cancellationToken);
            line.Callers.Enqueue(caller);
            if (line.Callers.Count == 1)
            {
                Enlist(line, now);
            }

            SetTimer(now);
            return caller.Task;
        }
    }

    public TimeSpan? UntilTurn(string conversation, Traffic traffic)
    {
        lock (_gate)
        {
            var line = LineOf(conversation, traffic);
            var now = time.GetTimestamp();
            if (line.Callers.Count == 0 && line.Window.ReadyAt() <= now + Ticks(Short))
            {
                line.Turns.TryDequeue(out _);
                return null;
            }

            var turn = line.LastTurn(now, now - Ticks(Late));
            line.Turns.Enqueue(turn);
            return time.GetElapsedTime(now, turn);
        }
    }

    public void Pause(string conversation, Traffic traffic, TimeSpan wait)
    {
        lock (_gate)
        {
            LineOf(conversation, traffic).Window.Pause(time.GetTimestamp() + Ticks(wait));
        }
    }

    /// <summary>Forgets conversations whose last call no limit counts any more.</summary>
    public void Sweep()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            foreach (var (key, line) in _lines)
            {
                if (line.Callers.Count == 0 && line.Window.IsIdle(now) && !line.Turns.Any(turn => turn > now))
                {
                    _lines.Remove(key);
                }
            }
        }
    }

    private Line LineOf(string conversation, Traffic traffic)
    {
        if (!_lines.TryGetValue((conversation, traffic), out var line))
        {
            line = new Line(new SlidingWindow(traffic == Traffic.Send ? limits.SendsPerConversation : limits.ReadsPerConversation, time));
            _lines.Add((conversation, traffic), line);
        }

        return line;
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    private void OnTimer()
    {
        lock (_gate)
        {
            Serve();
        }
    }

    private void Serve()
    {
        var now = time.GetTimestamp();
        while (_tenant.ReadyAt() <= now && _waiting.TryPeek(out var line, out var turn) && turn.ReadyAt <= now)
        {
            _waiting.Dequeue();
            if (line.Window.ReadyAt() <= now && line.DequeueStillWaiting())
            {
                Grant(line, now);
            }

            if (line.Callers.Count > 0)
            {
                Enlist(line, now);
            }
        }

        SetTimer(now);
    }

    private void Grant(Line line, long now)
    {
        line.Window.Record(now);
        _tenant.Record(now);
    }

    private void Enlist(Line line, long now) => _waiting.Enqueue(line, (Math.Max(line.Window.ReadyAt(), now), _order++));

    private void SetTimer(long now)
    {
        if (!_waiting.TryPeek(out _, out var turn))
        {
            return;
        }

        var wait = time.GetElapsedTime(now, Math.Max(turn.ReadyAt, _tenant.ReadyAt()));
        // Timers count whole milliseconds: round up, or the last fraction would be waited for again and again.
        var due = TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds)));
        _timer ??= time.CreateTimer(static queue => ((TenantQueue)queue!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    private sealed class Line(SlidingWindow window)
    {
        public SlidingWindow Window { get; } = window;

        public Queue<Caller> Callers { get; } = new();

        /// <summary>When those come back who went away, as timestamps, the earliest first.</summary>
        public Queue<long> Turns { get; } = new();

        /// <summary>When a call may go that lets all go before it who wait here or went away.</summary>
        /// <param name="missed">Turns before this moment count no more.</param>
        public long LastTurn(long now, long missed)
        {
            while (Turns.TryPeek(out var turn) && turn < missed)
            {
                Turns.Dequeue();
            }

            var ahead = Window.Copy();
            for (var caller = 0; caller < Callers.Count + Turns.Count; caller++)
            {
                ahead.Record(Math.Max(ahead.ReadyAt(), now));
            }

            return Math.Max(ahead.ReadyAt(), now);
        }

        /// <summary>Lets the first caller go that has not given up; false when there is none.</summary>
        public bool DequeueStillWaiting()
        {
            while (Callers.TryDequeue(out var caller))
            {
                if (caller.Go())
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class Caller
    {
        private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenRegistration _registration;

        public Caller(CancellationToken cancellationToken) =>
            _registration = cancellationToken.UnsafeRegister(
                static (turn, token) => ((TaskCompletionSource)turn!).TrySetCanceled(token), _turn);

        public Task Task => _turn.Task;

        public bool Go()
        {
            _registration.Unregister();
            return _turn.TrySetResult();
        }
    }
}
