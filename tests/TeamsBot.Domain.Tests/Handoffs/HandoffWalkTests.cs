using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using Xunit;

namespace TeamsBot.Domain.Tests.Handoffs;

/// <summary>Whatever several people do to a handoff, in whatever order: what holds after every click.</summary>
public sealed class HandoffWalkTests
{
    private static readonly Actor[] People =
    [
        .. Cast.All,
        Cast.Person("rosa", Roles.Rep),
        Cast.Person("paul", Roles.Rep | Roles.Manager),
        Cast.Person("mila", Roles.Marketer | Roles.Rep),
        Cast.Person("mike", Roles.Marketer),
    ];

    // Closing actions are rarer, or most walks would end after a few steps.
    private static readonly Gen<HandoffAction> Actions = Gen.Frequency(
        (4, Gen.Elements(HandoffAction.Accept, HandoffAction.Ask, HandoffAction.Answer, HandoffAction.Contact, HandoffAction.Qualify, HandoffAction.Reassign, HandoffAction.Note)),
        (1, Gen.Elements(HandoffAction.Reject, HandoffAction.Recycle)));

    private static readonly Gen<Step> Steps =
        from action in Actions
        from who in Gen.Elements(People)
        from other in Gen.Elements(People)
        from detail in Gen.Choose(0, 2)
        from seconds in Gen.Choose(0, 5000)
        select new Step(action, who, other, detail, seconds);

    [Fact]
    public void Rights_versions_numbers_and_owner_hold_after_every_step_of_a_thousand_walks() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Steps.ArrayOf(60).ToArbitrary(), Walk));

    // Random clicks alone seldom pass the whole way; this holds that the walks see every state.
    [Fact]
    public void The_walks_reach_every_state_and_apply_every_action()
    {
        var handoffs = Steps.ArrayOf(60).Sample(60, 200).SelectMany(Changes).ToList();
        handoffs.Select(change => change.To).Distinct().Count().ShouldBe(Enum.GetValues<HandoffState>().Length);
        handoffs.Select(change => change.Action).Distinct().Count(action => action is (> HandoffAction.Request and <= HandoffAction.Assign) or HandoffAction.Note).ShouldBe(10);
    }

    private static void Walk(Step[] steps)
    {
        var (handoff, at, applied, entries) = (Cast.Requested(), Cast.Start, 0, new List<LedgerEntry>());
        foreach (var step in steps)
        {
            at += Duration.FromSeconds(step.Seconds);
            var decision = step.On(handoff, at);
            if (decision is not Decision.Applied(var after, var change, var rows))
            {
                Unchanged(decision).ShouldBeSameAs(handoff);
                continue;
            }

            applied++;
            entries.AddRange(rows);
            MayDo(step, handoff).ShouldBeTrue($"{step} on {handoff}");
            change.ShouldBe(new Change(Named(step.Action, handoff), step.Who.Person, at, handoff.State, after.State));
            ShouldFollow(handoff, after, step);
            step.On(after, at + Duration.FromSeconds(1)).ShouldRepeat(after);
            handoff = after;
        }

        handoff.Version.ShouldBe(1 + applied);
        handoff.LedgerRows.ShouldBe(entries.Count);
        entries.Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, entries.Count));
        entries.ShouldAllBe(entry => entry.Elapsed >= Duration.Zero && (entry.Target == null) == (entry.Met == null));
        entries.Select(entry => entry.Before).ShouldBe(entries.Select(entry => entry.Hash).Prepend("").SkipLast(1));
        handoff.LedgerHash.ShouldBe(entries.LastOrDefault()?.Hash ?? "");
        entries.Where(entry => entry.End is not null).GroupBy(entry => entry.Clock).ShouldAllBe(ends => ends.Count() == 1);
    }

    // What nobody had is assigned, not reassigned.
    private static HandoffAction Named(HandoffAction action, Handoff before) =>
        action == HandoffAction.Reassign && before.State == HandoffState.Waiting ? HandoffAction.Assign : action;

    private static Handoff Unchanged(Decision decision) => decision switch
    {
        Decision.Repeated(var current) => current,
        Decision.Refused(_, var current) => current,
        _ => throw new InvalidOperationException("It changed."),
    };

    // The rights, said once more in other words than the code's.
    private static bool MayDo(Step step, Handoff before)
    {
        var owns = before.Owner == step.Who.Person && before.IsOwned;
        return step.Action switch
        {
            HandoffAction.Ask when owns => before.State == HandoffState.Accepted,
            HandoffAction.Note => owns && before.ContactedAt is not null,
            HandoffAction.Accept or HandoffAction.Reject or HandoffAction.Ask => step.Who.Is(Roles.Rep) && before.State == HandoffState.Waiting,
            HandoffAction.Answer => step.Who.Is(Roles.Marketer) && before is { Question: not null, Answer: null },
            HandoffAction.Reassign => (owns || (step.Who.Is(Roles.Manager) && !before.IsClosed)) && (step.Other.Is(Roles.Rep) || (step.Who.Is(Roles.Manager) && step.Other == step.Who)),
            _ => owns,
        };
    }

    private static void ShouldFollow(Handoff before, Handoff after, Step step)
    {
        var expected = step.Action switch
        {
            HandoffAction.Accept => step.Who.Person,
            HandoffAction.Reassign => step.Other.Person,
            _ => before.Owner,
        };
        after.Owner.ShouldBe(expected);
        (after.Owner is null).ShouldBe(after.State is HandoffState.Waiting or HandoffState.Rejected);
        if (before.IsClosed)
        {
            after.ShouldBe(before with { Answer = after.Answer, Version = after.Version, CalledVersion = after.CalledVersion });
        }

        after.RequestedAt.ShouldBe(before.RequestedAt);
        after.AcceptedAt.HasValue.ShouldBe(after.Owner is not null);
        (after.Rejection is not null).ShouldBe(after.State == HandoffState.Rejected);
        (after.Recycling is not null).ShouldBe(after.State == HandoffState.Recycled);
        (after.AcceptedAt <= after.ContactedAt || after.ContactedAt is null).ShouldBeTrue();
        (after.ContactedAt <= after.QualifiedAt || after.QualifiedAt is null).ShouldBeTrue();
    }

    private static IEnumerable<Change> Changes(Step[] steps)
    {
        var handoff = Cast.Requested();
        foreach (var step in steps)
        {
            if (step.On(handoff, Cast.After(1)) is Decision.Applied applied)
            {
                handoff = applied.After;
                yield return applied.Change;
            }
        }
    }

    /// <summary>One click: by whom, and with what filled in. <paramref name="Other"/> is whom a lead is given to.</summary>
    private sealed record Step(HandoffAction Action, Actor Who, Actor Other, int Detail, int Seconds)
    {
        public Decision On(Handoff handoff, Instant at) => Action switch
        {
            HandoffAction.Reject => handoff.Reject(Who, at, (RejectionReason)Detail, note: null),
            HandoffAction.Ask => handoff.Ask(Who, at, $"Question {Detail}?"),
            HandoffAction.Answer => handoff.Reply(Who, at, $"Answer {Detail}."),
            HandoffAction.Recycle => handoff.Recycle(Who, at, (RecycleReason)Detail, Cast.Today.PlusDays(Detail), Cast.Today),
            HandoffAction.Reassign => handoff.Reassign(Who, at, Other),
            HandoffAction.Note => handoff.Hear(Who, at, (Objection)Detail, on: true, Cast.Terms),
            _ => handoff.Do(Action, Who, at),
        };
    }
}
