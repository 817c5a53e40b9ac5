using TeamsBot.Storage.Work;

namespace TeamsBot.Hosting;

/// <summary>Does one kind of work from the queue. It may be called twice for the same item, also by two instances at once.</summary>
public interface IWorkHandler
{
    /// <summary>The <see cref="WorkItem.Kind"/> that it does.</summary>
    string Kind { get; }

    /// <summary>
    /// Does what the stored state asks for. Answers whether there was anything to do: a young item that found nothing is
    /// looked at once more, since the change that it was planned for may not be stored yet. An exception puts the item off.
    /// </summary>
    Task<bool> RunAsync(WorkItem item, CancellationToken cancel);
}
