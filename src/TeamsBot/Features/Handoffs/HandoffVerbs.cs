namespace TeamsBot.Features.Handoffs;

/// <summary>
/// What the buttons of a handoff's cards send. Each but <see cref="Request"/> carries "handoff" and "v", its version, and
/// "notice", a number, where the card is one.
/// </summary>
public static class HandoffVerbs
{
    public const string Accept = "handoff.accept";

    /// <summary>With "reason", the name of a <see cref="Domain.Handoffs.RejectionReason"/>, and "note"; "until", a date, and "to", a channel's id, where the reason asks for them.</summary>
    public const string Reject = "handoff.reject";

    /// <summary>Marketing does not agree with a rejection. With "why".</summary>
    public const string Dispute = "handoff.dispute";

    /// <summary>A head decides that a rejection stands.</summary>
    public const string Stands = "handoff.stands";

    /// <summary>A head decides that the lead is handed off again.</summary>
    public const string Overrule = "handoff.overrule";

    /// <summary>Hands a lead off once more that sales gave back, to the channel that had it.</summary>
    public const string Again = "handoff.again";

    /// <summary>With "question".</summary>
    public const string Ask = "handoff.ask";

    /// <summary>With "answer".</summary>
    public const string Answer = "handoff.answer";
    public const string Contacted = "handoff.contacted";
    public const string Qualified = "handoff.qualified";

    /// <summary>With "reason", the name of a <see cref="Domain.Handoffs.RecycleReason"/>, and "until", a date as 2026-11-23.</summary>
    public const string Recycle = "handoff.recycle";

    /// <summary>With "what", the name of a <see cref="Domain.Feedback.Objection"/>, and "on": "yes" notes it, "no" takes it away.</summary>
    public const string Heard = "handoff.heard";

    /// <summary>With "what", the id of a <see cref="Domain.Feedback.HelpfulContent"/>, and "on".</summary>
    public const string Helped = "handoff.helped";

    /// <summary>With "quote", which takes it away where it is blank.</summary>
    public const string Quote = "handoff.quote";

    /// <summary>With "to", a person's id.</summary>
    public const string Reassign = "handoff.reassign";

    /// <summary>The rep whom a lead was offered to alone leaves it to the channel.</summary>
    public const string Pass = "handoff.pass";

    /// <summary>Takes a lead whose time ran out, which Baton offered.</summary>
    public const string Take = "handoff.take";

    /// <summary>The card as it is now for the one who looks at it.</summary>
    public const string View = "handoff.view";
    public const string Details = "handoff.details";

    /// <summary>Answers with why the lead has its score.</summary>
    public const string Why = "handoff.why";

    /// <summary>Starts a handoff: with "lead", and "channel" once it is chosen; "firstStep" and "tier" where the asker named them.</summary>
    public const string Request = "handoff.request";
}
