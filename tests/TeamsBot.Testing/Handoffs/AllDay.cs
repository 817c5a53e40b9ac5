using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Testing.Handoffs;

/// <summary>Decisions under the first agreement with a calendar on which every minute counts, for tests of something else.</summary>
public static class AllDay
{
    public static SlaAgreement Agreement { get; } = SlaAgreement.Initial(DateTimeZone.Utc) with
    {
        WorkingTimes = new Dictionary<string, WorkingCalendar> { [SlaAgreement.DefaultWorkingTime] = WorkingCalendar.Always(DateTimeZone.Utc) },
    };

    public static Terms Terms { get; } = new(Agreement);

    public static Handoff Request(HandoffId id, string channel, Tier tier, PersonRef by, Instant at) =>
        HandoffDecisions.Request(id, "contoso", channel, tier, by, at, Terms);

    public static Decision Accept(this Handoff handoff, Actor by, Instant at) => handoff.Accept(by, at, Terms);

    public static Decision Reject(this Handoff handoff, Actor by, Instant at, RejectionReason reason, string? note) => handoff.Reject(by, at, reason, note, Terms);

    public static Decision Contact(this Handoff handoff, Actor by, Instant at) => handoff.Contact(by, at, Terms);

    public static Decision Qualify(this Handoff handoff, Actor by, Instant at) => handoff.Qualify(by, at, Terms);

    public static Decision Recycle(this Handoff handoff, Actor by, Instant at, RecycleReason reason, LocalDate until, LocalDate today) =>
        handoff.Recycle(by, at, reason, until, today, Terms);

    public static Decision Reassign(this Handoff handoff, Actor by, Instant at, Actor to) => handoff.Reassign(by, at, to, Terms);

    public static Decision Ask(this Handoff handoff, Actor by, Instant at, string? question) => handoff.Ask(by, at, question, Terms);

    public static Decision Reply(this Handoff handoff, Actor by, Instant at, string? answer) => handoff.Reply(by, at, answer, Terms);
}
