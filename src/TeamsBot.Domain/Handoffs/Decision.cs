using NodaTime;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Handoffs;

/// <summary>What somebody does to a handoff.</summary>
public enum HandoffAction
{
    Request,
    Accept,
    Reject,
    Ask,
    Answer,
    Contact,
    Qualify,
    Recycle,
    Reassign,
}

/// <summary>Why an action was refused. Each has a sentence of its own in every language.</summary>
public enum Refusal
{
    /// <summary>The lead has an owner already, who is not the asker.</summary>
    TakenByAnother,

    /// <summary>The asker has accepted the lead already, and does what is done before that.</summary>
    AlreadyYours,
    AlreadyRejected,
    AlreadyRecycled,
    NotAccepted,
    NotARep,
    NotAMarketer,
    NotYours,
    NoteRequired,
    DateNotInFuture,
    TextRequired,
    NobodyAsked,
    AlreadyAnswered,

    /// <summary>Another question is waiting for its answer.</summary>
    AlreadyAsked,
    NewOwnerNotARep,

    /// <summary>The asker stands where this handoff is not shown; answered as if it did not exist.</summary>
    NotHere,
}

/// <summary>The outcome of asking a handoff to change: a value either way, never an exception.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It changes; the caller stores all three in one transaction under the ETag of the handoff before.</summary>
    /// <param name="After">The handoff as it is from now on.</param>
    /// <param name="Change">What happened, for the audit.</param>
    /// <param name="Entry">The row for the ledger, when the change is an acknowledgement.</param>
    public sealed record Applied(Handoff After, Change Change, Acknowledgement? Entry) : Decision;

    /// <summary>The same person did the same before: the same answer, and nothing to store.</summary>
    public sealed record Repeated(Handoff Current) : Decision;

    public sealed record Refused(Refusal Why, Handoff Current) : Decision;
}

/// <summary>One step of a handoff's history.</summary>
public sealed record Change(HandoffAction Action, PersonRef By, Instant At, HandoffState From, HandoffState To);

/// <summary>
/// One row of the ledger: who acknowledged what, when, after how long, against which target.
/// </summary>
/// <param name="Number">Counted from 1 within the handoff.</param>
/// <param name="Elapsed">Since the clock started: the request for an answer, the acceptance for a contact. Never negative.</param>
/// <param name="Target">Null where the agreement sets none.</param>
public sealed record Acknowledgement(HandoffId Handoff, int Number, HandoffAction Action, PersonRef By, Instant At, Duration Elapsed, Duration? Target)
{
    /// <summary>Whether the target was kept; null without a target.</summary>
    public bool? Met => Target is { } target ? Elapsed <= target : null;
}
