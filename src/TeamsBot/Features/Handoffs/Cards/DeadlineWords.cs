using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>What has to happen next, and by when. The time comes first: what is left ages.</summary>
internal static class DeadlineWords
{
    /// <summary>With the working time that is left: "Answer by 14:30, 25 working minutes left". Null when no clock runs.</summary>
    public static string? Of(HandoffView view) => view.Handoff switch
    {
        { Clock: { IsPaused: true, End: null } paused } => view.Say.Text("due.paused", ("left", Left(view, paused))),
        { State: HandoffState.Waiting, AcceptClock: var clock } when view.IsLate(clock) => Late(view, "due.answerNow", "due.noAnswerYet", clock),
        { State: HandoffState.Waiting, AcceptClock: var clock } => By(view, view.IsMarketings ? "due.salesAnswersLeft" : "due.answerLeft", clock),
        { State: HandoffState.Accepted, ContactClock: { } clock } when view.IsLate(clock) => Late(view, "due.contactNow", "due.noContactYet", clock),
        { State: HandoffState.Accepted, ContactClock: { } clock } => By(view, "due.contactLeft", clock),
        _ => null,
    };

    /// <summary>The bare time, for the notification and for a fact: "Answer by 14:30".</summary>
    public static string? Bare(HandoffView view) => view.Handoff switch
    {
        { Clock: { IsPaused: true, End: null } } => null,
        { State: HandoffState.Waiting } => view.Say.Text("due.answer", ("time", view.Moments.At(view.Handoff.AcceptBy))),
        { State: HandoffState.Accepted } => view.Say.Text("due.contact", ("time", view.Moments.At(view.Handoff.ContactBy!.Value))),
        _ => null,
    };

    /// <summary>"12 working minutes late".</summary>
    public static Phrase Late(HandoffView view, Duration elapsed, SlaClock clock) =>
        view.Say.Phrase("time.late", ("duration", view.Length(elapsed - clock.Target)));

    /// <summary>"25 working minutes left".</summary>
    public static Phrase Left(HandoffView view, SlaClock clock) =>
        view.Say.Phrase("time.left", ("duration", view.Length(clock.Target - view.Elapsed(clock))));

    private static string By(HandoffView view, string key, SlaClock clock) =>
        view.Say.Text(key, ("time", view.Moments.At(clock.DueAt)), ("left", Left(view, clock)));

    private static string Late(HandoffView view, string key, string keyForOthers, SlaClock clock)
    {
        var isTheirs = view.IsOwners || view.Notice is { To.Id: var reader } && reader == view.Handoff.Owner?.Id;
        return view.Say.Text(view.IsMarketings || (view.Handoff.IsOwned && !isTheirs) ? keyForOthers : key, ("late", Late(view, view.Elapsed(clock), clock)));
    }
}
