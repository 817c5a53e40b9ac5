namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>What has happened so far, in order; what is yet to happen can be waited for.</summary>
internal sealed class Seen<T>
{
    private readonly List<T> items = [];
    private readonly List<(Func<T, bool> Matches, TaskCompletionSource<T> Found)> waiting = [];
    private Exception? end;

    public IReadOnlyList<T> Items
    {
        get
        {
            lock (items)
            {
                return [.. items];
            }
        }
    }

    public void Add(T item)
    {
        lock (items)
        {
            items.Add(item);
            foreach (var (_, found) in waiting.Where(wait => wait.Matches(item)))
            {
                found.TrySetResult(item);
            }
        }
    }

    /// <summary>Nothing more will come: who still waits, now or later, gets this error.</summary>
    public void End(Exception reason)
    {
        lock (items)
        {
            end = reason;
            foreach (var (_, found) in waiting)
            {
                found.TrySetException(reason);
            }
        }
    }

    /// <summary>The first item that matches, seen already or yet to come before the deadline.</summary>
    public Task<T> FirstAsync(Func<T, bool> matches, TimeSpan deadline)
    {
        lock (items)
        {
            foreach (var item in items.Where(matches))
            {
                return Task.FromResult(item);
            }

            if (end is not null)
            {
                return Task.FromException<T>(end);
            }

            var found = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((matches, found));
            return found.Task.WaitAsync(deadline);
        }
    }
}
