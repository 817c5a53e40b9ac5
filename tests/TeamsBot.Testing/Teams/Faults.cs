namespace TeamsBot.Testing.Teams;

/// <summary>One way to misbehave.</summary>
/// <param name="Operation">On which calls.</param>
/// <param name="Status">What is answered.</param>
public sealed record Fault(ConnectorOperation Operation, int Status)
{
    /// <summary>Null is everywhere; for uploads, the session.</summary>
    public string? ConversationId { get; init; }

    /// <summary>On how many calls.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Value of the Retry-After header, as it stands on the wire.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Error code in the body; null leaves the body empty.</summary>
    public string? Code { get; init; }

    /// <summary>The whole body, in place of one with the code.</summary>
    public string? Body { get; init; }

    /// <summary>The work is done before the call fails.</summary>
    public bool AfterWork { get; init; }

    /// <summary>The connection is cut instead of an answer.</summary>
    public bool CutsConnection { get; init; }

    /// <summary>The call waits there, and is then done as if nothing had been.</summary>
    public Hold? Hold { get; init; }
}

/// <summary>Where a call waits until the test lets it go.</summary>
public sealed class Hold
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a call has come. The limit in real time only makes a broken test fail.</summary>
    public Task Arrived => _arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public void Release() => _released.TrySetResult();

    internal Task WaitAsync(CancellationToken cancel)
    {
        _arrived.TrySetResult();
        return _released.Task.WaitAsync(cancel);
    }
}

/// <summary>The misbehaviours that are still to come, first added first.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _coming = [];

    public void Add(Fault fault)
    {
        lock (_gate)
        {
            _coming.Add(fault);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _coming.Clear();
        }
    }

    internal Fault? Take(ConnectorOperation operation, string conversationId)
    {
        lock (_gate)
        {
            var at = _coming.FindIndex(f => f.Operation == operation && (f.ConversationId is null || f.ConversationId == conversationId));
            if (at < 0)
            {
                return null;
            }

            var fault = _coming[at];
            if (fault.Times > 1)
            {
                _coming[at] = fault with { Times = fault.Times - 1 };
            }
            else
            {
                _coming.RemoveAt(at);
            }

            return fault;
        }
    }
}
