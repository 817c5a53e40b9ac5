using System.Globalization;
using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Tests.Simulation;

/// <summary>Draws the life of a handoff at random: who does what when, in time, late or not at all.</summary>
internal sealed class PlanDraw(Random random)
{
    private readonly List<Click> clicks = [];

    private Office office = Company.Offices[0];
    private AgreedTerms terms = AgreedTerms.First;
    private Tier tier;
    private Instant at;
    private bool isAsked;

    /// <summary>So many handoffs, some of them of a lead that came back before.</summary>
    public List<PlannedHandoff> Draw(int count, string prefix)
    {
        var plans = new List<PlannedHandoff>();
        while (plans.Count < count)
        {
            var (lead, score) = ($"{prefix}-{plans.Count.ToString(CultureInfo.InvariantCulture)}", Chance(10) ? (int?)null : random.Next(101));
            plans.Add(Draw(lead, 1, score, Company.Start + Random(Company.Period)));
            if (plans.Count < count && plans[^1].Clicks.FirstOrDefault(click => click.Do is HandoffAction.Reject or HandoffAction.Recycle) is { } closed && Chance(30))
            {
                plans.Add(Draw(lead, 2, score, closed.At + Duration.FromSeconds(1) + Random(Duration.FromDays(9))));
            }
        }

        return plans;
    }

    private PlannedHandoff Draw(string lead, int number, int? score, Instant requested)
    {
        clicks.Clear();
        isAsked = false;
        at = requested;
        office = Any(Company.Offices);
        terms = AgreedTerms.InForce(at);
        var set = Chance(30) ? Any([Tier.Hot, Tier.Warm, Tier.Cold]) : (Tier?)null;
        tier = set ?? terms.TierOf(score);
        Do(HandoffAction.Request, Company.Marketer);
        if (Answer() is { } owner)
        {
            Work(owner);
        }

        if (isAsked && Chance(50))
        {
            at += Random(Duration.FromDays(3));
            Do(HandoffAction.Answer, Company.Marketer);
        }

        return new(lead, number, office, score, set, [.. clicks]);
    }

    // The owner, where it comes to one.
    private PersonRef? Answer()
    {
        var started = at;
        Questions(ClockKind.Accept, Any(office.Reps));
        var (outcome, target) = (random.Next(100), terms.TargetOf(ClockKind.Accept, tier));
        if (outcome < 12)
        {
            return null;
        }

        at = outcome < 16 && clicks.Count == 1
            ? terms.Working[office.Channel].Reach(started, target).PlusTicks(outcome % 2) // The last tick that is in time, and the first that is not.
            : Later(target);
        var rep = Any(office.Reps);
        if (outcome > 92)
        {
            Do(HandoffAction.Reject, rep);
            return null;
        }

        if (outcome > 86)
        {
            Do(HandoffAction.Assign, Company.Manager, rep);
            return rep;
        }

        Do(HandoffAction.Accept, rep);
        InVain(rep);
        return rep;
    }

    private void Work(PersonRef owner)
    {
        terms = AgreedTerms.InForce(at);
        if (!isAsked)
        {
            Questions(ClockKind.Contact, owner);
        }

        var target = terms.TargetOf(ClockKind.Contact, tier);
        if (Chance(12))
        {
            at = Later(target);
            var colleague = Any(office.Reps.Where(rep => rep != owner));
            Do(HandoffAction.Reassign, Chance(50) ? owner : Company.Manager, colleague);
            owner = colleague;
        }

        var outcome = random.Next(100);
        if (outcome >= 15)
        {
            at = Later(target);
            Do(outcome < 25 ? HandoffAction.Recycle : outcome < 35 ? HandoffAction.Qualify : HandoffAction.Contact, owner);
            AfterContact(owner);
        }
    }

    private void AfterContact(PersonRef owner)
    {
        if (clicks[^1].Do == HandoffAction.Contact && Chance(50))
        {
            at += Random(Duration.FromDays(6));
            Do(HandoffAction.Qualify, owner);
        }

        if (clicks[^1].Do is HandoffAction.Contact or HandoffAction.Qualify && Chance(15))
        {
            at += Random(Duration.FromDays(10));
            Do(HandoffAction.Recycle, owner);
        }
    }

    // Some over a weekend, some before the time is over and some after, some never answered.
    private void Questions(ClockKind clock, PersonRef by)
    {
        while (Chance(18) && !isAsked)
        {
            at = Later(terms.TargetOf(clock, tier) * 0.6);
            Do(HandoffAction.Ask, by);
            isAsked = true;
            if (Chance(80))
            {
                at += Random(Duration.FromDays(Chance(40) ? 5 : 1));
                Do(HandoffAction.Answer, Company.Marketer);
                isAsked = false;
            }
        }
    }

    // Clicks that change nothing: of another who comes too late, of the same once more, and of marketing that asks again.
    private void InVain(PersonRef owner)
    {
        if (Chance(10))
        {
            var (another, later) = (Any(office.Reps), at + Random(Duration.FromSeconds(30)));
            clicks.Add(new(later, HandoffAction.Accept, another, Counts: false));
            clicks.Add(new(later.PlusTicks(1), HandoffAction.Accept, owner, Counts: false));
            clicks.Add(new(later.PlusTicks(2), HandoffAction.Request, Company.Marketer, Counts: false));
            at = later.PlusTicks(3);
        }
    }

    private void Do(HandoffAction action, PersonRef by, PersonRef? to = null) => clicks.Add(new(at, action, by, to));

    // Mostly in time and mostly while people work; now and then hours later, at night or on a day off.
    private Instant Later(Duration target)
    {
        var share = random.NextDouble() * (Chance(65) ? 0.9 : 3);
        var worked = terms.Working[office.Channel].Reach(at, Duration.FromTicks(Math.Floor(target.TotalTicks * share)));
        return worked + Random(Chance(25) ? Duration.FromHours(15) : Duration.FromSeconds(2)) + Duration.FromTicks(1);
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private Duration Random(Duration most) => Duration.FromTicks(random.NextInt64(most.BclCompatibleTicks));

    private T Any<T>(IEnumerable<T> choice) => choice.ElementAt(random.Next(choice.Count()));
}
