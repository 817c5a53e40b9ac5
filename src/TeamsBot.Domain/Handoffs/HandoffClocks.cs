using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Handoffs;

/// <summary>What happens to a handoff because time passes.</summary>
public static class HandoffClocks
{
    extension(Handoff handoff)
    {
        /// <summary>The next moment at which something is to happen by itself; null while nothing is.</summary>
        public Instant? NextStep(Terms terms) => (handoff.Step(terms)?.At, handoff.OfferEndsAt) switch
        {
            ({ } step, { } offer) => Instant.Min(step, offer),
            var (step, offer) => step ?? offer,
        };

        /// <summary>Whom the next step after a breach tells, as things stand, and when; null when there is none.</summary>
        public (Instant At, Notice Notice)? NextTold(Terms terms, Reach reach)
        {
            var ahead = handoff;
            while (ahead.Step(terms) is { Do: not null } step)
            {
                ahead = ahead.Past(step, step.At, terms, reach);
                if (ahead.Notices.Count > handoff.Notices.Count)
                {
                    return (step.At, ahead.Notices.All[^1]);
                }
            }

            return null;
        }

        /// <summary>Does what has become due: reminds, takes note that a time ran out, escalates. Late steps are done oldest first.</summary>
        /// <param name="reach">Who could be told and asked; null leaves the steps that need it due.</param>
        public Decision Tick(Instant at, Terms terms, Reach? reach)
        {
            var open = handoff.OfferEndsAt <= at ? handoff.Passed(at) : handoff;
            if (open.Step(terms) is not { } first || !IsDue(first, at, reach))
            {
                return open == handoff
                    ? new Decision.Repeated(handoff)
                    : new Decision.Applied(open with { Version = handoff.Version + 1 }, new(HandoffAction.Pass, PersonRef.Baton, at, handoff.State, handoff.State), []);
            }

            var (after, entries) = open.CaughtUp(at, terms);
            while (after.Step(terms) is { } step && IsDue(step, at, reach))
            {
                after = after.Past(step, at, terms, reach ?? Reach.Nobody);
            }

            var action = entries.Count > 0 ? HandoffAction.RunOut : first.Percent is not null ? HandoffAction.Remind : HandoffAction.Escalate;
            return new Decision.Applied(
                after with { Version = handoff.Version + 1 },
                new(action, PersonRef.Baton, at, handoff.State, handoff.State),
                entries);
        }

        /// <summary>The handoff with what the time has done to its clock so far, and the row of the ledger that this makes.</summary>
        internal (Handoff Handoff, IReadOnlyList<LedgerEntry> Entries) CaughtUp(Instant at, Terms terms)
        {
            if (handoff.Clock is not { } clock || !clock.HasRunOut(at))
            {
                return (handoff, []);
            }

            var entry = LedgerEntry.Of(handoff, HandoffAction.RunOut, PersonRef.Baton, clock.DueAt) with
            {
                Clock = clock.Kind,
                End = ClockEnd.Breached,
                Elapsed = clock.Target,
                Target = clock.Target,
                Met = false,
                Agreement = clock.Agreement,
            };
            var after = handoff.With(clock.RunOut(terms.Of(clock))) with
            {
                LedgerRows = entry.Number,
                LedgerHash = entry.Hash,
                Notices = handoff.Notices.With(NoticeKind.RunOut, clock.Kind, at, clock.Kind == ClockKind.Contact ? handoff.Owner : null),
            };
            return (after, [entry]);
        }

        /// <summary>No longer offered to one rep alone: the channel is asked.</summary>
        internal Handoff Passed(Instant at) => handoff with { Route = handoff.Route! with { EndedAt = at } };

        /// <summary>The handoff with one of its clocks changed.</summary>
        internal Handoff With(SlaClock clock) => clock.Kind == ClockKind.Accept ? handoff with { AcceptClock = clock } : handoff with { ContactClock = clock };

        private ClockStep? Step(Terms terms) => handoff.Clock is { } clock ? clock.Next(terms.Of(clock), terms.CalendarOf(clock, handoff.Channel)) : null;

        // Of two reminders that are due the earlier is dropped: one is enough.
        private Handoff Past(ClockStep step, Instant at, Terms terms, Reach reach)
        {
            var clock = handoff.Clock!;
            var after = handoff.With(clock with { Steps = clock.Steps + 1 });
            if (step.Percent is not null && after.Step(terms) is { } next && next.At <= at)
            {
                return after;
            }

            return after with { Notices = Escalation.Tell(after, step, at, terms.Of(clock), reach) };
        }
    }

    private static bool IsDue(ClockStep step, Instant at, Reach? reach) => step.At <= at && (step.Do is null || reach is not null);
}
