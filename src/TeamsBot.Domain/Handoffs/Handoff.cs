using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Domain.Scoring;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Handoffs;

public enum HandoffState
{
    Waiting,
    Accepted,
    Contacted,
    Qualified,
    Rejected,
    Recycled,
}

/// <summary>Why sales does not take a lead.</summary>
public enum RejectionReason
{
    /// <summary>Not our ideal customer profile.</summary>
    Profile,
    Budget,
    Authority,
    Need,
    Timing,
    Duplicate,
    WrongData,

    /// <summary>Something else; the note says what, so it must not be empty.</summary>
    Other,

    /// <summary>Another team sells there, or sells that.</summary>
    Territory,

    /// <summary>Somebody who will never buy: a competitor, a student.</summary>
    Competitor,
}

/// <summary>What made a handoff, other than marketing's own wish.</summary>
public enum HandoffCause
{
    /// <summary>The day had come on which it was to be looked at again.</summary>
    Returned,

    /// <summary>Sales passed it on to the channel whose lead it is.</summary>
    Rerouted,

    /// <summary>A head decided that the rejection before does not stand.</summary>
    Overruled,
}

/// <summary>Why an accepted lead goes back to marketing for a while.</summary>
public enum RecycleReason
{
    Budget,
    Contract,
    Timing,
    NoAnswer,
}

/// <summary>
/// A lead on its way from marketing to sales. It is changed by the decisions beside it alone, and each change raises
/// <see cref="Version"/> by one.
/// </summary>
/// <param name="Tenant">The organisation whose people and agreement it goes by.</param>
/// <param name="Channel">The sales channel that it was handed to.</param>
public sealed record Handoff(HandoffId Id, string Tenant, string Channel, Tier Tier, PersonRef RequestedBy, Instant RequestedAt)
{
    public HandoffState State { get; init; } = HandoffState.Waiting;

    public int Version { get; init; } = 1;

    /// <summary>The version that brought the last question or answer: readers who have not seen it are called.</summary>
    public int CalledVersion { get; init; }

    /// <summary>How many rows of the ledger it has.</summary>
    public int LedgerRows { get; init; }

    /// <summary>The hash of its last row of the ledger; empty before the first.</summary>
    public string LedgerHash { get; init; } = "";

    /// <summary>What it was worth when it was handed over, by the version of the agreement that <see cref="AcceptClock"/> started under; null in handoffs from before that was kept.</summary>
    public Score? Score { get; init; }

    /// <summary>What made it, where an earlier handoff of the lead did; null where somebody asked for it.</summary>
    public HandoffCause? Cause { get; init; }

    /// <summary>Why it went where it went, and who is asked alone first; null where somebody chose the channel.</summary>
    public LeadRoute? Route { get; init; }

    /// <summary>What the requester suggests to do first; null leaves the lead's own suggestion.</summary>
    public string? FirstStep { get; init; }

    /// <summary>From the request to an answer.</summary>
    public required SlaClock AcceptClock { get; init; }

    /// <summary>From the acceptance to the first contact.</summary>
    public SlaClock? ContactClock { get; init; }

    /// <summary>What its clocks made Baton say.</summary>
    public Notices Notices { get; init; } = Notices.None;

    /// <summary>The one owner, from the acceptance on; also after the lead was recycled.</summary>
    public PersonRef? Owner { get; init; }

    public Instant? AcceptedAt { get; init; }

    public Instant? ContactedAt { get; init; }

    public Instant? QualifiedAt { get; init; }

    public Rejection? Rejection { get; init; }

    public Recycling? Recycling { get; init; }

    /// <summary>Marketing does not agree with the rejection.</summary>
    public Dispute? Dispute { get; init; }

    public Note? Question { get; init; }

    public Note? Answer { get; init; }

    /// <summary>What the owner noted after contact; null before anything was.</summary>
    public ContactFeedback? Feedback { get; init; }

    /// <summary>When the lead was forgotten; null for all others. Nothing more happens to it, whatever its state was.</summary>
    public Instant? ErasedAt { get; init; }

    public Instant AcceptBy => AcceptClock.DueAt;

    public Instant? ContactBy => ContactClock?.DueAt;

    /// <summary>The clock of what is due next; null when nothing is.</summary>
    public SlaClock? Clock => State switch
    {
        _ when ErasedAt is not null => null,
        HandoffState.Waiting => AcceptClock,
        HandoffState.Accepted => ContactClock,
        _ => null,
    };

    /// <summary>When the time ends for which one rep has it alone; null while nobody has.</summary>
    public Instant? OfferEndsAt => State == HandoffState.Waiting && ErasedAt is null && Route is { EndedAt: null, Until: { } until } ? until : null;

    /// <summary>The rep who has it alone, until <see cref="OfferEndsAt"/>.</summary>
    public PersonRef? OfferedTo => OfferEndsAt is null ? null : Route!.Rep;

    /// <summary>The rep who has it to deal with: offered alone, or accepted and not qualified yet; null where nobody has.</summary>
    public PersonRef? OnHandsOf => OfferedTo ?? (IsOwned && State != HandoffState.Qualified ? Owner : null);

    /// <summary>Sales has it and works on it.</summary>
    public bool IsOwned => ErasedAt is null && State is HandoffState.Accepted or HandoffState.Contacted or HandoffState.Qualified;

    /// <summary>Nothing more is expected of anybody: the lead may be handed over anew.</summary>
    public bool IsClosed => ErasedAt is not null || State is HandoffState.Rejected or HandoffState.Recycled;
}

public sealed record Rejection(PersonRef By, Instant At, RejectionReason Reason, string? Note)
{
    public Consequence Follows { get; init; } = Consequence.Disqualify;

    /// <summary>The day on which it comes back; null where it does not.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The sales channel that it goes on to; null where it does not.</summary>
    public string? To { get; init; }
}

/// <summary>What marketing has to say against a rejection; the heads that were named then decide.</summary>
public sealed record Dispute(PersonRef By, Instant At, string Text, PersonRef? HeadOfMarketing, PersonRef? HeadOfSales)
{
    /// <summary>Null until a head has decided.</summary>
    public Ruling? Ruling { get; init; }

    /// <summary>Those who are asked, each once.</summary>
    public IEnumerable<PersonRef> Heads => new[] { HeadOfMarketing, HeadOfSales }.OfType<PersonRef>().DistinctBy(head => head.Id);
}

/// <param name="Stands">The rejection stands; else the lead is handed off again.</param>
public sealed record Ruling(PersonRef By, Instant At, bool Stands);

/// <param name="Until">The day to look at the lead again.</param>
public sealed record Recycling(PersonRef By, Instant At, RecycleReason Reason, LocalDate Until);

/// <summary>A question to marketing, or the answer to it.</summary>
public sealed record Note(PersonRef By, Instant At, string Text);
