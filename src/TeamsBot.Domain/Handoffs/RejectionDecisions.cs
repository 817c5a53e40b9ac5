using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Handoffs;

/// <summary>What a rep said beside the reason of a rejection.</summary>
/// <param name="Until">The day to bring the lead back; null leaves it to the agreement.</param>
/// <param name="Channel">The sales channel whose lead it is; null where it was not said.</param>
/// <param name="Others">The ids of the sales channels that it could go to.</param>
public sealed record RejectionWish(LocalDate? Until, string? Channel, IReadOnlyList<string> Others)
{
    public static RejectionWish None { get; } = new(null, null, []);
}

/// <summary>What follows a rejection, and whether it stands. All of it is pure.</summary>
public static class RejectionDecisions
{
    extension(Handoff handoff)
    {
        /// <summary>Marketing does not agree; the heads of both sides are asked, once.</summary>
        /// <param name="organisation">Names the heads.</param>
        public Decision Contest(Actor by, Instant at, string? why, Organisation organisation, Terms terms)
        {
            if (!by.Is(Roles.Marketer))
            {
                return handoff.Refuse(Refusal.NotAMarketer);
            }

            if (why.Trimmed() is not { } text)
            {
                return handoff.Refuse(Refusal.TextRequired);
            }

            if (handoff.Dispute is { } earlier)
            {
                return earlier.By.Id == by.Person.Id && earlier.Text == text ? new Decision.Repeated(handoff) : handoff.Refuse(Refusal.AlreadyDisputed);
            }

            if (handoff.State != HandoffState.Rejected)
            {
                return handoff.Refuse(Refusal.NotRejected);
            }

            var dispute = new Dispute(by.Person, at, text, organisation.HeadOfMarketing, organisation.HeadOfSales);
            return dispute.Heads.Any()
                ? handoff.Apply(HandoffAction.Dispute, by, at, terms, rejected => rejected with { Dispute = dispute })
                : handoff.Refuse(Refusal.NoHead);
        }

        /// <summary>A head of either side decides a dispute, once.</summary>
        /// <param name="organisation">Says who is head now.</param>
        public Decision Rule(Actor by, Instant at, bool stands, Organisation organisation, Terms terms)
        {
            if (by.Person.Id != organisation.HeadOfMarketing?.Id && by.Person.Id != organisation.HeadOfSales?.Id)
            {
                return handoff.Refuse(Refusal.NotAHead);
            }

            if (handoff.Dispute is not { } dispute)
            {
                return handoff.Refuse(Refusal.NotRejected);
            }

            if (dispute.Ruling is { } earlier)
            {
                return earlier.By.Id == by.Person.Id && earlier.Stands == stands ? new Decision.Repeated(handoff) : handoff.Refuse(Refusal.AlreadyRuled);
            }

            return handoff.Apply(HandoffAction.Rule, by, at, terms, rejected => rejected with
            {
                Dispute = dispute with { Ruling = new(by.Person, at, stands) },
                CalledVersion = handoff.Version + 1,
            });
        }

        /// <summary>The rejection with what follows from its reason by the agreement in force, or why it cannot follow.</summary>
        internal (Rejection Rejection, Refusal? WhyNot) Followed(Rejection rejection, RejectionWish wish, Terms terms)
        {
            var (agreed, calendar) = (terms.InForce.Rejections[rejection.Reason], terms.InForce.CalendarOf(handoff.Channel));
            var today = calendar.Zone.DayOf(rejection.At);
            switch (agreed.Do)
            {
                case Consequence.Recycle:
                    var until = wish.Until ?? today.PlusDays(agreed.Days);
                    return Returning.WhyNot(until, today) is { } why
                        ? (rejection, why)
                        : (rejection with { Follows = Consequence.Recycle, Until = calendar.DayBack(until) }, null);

                // Where there is no other channel marketing has to see where the lead belongs.
                case Consequence.Reroute when wish.Others.Count == 0:
                    return (rejection with { Follows = Consequence.Mend }, null);
                case Consequence.Reroute:
                    var to = wish.Channel ?? (wish.Others is [var only] ? only : null);
                    return to is not null && wish.Others.Contains(to)
                        ? (rejection with { Follows = Consequence.Reroute, To = to }, null)
                        : (rejection, Refusal.ChannelRequired);
                default:
                    return (rejection with { Follows = agreed.Do }, null);
            }
        }
    }
}
