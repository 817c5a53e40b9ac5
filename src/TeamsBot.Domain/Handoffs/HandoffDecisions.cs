using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Handoffs;

/// <summary>
/// The state machine of a handoff. Rights come first, then the repeated click, then the state; all of it is pure.
/// </summary>
public static class HandoffDecisions
{
    /// <summary>A new handoff, waiting, with its clock running from <paramref name="at"/>.</summary>
    public static Handoff Request(HandoffId id, string channel, Tier tier, PersonRef by, Instant at) =>
        new(id, channel, tier, by, at) { AcceptBy = at + SlaTargets.For(tier).Accept };

    extension(Handoff handoff)
    {
        public Decision Accept(Actor by, Instant at)
        {
            if (!by.Is(Roles.Rep))
            {
                return handoff.Refuse(Refusal.NotARep);
            }

            if (handoff.Owner?.Id == by.Person.Id && handoff.IsOwned)
            {
                return new Decision.Repeated(handoff);
            }

            return handoff.WhyNotWaiting(by) is { } why
                ? handoff.Refuse(why)
                : handoff.Apply(HandoffAction.Accept, by, at, handoff with
                {
                    State = HandoffState.Accepted,
                    Owner = by.Person,
                    AcceptedAt = at,
                    ContactBy = at + SlaTargets.For(handoff.Tier).Contact,
                });
        }

        public Decision Reject(Actor by, Instant at, RejectionReason reason, string? note)
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

            if (handoff.WhyNotWaiting(by) is { } why)
            {
                return handoff.Refuse(why);
            }

            return reason == RejectionReason.Other && note is null
                ? handoff.Refuse(Refusal.NoteRequired)
                : handoff.Apply(HandoffAction.Reject, by, at, handoff with
                {
                    State = HandoffState.Rejected,
                    Rejection = new(by.Person, at, reason, note),
                });
        }

        public Decision Contact(Actor by, Instant at)
        {
            if (handoff.WhyNotOwner(by) is { } why)
            {
                return handoff.Refuse(why);
            }

            return handoff.State != HandoffState.Accepted
                ? new Decision.Repeated(handoff)
                : handoff.Apply(HandoffAction.Contact, by, at, handoff with { State = HandoffState.Contacted, ContactedAt = at });
        }

        /// <summary>Budget, authority, need and timing are confirmed, which nobody can do without contact.</summary>
        public Decision Qualify(Actor by, Instant at)
        {
            if (handoff.WhyNotOwner(by) is { } why)
            {
                return handoff.Refuse(why);
            }

            return handoff.State == HandoffState.Qualified
                ? new Decision.Repeated(handoff)
                : handoff.Apply(HandoffAction.Qualify, by, at, handoff with
                {
                    State = HandoffState.Qualified,
                    ContactedAt = handoff.ContactedAt ?? at,
                    QualifiedAt = at,
                });
        }

        /// <param name="until">The day to look at the lead again; after <paramref name="today"/>.</param>
        public Decision Recycle(Actor by, Instant at, RecycleReason reason, LocalDate until, LocalDate today)
        {
            if (handoff.Recycling is { } earlier && earlier.By.Id == by.Person.Id && earlier.Reason == reason && earlier.Until == until)
            {
                return new Decision.Repeated(handoff);
            }

            if (handoff.WhyNotOwner(by) is { } why)
            {
                return handoff.Refuse(why);
            }

            return until <= today
                ? handoff.Refuse(Refusal.DateNotInFuture)
                : handoff.Apply(HandoffAction.Recycle, by, at, handoff with
                {
                    State = HandoffState.Recycled,
                    Recycling = new(by.Person, at, reason, until),
                });
        }

        /// <summary>Gives the lead to a colleague; the owner may, and a manager.</summary>
        /// <param name="to">The new owner with the roles that were looked up for them.</param>
        public Decision Reassign(Actor by, Instant at, Actor to)
        {
            // After the first click the asker is no longer the owner, only a rep; to all others nothing is confirmed.
            if (handoff.Owner?.Id == to.Person.Id && handoff.IsOwned && (by.Is(Roles.Rep) || by.Is(Roles.Manager)))
            {
                return new Decision.Repeated(handoff);
            }

            if (handoff.WhyNotOwner(by) is { } why && !(why == Refusal.NotYours && by.Is(Roles.Manager)))
            {
                return handoff.Refuse(why);
            }

            return !to.Is(Roles.Rep)
                ? handoff.Refuse(Refusal.NewOwnerNotARep)
                : handoff.Apply(HandoffAction.Reassign, by, at, handoff with { Owner = to.Person });
        }

        public Decision Ask(Actor by, Instant at, string? question)
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

            if (handoff.WhyNotWaiting(by) is { } why)
            {
                return handoff.Refuse(why);
            }

            return handoff is { Question: not null, Answer: null }
                ? handoff.Refuse(Refusal.AlreadyAsked)
                : handoff.Apply(HandoffAction.Ask, by, at, handoff with { Question = new(by.Person, at, text), Answer = null });
        }

        public Decision Reply(Actor by, Instant at, string? answer)
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
                : handoff.Apply(HandoffAction.Answer, by, at, handoff with { Answer = new(by.Person, at, text) });
        }

        private Decision.Refused Refuse(Refusal why) => new(why, handoff);

        private Refusal? WhyNotWaiting(Actor by) => handoff.State switch
        {
            HandoffState.Waiting => null,
            HandoffState.Rejected => Refusal.AlreadyRejected,
            HandoffState.Recycled => Refusal.AlreadyRecycled,
            _ => handoff.Owner!.Id == by.Person.Id ? Refusal.AlreadyYours : Refusal.TakenByAnother,
        };

        private Refusal? WhyNotOwner(Actor by) => handoff.State switch
        {
            HandoffState.Waiting => Refusal.NotAccepted,
            HandoffState.Rejected => Refusal.AlreadyRejected,
            HandoffState.Recycled => Refusal.AlreadyRecycled,
            _ => handoff.Owner!.Id == by.Person.Id ? null : Refusal.NotYours,
        };

        private Decision.Applied Apply(HandoffAction action, Actor by, Instant at, Handoff after)
        {
            var entry = handoff.Acknowledge(action, by.Person, at);
            after = after with
            {
                Version = handoff.Version + 1,
                Acknowledgements = handoff.Acknowledgements + (entry is null ? 0 : 1),
            };
            return new(after, new(action, by.Person, at, handoff.State, after.State), entry);
        }

        // An answer to the request is measured from the request, all later ones from the acceptance. Qualifying a lead
        // that was never marked as contacted ends the clock of the contact as well. The clocks of two machines may differ by
        // a little, which is no reason to say that somebody answered before being asked.
        private Acknowledgement? Acknowledge(HandoffAction action, PersonRef by, Instant at)
        {
            var targets = SlaTargets.For(handoff.Tier);
            (Instant Since, Duration? Target)? clock = action switch
            {
                HandoffAction.Accept or HandoffAction.Reject => (handoff.RequestedAt, targets.Accept),
                HandoffAction.Contact => (handoff.AcceptedAt!.Value, targets.Contact),
                HandoffAction.Qualify => (handoff.AcceptedAt!.Value, handoff.ContactedAt is null ? targets.Contact : null),
                HandoffAction.Recycle => (handoff.AcceptedAt!.Value, null),
                _ => null,
            };
            return clock is { } running
                ? new(handoff.Id, handoff.Acknowledgements + 1, action, by, at, Duration.Max(Duration.Zero, at - running.Since), running.Target)
                : null;
        }
    }

    private static string? Trimmed(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
