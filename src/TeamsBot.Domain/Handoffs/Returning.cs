using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Handoffs;

/// <summary>A handoff that is to follow on one that is closed.</summary>
/// <param name="Channel">The sales channel that is to get it.</param>
public sealed record Return(Instant At, string Channel, HandoffCause Cause);

/// <summary>How a lead that sales gave back comes to sales again by itself.</summary>
public static class Returning
{
    // Beyond it a date is a slip of the hand.
    private const int MostYears = 5;

    extension(Handoff handoff)
    {
        /// <summary>What follows on it by itself, and when; null where nothing does. Whether it still may depends on the lead: see <see cref="MayFollow"/>.</summary>
        public Return? Return(Terms terms) => handoff switch
        {
            { ErasedAt: not null } => null,
            { Dispute.Ruling: { Stands: false, At: var at } } => new(at, handoff.Channel, HandoffCause.Overruled),
            { Recycling.Until: var until } => handoff.On(until, terms),
            { Rejection: { Follows: Consequence.Recycle, Until: { } until } } => handoff.On(until, terms),
            { Rejection: { Follows: Consequence.Reroute, To: { } channel, At: var at } } => new(at, channel, HandoffCause.Rerouted),
            _ => null,
        };

        // The day begins for a lead when its channel begins to work.
        private Return On(LocalDate day, Terms terms) => new(terms.InForce.CalendarOf(handoff.Channel).Opening(day), handoff.Channel, HandoffCause.Returned);
    }

    /// <summary>Whether a lead may come back: not one that was forgotten, bought, is about to, or was lost or given up meanwhile. What a person has just decided only a sale stops.</summary>
    /// <param name="isWon">Whether a sale of it is known, whatever its stage says.</param>
    public static bool MayFollow(this Return back, Lead lead, bool isWon) => lead.ErasedAt is null && !isWon && lead.Stage switch
    {
        FunnelStage.Proposal or FunnelStage.Won or FunnelStage.Retained => false,
        FunnelStage.Lost or FunnelStage.Disqualified => back.Cause != HandoffCause.Returned,
        _ => true,
    };

    /// <summary>Why a lead cannot come back on a day; null where it can.</summary>
    internal static Refusal? WhyNot(LocalDate until, LocalDate today) =>
        until <= today ? Refusal.DateNotInFuture : until > today.PlusYears(MostYears) ? Refusal.DateTooFar : null;

    extension(WorkingCalendar calendar)
    {
        /// <summary>The day itself, or the next one on which somebody works.</summary>
        internal LocalDate DayBack(LocalDate day) => calendar.Zone.DayOf(calendar.Opening(day));

        private Instant Opening(LocalDate day) => calendar.NextOpen(calendar.Zone.MomentOf(day.AtMidnight()));
    }
}
