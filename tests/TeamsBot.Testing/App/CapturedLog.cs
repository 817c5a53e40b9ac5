using Microsoft.Extensions.Logging;
using Shouldly;

namespace TeamsBot.Testing.App;

/// <summary>One line of the log, with the exception in full.</summary>
public sealed record LogLine(string Category, LogLevel Level, int EventId, string Text)
{
    /// <summary>The values that a collector gets beside the text.</summary>
    public string Values { get; init; } = "";
}

/// <summary>All that the bot logs. A test says which failures it expects, and may wait for one.</summary>
public sealed class CapturedLog : ILoggerProvider
{
    /// <summary>One item of work was done and is off the queue, or was put back as it should be.</summary>
    public const int WorkEnded = 104;

    /// <summary>One item of work failed and will be put off.</summary>
    public const int WorkFailed = 102;

    /// <summary>One item of work is put off by now.</summary>
    public const int WorkPutOff = 105;

    /// <summary>What was due was looked for, and what was claimed is taken on.</summary>
    public const int WorkPolled = 108;

    // One item of work is to be done here.
    private const int WorkTaken = 106;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly List<LogLine> lines = [];
    private readonly List<LogLine> unclaimed = [];
    private readonly List<(int EventId, TaskCompletionSource<LogLine> Arrived)> waiters = [];
    private readonly HashSet<int> expected = [];
    private readonly HashSet<string> secrets = [];
    private TaskCompletionSource? rest;

    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (gate)
            {
                return [.. lines];
            }
        }
    }

    /// <summary>Whether work was taken on that has neither ended nor been put off.</summary>
    public bool IsWorkUnderWay
    {
        get
        {
            lock (gate)
            {
                return UnderWay();
            }
        }
    }

    /// <summary>Completes as soon as no work is under way. The limit in real time only makes a broken test fail.</summary>
    /// <exception cref="TimeoutException">Work does not end; the message lists what was begun and ended.</exception>
    public async Task AtRestAsync()
    {
        Task ended;
        lock (gate)
        {
            ended = UnderWay() ? (rest ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task : Task.CompletedTask;
        }

        try
        {
            await ended.WaitAsync(LongestWait);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException("Work is still under way. What came: " + string.Join("; ", Lines.Where(line => line.EventId is >= 100 and < 120).TakeLast(20).Select(line => line.Text)), late);
        }
    }

    /// <summary>Warnings and errors of these events are part of the test.</summary>
    public void Expect(params IEnumerable<int> eventIds)
    {
        lock (gate)
        {
            expected.UnionWith(eventIds);
        }
    }

    /// <summary>Text that no line may hold.</summary>
    public void Forbid(params IEnumerable<string?> texts)
    {
        lock (gate)
        {
            secrets.UnionWith(texts.OfType<string>());
        }
    }

    /// <summary>
    /// The next line of an event, which is thereby expected. Each is given out once, also when it came before anybody asked. The limit in real time only
    /// makes a broken test fail.
    /// </summary>
    public Task<LogLine> NextAsync(int eventId)
    {
        var arrived = new TaskCompletionSource<LogLine>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            expected.Add(eventId);
            if (unclaimed.Find(line => line.EventId == eventId) is { } seen)
            {
                unclaimed.Remove(seen);
                return Task.FromResult(seen);
            }

            waiters.Add((eventId, arrived));
        }

        return arrived.Task.WaitAsync(LongestWait);
    }

    /// <summary>Leaves out of <see cref="NextAsync"/> the lines of an event that came until now.</summary>
    public void Forget(int eventId)
    {
        lock (gate)
        {
            unclaimed.RemoveAll(line => line.EventId == eventId);
        }
    }

    /// <summary>Text that no line may hold.</summary>
    public IReadOnlyCollection<string> Forbidden
    {
        get
        {
            lock (gate)
            {
                return [.. secrets];
            }
        }
    }

    public void ShouldBeClean()
    {
        lock (gate)
        {
            lines.Where(line => line.Level >= LogLevel.Warning && !expected.Contains(line.EventId)).ShouldBeEmpty();
            lines.Where(line => secrets.Any(secret => (line.Text + line.Values).Contains(secret, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        // Nothing is held that would need an end.
    }

    private bool UnderWay() => lines.Count(line => line.EventId == WorkTaken) > lines.Count(line => line.EventId is WorkEnded or WorkPutOff);

    private void Add(LogLine line)
    {
        lock (gate)
        {
            lines.Add(line);
            if (rest is not null && !UnderWay())
            {
                rest.SetResult();
                rest = null;
            }

            var at = waiters.FindIndex(waiter => waiter.EventId == line.EventId);
            if (at < 0)
            {
                unclaimed.Add(line);
                return;
            }

            waiters[at].Arrived.SetResult(line);
            waiters.RemoveAt(at);
        }
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add(new(category, logLevel, eventId.Id, formatter(state, exception) + (exception is null ? "" : "\n" + exception))
            {
                Values = state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join('\n', values.Select(value => $"{value.Key}={value.Value}")) : "",
            });
    }
}
