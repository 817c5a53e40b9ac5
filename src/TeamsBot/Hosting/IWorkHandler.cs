using NodaTime;
using TeamsBot.Storage.Work;

namespace TeamsBot.Hosting;

/// <summary>What a handler made of an item.</summary>
/// <param name="Name">For the log.</param>
/// <param name="At">When the item is to be looked at again, where the handler knows.</param>
/// <param name="Then">Work that it planned and claimed, to be done at once.</param>
public sealed record WorkOutcome(string Name, Instant? At = null, WorkItem? Then = null)
{
    public static readonly WorkOutcome Done = new("done");

    /// <summary>There was nothing to do. A young item is looked at once more, since the change that it was planned for may not be stored yet.</summary>
    public static readonly WorkOutcome Nothing = new("nothing to do");

    /// <summary>Somebody else is at it: to be looked at again when their lease has ended.</summary>
    public static readonly WorkOutcome Later = new("later");

    /// <summary>Done, and what follows from it is planned.</summary>
    public static WorkOutcome DoneThen(WorkItem then) => Done with { Then = then };

    /// <summary>What there is to do is not to be done before.</summary>
    public static WorkOutcome Until(Instant at) => new("put off", at);
}

/// <summary>Does one kind of work from the queue. It may be called twice for the same item, also by two instances at once.</summary>
public interface IWorkHandler
{
    /// <summary>The <see cref="WorkItem.Kind"/> that it does.</summary>
    string Kind { get; }

    /// <summary>Whether an item that fails for long is set aside until a person looks at it.</summary>
    bool MayBeParked => true;

    /// <summary>
    /// Does what the stored state asks for, until the item's lease ends at the latest. An exception puts the item off.
    /// </summary>
    Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel);
}
