using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Handoffs;

/// <summary>
/// The state machine of a handoff. Rights come first, then the repeated click, then the state; all of it is pure.
/// </summary>
public static class HandoffDecisions
{
    /// <summary>A new handoff, waiting, with its clock running from <paramref name="at"/>.</summary>
    public static Handoff Request(HandoffId id, string tenant, string channel, Tier tier, PersonRef by, Instant at, Terms terms) =>
        new(id, tenant, channel, tier, by, at) { AcceptClock = terms.Start(ClockKind.Accept, tier, channel, at) };

    extension(Handoff handoff)
    {
        public Decision Accept(Actor by, Instant at, Terms terms)
        {
            if (!by.Is(Roles.Rep))
            {
                return handoff.Refuse(Refusal.NotARep);
            }

            if (handoff.Owner?.Id == by.Person.Id && handoff.IsOwned)
            {
                return new Decision.Repeated(handoff);
            }

            return handoff.WhyNotWaiting(by, at) is { } why
                ? handoff.Refuse(why)
                : handoff.Apply(HandoffAction.Accept, by, at, terms, waiting => waiting.OwnedBy(by.Person, at, terms));
        }

        /// <param name="wish">What was said beside the reason; null leaves all of it to the agreement.</param>
        public Decision Reject(Actor by, Instant at, RejectionReason reason, string? note, Terms terms, RejectionWish? wish = null)
        {
            note = note.Trimmed();
            if (!by.Is(Roles.Rep))
            {
                return handoff.Refuse(Refusal.NotARep);
            }

            if (handoff.Rejection is { } earlier && earlier.By.Id == by.Person.Id && earlier.Reason == reason)
            {
                return new Decision.Repeated(handoff);
            }

            if (handoff.WhyNotWaiting(by, at) is { } why)
            {
                return handoff.Refuse(why);
            }

            if (reason == RejectionReason.Other && note is null)
            {
                return handoff.Refuse(Refusal.NoteRequired);
            }

            var (rejection, whyNot) = handoff.Followed(new(by.Person, at, reason, note), wish ?? RejectionWish.None, terms);
            return whyNot is { } missing
                ? handoff.Refuse(missing)
                : handoff.Apply(HandoffAction.Reject, by, at, terms, waiting => waiting.Stop(ClockEnd.Met, at, terms) with
                {
                    State = HandoffState.Rejected,
                    Rejection = rejection,
                    CalledVersion = rejection.Follows == Consequence.Mend ? handoff.Version + 1 : waiting.CalledVersion,
                });
        }

        public Decision Contact(Actor by, Instant at, Terms terms)
        {
            if (handoff.WhyNotOwner(by) is { } why)
            {
                return handoff.Refuse(why);
            }

            return handoff.State != HandoffState.Accepted
                ? new Decision.Repeated(handoff)
                : handoff.Apply(HandoffAction.Contact, by, at, terms, owned => owned.Stop(ClockEnd.Met, at, terms) with
                {
                    State = HandoffState.Contacted,
                    ContactedAt = at,
                });
        }

        /// <summary>Budget, authority, need and timing are confirmed, which nobody can do without contact.</summary>
        public Decision Qualify(Actor by, Instant at, Terms terms)
        {
            if (handoff.WhyNotOwner(by) is { } why)
            {
                return handoff.Refuse(why);
            }

            return handoff.State == HandoffState.Qualified
                ? new Decision.Repeated(handoff)
                : handoff.Apply(HandoffAction.Qualify, by, at, terms, owned => owned.Stop(ClockEnd.Met, at, terms) with
                {
                    State = HandoffState.Qualified,
                    ContactedAt = owned.ContactedAt ?? at,
                    QualifiedAt = at,
                });
        }

        /// <param name="until">The day to look at the lead again, after <paramref name="today"/>; where nobody works on it the next working day.</param>
        public Decision Recycle(Actor by, Instant at, RecycleReason reason, LocalDate until, LocalDate today, Terms terms)
        {
            var isTooFar = Returning.WhyNot(until, today) == Refusal.DateTooFar;
            var day = isTooFar ? until : terms.InForce.CalendarOf(handoff.Channel).DayBack(until);
            if (handoff.Recycling is { } earlier && earlier.By.Id == by.Person.Id && earlier.Reason == reason && earlier.Until == day)
            {
                return new Decision.Repeated(handoff);
            }

            if (handoff.WhyNotOwner(by) is { } why)
            {
                return handoff.Refuse(why);
            }

            return Returning.WhyNot(until, today) is { } whyNot
                ? handoff.Refuse(whyNot)
                : handoff.Apply(HandoffAction.Recycle, by, at, terms, owned => owned.Stop(ClockEnd.Stopped, at, terms) with
                {
                    State = HandoffState.Recycled,
                    Recycling = new(by.Person, at, reason, day),
                });
        }

