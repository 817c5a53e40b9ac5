using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Tests.Handoffs;

/// <summary>Where a handoff of the tests stands; a handoff that waits may wait with a question.</summary>
public enum Standing
{
    Waiting,
    Asked,
    Answered,
    Accepted,
    Contacted,
    Qualified,
    Rejected,
    Recycled,
}

/// <summary>The people of the tests, each with one role, and what Rita does with a lead, step by step.</summary>
public static class Cast
{
    public const string Question = "Which of our products do they use today?";
    public const string AnswerText = "The small one, since May.";

    public static readonly HandoffId Id = new(new LeadId("lead-7"), 1);
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);
    public static readonly LocalDate Today = new(2026, 3, 2);
    public static readonly LocalDate Until = new(2026, 6, 1);

    /// <summary>The rep who does all that was done so far.</summary>
    public static readonly Actor Rita = Person("rita", Roles.Rep);
    public static readonly Actor Omar = Person("omar", Roles.Rep);
    public static readonly Actor Mona = Person("mona", Roles.Manager);

    /// <summary>The marketer who handed the lead over and answers.</summary>
    public static readonly Actor Mark = Person("mark", Roles.Marketer);
    public static readonly Actor Adam = Person("adam", Roles.Admin);
    public static readonly Actor Rhea = Person("rhea", Roles.Reader);

    public static IReadOnlyList<Actor> All { get; } = [Rita, Omar, Mona, Mark, Adam, Rhea];

    public static Actor Person(string name, Roles roles) => new(new PersonRef(new PersonId(name), name), roles);

    /// <summary>The moment so many minutes after the request.</summary>
    public static Instant After(double minutes) => Start + Duration.FromMinutes(minutes);

    /// <summary>An agreement by which every minute counts, so that the tests' times are the clocks'.</summary>
    public static SlaAgreement Agreement { get; } = SlaAgreement.Initial(DateTimeZone.Utc) with
    {
        Hot = new(80, Duration.FromMinutes(30), Duration.FromHours(2)),
        Warm = new(50, Duration.FromHours(4), Duration.FromHours(24)),
        Cold = new(0, Duration.FromHours(24), Duration.FromHours(72)),
        WorkingTimes = new Dictionary<string, WorkingCalendar> { [SlaAgreement.DefaultWorkingTime] = WorkingCalendar.Always(DateTimeZone.Utc) },
    };

    public static Terms Terms { get; } = new(Agreement);

    public static Handoff Requested(Tier tier = Tier.Warm, PersonRef? by = null) =>
        HandoffDecisions.Request(Id, "contoso", "19:sales", tier, by ?? Mark.Person, Start, Terms);

    public static Handoff Accepted(Tier tier = Tier.Warm) => Requested(tier).Accept(Rita, After(10)).ShouldApply().After;

    public static Handoff At(Standing standing) => standing switch
    {
        Standing.Waiting => Requested(),
        Standing.Asked => Requested().Ask(Rita, After(5), Question).ShouldApply().After,
        Standing.Answered => At(Standing.Asked).Reply(Mark, After(8), AnswerText).ShouldApply().After,
        Standing.Accepted => Accepted(),
        Standing.Contacted => Accepted().Contact(Rita, After(20)).ShouldApply().After,
        Standing.Qualified => At(Standing.Contacted).Qualify(Rita, After(30)).ShouldApply().After,
        Standing.Rejected => Requested().Reject(Rita, After(10), RejectionReason.Budget, note: null).ShouldApply().After,
        Standing.Recycled => Accepted().Recycle(Rita, After(40), RecycleReason.Timing, Until, Today).ShouldApply().After,
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "No such standing."),
    };

    public static Decision Accept(this Handoff handoff, Actor by, Instant at) => handoff.Accept(by, at, Terms);

    public static Decision Reject(this Handoff handoff, Actor by, Instant at, RejectionReason reason, string? note) => handoff.Reject(by, at, reason, note, Terms);

    public static Decision Contact(this Handoff handoff, Actor by, Instant at) => handoff.Contact(by, at, Terms);

    public static Decision Qualify(this Handoff handoff, Actor by, Instant at) => handoff.Qualify(by, at, Terms);

    public static Decision Recycle(this Handoff handoff, Actor by, Instant at, RecycleReason reason, LocalDate until, LocalDate today) =>
        handoff.Recycle(by, at, reason, until, today, Terms);

    public static Decision Reassign(this Handoff handoff, Actor by, Instant at, Actor to) => handoff.Reassign(by, at, to, Terms);

    public static Decision Ask(this Handoff handoff, Actor by, Instant at, string? question) => handoff.Ask(by, at, question, Terms);

    public static Decision Reply(this Handoff handoff, Actor by, Instant at, string? answer) => handoff.Reply(by, at, answer, Terms);

    /// <summary>What the buttons of the tests do: always with the words that Rita and Mark used.</summary>
    public static Decision Do(this Handoff handoff, HandoffAction action, Actor by, Instant at) => action switch
    {
        HandoffAction.Accept => handoff.Accept(by, at),
        HandoffAction.Reject => handoff.Reject(by, at, RejectionReason.Budget, note: null),
        HandoffAction.Ask => handoff.Ask(by, at, Question),
        HandoffAction.Answer => handoff.Reply(by, at, AnswerText),
        HandoffAction.Contact => handoff.Contact(by, at),
        HandoffAction.Qualify => handoff.Qualify(by, at),
        HandoffAction.Recycle => handoff.Recycle(by, at, RecycleReason.Timing, Until, Today),
        HandoffAction.Reassign => handoff.Reassign(by, at, Omar),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No button does this."),
    };
}
