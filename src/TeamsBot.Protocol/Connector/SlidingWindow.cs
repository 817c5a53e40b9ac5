namespace TeamsBot.Protocol.Connector;

/// <summary>
/// When the next call is allowed under several limits at once. It remembers when the latest calls were, as many as the largest limit counts, in a ring
/// that starts small: most conversations see a call or two. Times are timestamps of a <see cref="TimeProvider"/>.
/// </summary>
internal sealed class SlidingWindow(IReadOnlyList<RateLimit> limits, TimeProvider time)
{
    private readonly int _most = limits.Count == 0 ? 1 : limits.Max(limit => limit.Count);
    private long[] _calls = new long[4];
    private int _count;
    private int _next;
    private long _notBefore = long.MinValue;

    /// <summary>The earliest moment that all limits allow; it may be past.</summary>
    public long ReadyAt()
    {
        var ready = _notBefore;
        foreach (var limit in limits)
        {
            if (_count >= limit.Count)
            {
                ready = Math.Max(ready, Latest(limit.Count) + Ticks(limit.Window));
            }
        }

        return ready;
    }

    /// <summary>What is left of the limit that is used most, from 1 (all of it) to 0 (the next call waits).</summary>
    public double Left(long now) => _notBefore > now
        ? 0
        : limits.Select(limit => (limit.Count - Within(limit, now)) / (double)limit.Count).DefaultIfEmpty(1).Min();

    /// <summary>One that goes on by itself.</summary>
    public SlidingWindow Copy() => new(limits, time) { _calls = [.. _calls], _count = _count, _next = _next, _notBefore = _notBefore };

    public void Record(long now)
    {
        if (_count == _calls.Length && _count < _most)
        {
            Grow();
        }

        _calls[_next] = now;
        _next = (_next + 1) % _calls.Length;
        _count = Math.Min(_count + 1, _calls.Length);
    }

    /// <summary>Nothing before this moment, whatever the limits say.</summary>
    public void Pause(long until) => _notBefore = Math.Max(_notBefore, until);

    /// <summary>All that it remembers is too old to matter.</summary>
    public bool IsIdle(long now) => _notBefore <= now
        && (_count == 0 || limits.All(limit => Latest(1) + Ticks(limit.Window) <= now));

    // How many of the latest calls a limit still counts: they are in the order of time.
    private int Within(RateLimit limit, long now)
    {
        var (least, most) = (0, Math.Min(_count, limit.Count));
        while (least < most)
        {
            var middle = (least + most + 1) / 2;
            (least, most) = Latest(middle) + Ticks(limit.Window) > now ? (middle, most) : (least, middle - 1);
        }

        return least;
    }

    /// <summary>The n-th call from the end; 1 is the last.</summary>
    private long Latest(int n) => _calls[(_next - n + _calls.Length) % _calls.Length];

    private void Grow()
    {
        // The ring is full, so the oldest call stands where the next would go.
        var larger = new long[Math.Min(_calls.Length * 2, _most)];
        _calls.AsSpan(_next).CopyTo(larger);
        _calls.AsSpan(0, _next).CopyTo(larger.AsSpan(_calls.Length - _next));
        _next = _calls.Length;
        _calls = larger;
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