        /// <summary>Gives the lead to a colleague; the owner may, and a manager, who may also give away what nobody accepted.</summary>
        /// <param name="to">The new owner with the roles that were looked up for them; a manager may take it as they are.</param>
        public Decision Reassign(Actor by, Instant at, Actor to, Terms terms)
        {
            // After the first click the asker is no longer the owner, only a rep; to all others nothing is confirmed.
            if (handoff.Owner?.Id == to.Person.Id && handoff.IsOwned && (by.Is(Roles.Rep) || by.Is(Roles.Manager)))
            {
                return new Decision.Repeated(handoff);
            }

            if (handoff.WhyNotOwner(by) is { } why && !(why is Refusal.NotYours or Refusal.NotAccepted && by.Is(Roles.Manager)))
            {
                return handoff.Refuse(why);
            }

            if (!to.Is(Roles.Rep) && !(to.Is(Roles.Manager) && to.Person.Id == by.Person.Id))
            {
                return handoff.Refuse(Refusal.NewOwnerNotARep);
            }

            return handoff.State == HandoffState.Waiting
                ? handoff.Apply(HandoffAction.Assign, by, at, terms, waiting => waiting.OwnedBy(to.Person, at, terms))
                : handoff.Apply(HandoffAction.Reassign, by, at, terms, owned => owned with { Owner = to.Person });
        }

        /// <summary>Takes a lead that Baton offered, or that a manager was told of, from whoever has it.</summary>
        public Decision Take(Actor by, Instant at, Terms terms)
        {
            if (by.Is(Roles.Manager))
            {
                return handoff.Reassign(by, at, by, terms);
            }

            if (!by.Is(Roles.Rep) || handoff.State == HandoffState.Waiting)
            {
                return handoff.Accept(by, at, terms);
            }

            return handoff.Owner?.Id != by.Person.Id && handoff.IsOwned && handoff.State == HandoffState.Accepted && handoff.Notices.HasAsked(by.Person.Id)
                ? handoff.Apply(HandoffAction.Reassign, by, at, terms, owned => owned with { Owner = by.Person })
                : handoff.WhyNotOwner(by) switch
                {
                    null => new Decision.Repeated(handoff),
                    Refusal.NotYours => handoff.Refuse(Refusal.NotOffered),
                    { } why => handoff.Refuse(why),
                };
        }

        /// <summary>Asks marketing, whose turn it is until it answers: the clock stands still so long. Before the acceptance any rep may, after it the owner.</summary>
        public Decision Ask(Actor by, Instant at, string? question, Terms terms)
        {
            if (!by.Is(Roles.Rep))
            {
                return handoff.Refuse(Refusal.NotARep);
            }

            if (question.Trimmed() is not { } text)
            {
                return handoff.Refuse(Refusal.TextRequired);
            }

            if (handoff.Question is { } earlier && earlier.By.Id == by.Person.Id && earlier.Text == text)
            {
                return new Decision.Repeated(handoff);
            }

            if (handoff.WhyNotAsked(by, at) is { } why)
            {
                return handoff.Refuse(why);
            }

            return handoff is { Question: not null, Answer: null }
                ? handoff.Refuse(Refusal.AlreadyAsked)
                : handoff.Apply(HandoffAction.Ask, by, at, terms, open => open.Paused(at, terms) with
                {
                    Question = new(by.Person, at, text),
                    Answer = null,
                    CalledVersion = handoff.Version + 1,
                });
        }

        public Decision Reply(Actor by, Instant at, string? answer, Terms terms)
        {
            if (!by.Is(Roles.Marketer))
            {
                return handoff.Refuse(Refusal.NotAMarketer);
            }

            if (answer.Trimmed() is not { } text)
            {
                return handoff.Refuse(Refusal.TextRequired);
            }

            if (handoff.Answer is { } earlier)
            {
                return earlier.By.Id == by.Person.Id && earlier.Text == text
                    ? new Decision.Repeated(handoff)
                    : handoff.Refuse(Refusal.AlreadyAnswered);
            }

            return handoff.Question is null
                ? handoff.Refuse(Refusal.NobodyAsked)
                : handoff.Apply(HandoffAction.Answer, by, at, terms, open => open.Resumed(at, terms) with
                {
                    Answer = new(by.Person, at, text),
                    CalledVersion = handoff.Version + 1,
                });
        }

        internal Decision.Refused Refuse(Refusal why) => new(why, handoff);

        internal Refusal? WhyNotWaiting(Actor by, Instant at) => handoff.State switch
        {
            HandoffState.Waiting when handoff.OfferEndsAt > at && handoff.OfferedTo!.Id != by.Person.Id => Refusal.OfferedToAnother,
            HandoffState.Waiting => null,
            HandoffState.Rejected => Refusal.AlreadyRejected,
            HandoffState.Recycled => Refusal.AlreadyRecycled,
            _ => handoff.Owner!.Id == by.Person.Id ? Refusal.AlreadyYours : Refusal.TakenByAnother,
        };

        private Refusal? WhyNotAsked(Actor by, Instant at) =>
            handoff.State == HandoffState.Accepted && handoff.Owner!.Id == by.Person.Id ? null : handoff.WhyNotWaiting(by, at);

        internal Refusal? WhyNotOwner(Actor by) => handoff.State switch
        {
            HandoffState.Waiting => Refusal.NotAccepted,
            HandoffState.Rejected => Refusal.AlreadyRejected,
            HandoffState.Recycled => Refusal.AlreadyRecycled,
            _ => handoff.Owner!.Id == by.Person.Id ? null : Refusal.NotYours,
        };
    }

    internal static string? Trimmed(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
