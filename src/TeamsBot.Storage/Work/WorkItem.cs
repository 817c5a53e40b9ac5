using Azure;
using NodaTime;

namespace TeamsBot.Storage.Work;

/// <summary>Something to be done, at least once, by whichever instance comes first.</summary>
/// <param name="Kind">Which handler does it.</param>
/// <param name="Key">What it is about, for example a handoff's id.</param>
/// <param name="Due">Not before this time; moved ahead while somebody works on it.</param>
/// <param name="PlannedFor">The first <paramref name="Due"/>: it stays when the item is claimed or put off, so that a timer knows which time it stands for.</param>
/// <param name="PlannedAt">When it was first planned.</param>
/// <param name="Attempts">How often it was started and did not end.</param>
public sealed record WorkItem(string Kind, string Key, Instant Due, Instant PlannedFor, Instant PlannedAt, int Attempts)
{
    /// <summary>
    /// The place in a trace where it was planned, as a W3C traceparent: what does it, maybe in another process, goes on from there. Null
    /// where nobody traced, and in rows of older versions.
    /// </summary>
    public string? Trace { get; init; }

    /// <summary>Whether it follows at once from what planned it. A timer that is due much later stands for itself.</summary>
    public bool FollowsAtOnce => PlannedFor - PlannedAt <= WorkQueue.Lease;

    internal string Partition { get; init; } = "";

    internal string Row { get; init; } = "";

    internal ETag ETag { get; init; }
}

/// <summary>Work that becomes due when a change has been in force for some time: a reminder, a breach.</summary>
/// <param name="Kind">Which handler does it.</param>
public readonly record struct Timer(string Kind, Instant Due);
