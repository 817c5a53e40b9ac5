using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Tests.Simulation;

/// <summary>Whom the clocks of a handoff make Baton tell, and when, as long as every timer comes at its time.</summary>
internal sealed class ExpectedNotices(PlannedHandoff plan)
{
    private readonly List<Notice> notices = [];
    private readonly HashSet<string> asked = [];

    public static IReadOnlyList<Notice> Of(ExpectedHandoff handoff)
    {
        var told = new ExpectedNotices(handoff.Plan);
        foreach (var clock in new[] { handoff.Accept, handoff.Contact }.OfType<CountedClock>())
        {
            told.Tell(clock);
        }

        return told.notices;
    }

    private void Tell(CountedClock clock)
    {
        foreach (var percent in clock.Terms.Reminders)
        {
            if (clock.Reaches(Duration.FromTicks(clock.Target.BclCompatibleTicks / 100 * percent)) is var (at, owner))
            {
                Add(NoticeKind.Reminder, clock, at, owner, percent: percent);
            }
        }

        if (clock.Breach is not var (due, late))
        {
            return;
        }

        Add(NoticeKind.RunOut, clock, due.PlusTicks(1), clock.Kind == ClockKind.Contact ? late : null);
        foreach (var (after, what) in clock.Terms.Escalation)
        {
            if (clock.Reaches(clock.Target + Duration.FromMinutes(after)) is var (at, owner))
            {
                Escalate(what, clock, at, owner);
            }
        }
    }

    private void Escalate(EscalationAction what, CountedClock clock, Instant at, PersonRef? owner)
    {
        var colleague = plan.Office.Reps.FirstOrDefault(rep => rep != owner && !asked.Contains(rep.Id.Value));
        switch (what)
        {
            case EscalationAction.Remind:
                Add(NoticeKind.Again, clock, at, owner);
                break;
            case EscalationAction.Head:
                Ask(NoticeKind.Head, Company.HeadOfSales);
                break;
            case EscalationAction.Next when colleague is not null:
                Ask(NoticeKind.Offer, colleague);
                break;
            case EscalationAction.CatchAll:
                Ask(NoticeKind.CatchAll, clock.Terms.CatchAll ?? (asked.Contains(Company.HeadOfSales.Id.Value) ? Company.HeadOfMarketing : Company.HeadOfSales));
                break;
            default:
                OfferElsewhere();
                break;
        }

        void Ask(NoticeKind kind, PersonRef person)
        {
            if (person != owner && asked.Add(person.Id.Value))
            {
                Add(kind, clock, at, person);
            }
        }

        void OfferElsewhere()
        {
            if (owner is null && Company.Offices.FirstOrDefault(office => office != plan.Office && !asked.Contains(office.Channel)) is { } other)
            {
                asked.Add(other.Channel);
                Add(NoticeKind.Offer, clock, at, to: null, other.Channel);
            }
        }
    }

    private void Add(NoticeKind kind, CountedClock clock, Instant at, PersonRef? to, string? channel = null, int? percent = null) =>
        notices.Add(new(notices.Count + 1, kind, clock.Kind, at, to, channel, percent));
}
