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

    /// <summary>Gives a lead that waits to somebody who did not accept it.</summary>
    Assign,

    /// <summary>A clock reminded somebody.</summary>
    Remind,

    /// <summary>A clock ran out.</summary>
    RunOut,

    /// <summary>Somebody was told of a clock that ran out before, or offered the lead.</summary>
    Escalate,

    /// <summary>Marketing does not agree with a rejection.</summary>
    Dispute,

    /// <summary>A head decided a dispute.</summary>
    Rule,

    /// <summary>The rep who had it alone passed it on to the channel, or let the time go by.</summary>
    Pass,

    /// <summary>The owner noted what was heard, or what helped.</summary>
    Note,
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

    /// <summary>Later than anybody plans for: a slip of the hand.</summary>
    DateTooFar,

    /// <summary>The reason sends the lead to another channel, and it was not said which.</summary>
    ChannelRequired,
    TextRequired,
    NobodyAsked,
    AlreadyAnswered,

    /// <summary>Another question is waiting for its answer.</summary>
    AlreadyAsked,
    NewOwnerNotARep,

    /// <summary>Only a manager, or one whom Baton offered it to, takes a lead that another has.</summary>
    NotOffered,

    /// <summary>Only what was rejected can be disputed.</summary>
    NotRejected,
    AlreadyDisputed,

    /// <summary>The set-up names nobody who could decide a dispute.</summary>
    NoHead,
    NotAHead,
    AlreadyRuled,

    /// <summary>Somebody else is asked alone first, for some time.</summary>
    OfferedToAnother,

    /// <summary>It was offered to nobody alone, or to somebody else, or that time is over.</summary>
    NothingToPass,

    /// <summary>What was heard can be noted once there was contact.</summary>
    NotContacted,
    QuoteTooLong,

    /// <summary>A later handoff of the lead is there already.</summary>
    HandedAgain,

    /// <summary>The lead was forgotten.</summary>
    Erased,

    /// <summary>The asker stands where this handoff is not shown; answered as if it did not exist.</summary>
    NotHere,
}

/// <summary>The outcome of asking a handoff to change: a value either way, never an exception.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It changes; the caller stores all of it in one transaction under the ETag of the handoff before.</summary>
    /// <param name="After">The handoff as it is from now on.</param>
    /// <param name="Change">What happened, for the audit.</param>
    /// <param name="Entries">The rows for the ledger: an acknowledgement, the end of a clock, both or neither.</param>
    public sealed record Applied(Handoff After, Change Change, IReadOnlyList<LedgerEntry> Entries) : Decision;

    /// <summary>The same person did the same before: the same answer, and nothing to store.</summary>
    public sealed record Repeated(Handoff Current) : Decision;

    public sealed record Refused(Refusal Why, Handoff Current) : Decision;
}

/// <summary>One step of a handoff's history.</summary>
public sealed record Change(HandoffAction Action, PersonRef By, Instant At, HandoffState From, HandoffState To);
