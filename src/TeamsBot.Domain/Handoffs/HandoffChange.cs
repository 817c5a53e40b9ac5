using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Handoffs;

/// <summary>How a decision changes a handoff: its clocks, its version, and its rows of the ledger.</summary>
internal static class HandoffChange
{
    extension(Handoff handoff)
    {
        /// <summary>The change as it is stored. What the time has done up to now comes first.</summary>
        /// <param name="change">Makes the handoff after it from the handoff that time has brought up to date.</param>
        public Decision.Applied Apply(HandoffAction action, Actor by, Instant at, Terms terms, Func<Handoff, Handoff> change)
        {
            var (current, entries) = handoff.CaughtUp(at, terms);
            var after = change(current) with { Version = handoff.Version + 1 };
            if (Acknowledge(action, by.Person, at, current, after, terms) is { } entry)
            {
                entries = [.. entries, entry];
                after = after with { LedgerRows = entry.Number, LedgerHash = entry.Hash };
            }

            return new(after, new(action, by.Person, at, handoff.State, after.State), entries);
        }

        public Handoff OwnedBy(PersonRef owner, Instant at, Terms terms) => handoff.Stop(ClockEnd.Met, at, terms) with
        {
            State = HandoffState.Accepted,
            Owner = owner,
            AcceptedAt = at,
            ContactClock = terms.Start(ClockKind.Contact, handoff.Tier, handoff.Channel, at),
        };

        public Handoff Stop(ClockEnd end, Instant at, Terms terms) => handoff.Turn(terms, (clock, calendar) => clock.Stop(at, end, calendar));

        public Handoff Paused(Instant at, Terms terms) => handoff.Turn(terms, (clock, calendar) => clock.Pause(at, calendar));

        public Handoff Resumed(Instant at, Terms terms) => handoff.Turn(terms, (clock, calendar) => clock.Resume(at, calendar));

        private Handoff Turn(Terms terms, Func<SlaClock, WorkingCalendar, SlaClock> turn) =>
            handoff.Clock is { } clock ? handoff.With(turn(clock, terms.CalendarOf(clock, handoff.Channel))) : handoff;
    }

    // What ends a clock is measured by it. A deed after the first contact has no target; it goes on counting
    // where the clock of the contact stopped.
    private static LedgerEntry? Acknowledge(HandoffAction action, PersonRef by, Instant at, Handoff before, Handoff after, Terms terms)
    {
        if (action is not (HandoffAction.Accept or HandoffAction.Assign or HandoffAction.Reject or HandoffAction.Contact or HandoffAction.Qualify or HandoffAction.Recycle))
        {
            return null;
        }

        var entry = LedgerEntry.Of(before, action, by, at) with { Owner = after.Owner };
        if (before.Clock is not { } clock)
        {
            var contact = before.ContactClock!;
            var since = terms.CalendarOf(contact, before.Channel).Between(contact.StoppedAt!.Value, at);
            return entry with { Agreement = contact.Agreement, Elapsed = contact.Counted + since };
        }

        var ended = clock.Kind == ClockKind.Accept ? after.AcceptClock : after.ContactClock!;
        var dropped = action == HandoffAction.Recycle;
        return entry with
        {
            Clock = clock.Kind,
            End = clock.End is null ? ended.End : null,
            Elapsed = ended.Counted,
            Target = dropped ? null : clock.Target,
            Met = dropped ? null : ended.End == ClockEnd.Met,
            Agreement = clock.Agreement,
        };
    }
}
