using TeamsBot.Domain.Handoffs;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>What has to happen next, and by when. The time comes first: what is left ages.</summary>
internal static class DeadlineWords
{
    /// <summary>With the time that is left: "Answer by 14:30, 25 minutes left". Null when no clock runs.</summary>
    public static string? Of(HandoffView view) => view.Handoff.State switch
    {
        HandoffState.Waiting when view.IsOverdue => Late(view, "due.answerNow", "due.noAnswerYet", view.Handoff.AcceptBy),
        HandoffState.Waiting => Left(view, "due.answerLeft", "due.salesAnswersLeft", view.Handoff.AcceptBy),
        HandoffState.Accepted when view.IsContactOverdue => Late(view, "due.contactNow", "due.noContactYet", view.Handoff.ContactBy!.Value),
        HandoffState.Accepted => Left(view, "due.contactLeft", "due.contactLeft", view.Handoff.ContactBy!.Value),
        _ => null,
    };

    /// <summary>The bare time, for the notification and for a fact: "Answer by 14:30".</summary>
    public static string? Bare(HandoffView view) => view.Handoff.State switch
    {
        HandoffState.Waiting => view.Say.Text("due.answer", ("time", view.Moments.At(view.Handoff.AcceptBy))),
        HandoffState.Accepted => view.Say.Text("due.contact", ("time", view.Moments.At(view.Handoff.ContactBy!.Value))),
        _ => null,
    };

    private static string Left(HandoffView view, string key, string keyForMarketing, NodaTime.Instant until) =>
        view.Say.Text(view.IsMarketings ? keyForMarketing : key, ("time", view.Moments.At(until)), ("left", view.Moments.Left(until)));

    private static string Late(HandoffView view, string key, string keyForOthers, NodaTime.Instant since) =>
        view.Say.Text(view.IsMarketings || (view.Handoff.IsOwned && !view.IsOwners) ? keyForOthers : key, ("late", view.Moments.Late(since)));
}
