using TeamsBot.Storage.Work;

namespace TeamsBot.Hosting;

/// <summary>What a handler made of an item.</summary>
public enum WorkOutcome
{
    Done,

    /// <summary>There was nothing to do. A young item is looked at once more, since the change that it was planned for may not be stored yet.</summary>
    Nothing,

    /// <summary>Somebody else is at it: to be looked at again when their lease has ended.</summary>
    Later,
}

/// <summary>Does one kind of work from the queue. It may be called twice for the same item, also by two instances at once.</summary>
public interface IWorkHandler
{
    /// <summary>The <see cref="WorkItem.Kind"/> that it does.</summary>
    string Kind { get; }

    /// <summary>
    /// Does what the stored state asks for, until the item's lease ends at the latest. An exception puts the item off.
    /// </summary>
    Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel);
}
