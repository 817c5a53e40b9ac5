using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Handoffs;

/// <summary>Who could be told of a handoff and asked to take it.</summary>
/// <param name="Reps">The reps of the channel's team, the next in turn first.</param>
/// <param name="Channels">The ids of the sales channels, in the order of the set-up.</param>
public sealed record Reach(IReadOnlyList<PersonRef> Reps, IReadOnlyList<string> Channels, PersonRef? HeadOfSales, PersonRef? HeadOfMarketing)
{
    public static Reach Nobody { get; } = new([], [], null, null);
}

/// <summary>Whom a step of a clock tells. Nobody is asked twice, and nobody is asked for what is theirs already.</summary>
public static class Escalation
{
    /// <summary>The rep whom the lead is offered to next; null when all were asked.</summary>
    public static PersonRef? NextRep(Handoff handoff, Reach reach) =>
        reach.Reps.FirstOrDefault(rep => rep.Id != handoff.Owner?.Id && !handoff.Notices.HasAsked(rep.Id));

    /// <summary>The notices of the handoff with the one that a step adds; the same where nobody is left to tell.</summary>
    internal static Notices Tell(Handoff handoff, ClockStep step, Instant at, SlaAgreement agreement, Reach reach)
    {
        var (clock, notices) = (handoff.Clock!.Kind, handoff.Notices);
        return step.Do switch
        {
            null => notices.With(NoticeKind.Reminder, clock, at, handoff.Owner ?? handoff.OfferedTo, percent: step.Percent),
            EscalationAction.Remind => notices.With(NoticeKind.Again, clock, at, handoff.Owner),
            EscalationAction.Head => Ask(handoff, NoticeKind.Head, at, reach.HeadOfSales),
            EscalationAction.Next when NextRep(handoff, reach) is { } rep => Ask(handoff, NoticeKind.Offer, at, rep),
            EscalationAction.Next or EscalationAction.NextChannel => Offer(handoff, at, reach),
            EscalationAction.CatchAll => Ask(handoff, NoticeKind.CatchAll, at, agreement.CatchAll ?? LastHead(handoff, reach)),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Do, "No such step."),
        };
    }

    private static Notices Ask(Handoff handoff, NoticeKind kind, Instant at, PersonRef? person) =>
        person is null || handoff.Notices.HasAsked(person.Id) || handoff.Owner?.Id == person.Id
            ? handoff.Notices
            : handoff.Notices.With(kind, handoff.Clock!.Kind, at, person);

    // A lead that has an owner in one team is not offered to another team.
    private static Notices Offer(Handoff handoff, Instant at, Reach reach) =>
        handoff.Owner is null && reach.Channels.FirstOrDefault(channel => channel != handoff.Channel && !handoff.Notices.HasAsked(channel)) is { } channel
            ? handoff.Notices.With(NoticeKind.Offer, handoff.Clock!.Kind, at, channel: channel)
            : handoff.Notices;

    private static PersonRef? LastHead(Handoff handoff, Reach reach) => reach.HeadOfSales is { } head && !handoff.Notices.HasAsked(head.Id) ? head : reach.HeadOfMarketing;
}
