using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>What became of the lead: who has it, since when, after how long against the target, and what comes next.</summary>
internal static class HandoffFacts
{
    public static AdaptiveElement? Of(HandoffView view) => Anatomy.Facts(view.Handoff.State switch
    {
        HandoffState.Rejected => Rejected(view, view.Handoff.Rejection!),
        HandoffState.Recycled => [Owner(view), .. Recycled(view, view.Handoff.Recycling!)],
        _ => [Owner(view), Accepted(view), Contacted(view), Next(view)],
    });

    private static IEnumerable<AdaptiveFact?> Rejected(HandoffView view, Rejection rejection) =>
    [
        Fact(view, "label.by", view.Say.Value(rejection.By.Name)),
        Fact(view, "label.when", After(view, rejection.At, view.Handoff.AcceptClock)),
        view.CanRule ? Fact(view, "label.reason", ReasonWords.Alone(ReasonWords.Of(rejection.Reason, view.Say))) : null, // Elsewhere the first line says it.
        Fact(view, "label.note", view.Say.Given(rejection.Note)),
        Fact(view, "label.next", FollowWords.Of(view, rejection)),
        .. Disputed(view),
    ];

    private static IEnumerable<AdaptiveFact?> Disputed(HandoffView view) => view.Handoff.Dispute is not { } dispute ? [] :
    [
        Fact(view, "label.disputed", view.Say.Text("dispute.by", ("person", dispute.By.Name), ("text", dispute.Text))),
        Fact(view, "label.decided", dispute.Ruling is { } ruling
            ? view.Say.Text(ruling.Stands ? "dispute.stands" : "dispute.overruled", ("person", ruling.By.Name))
            : view.Say.Text("dispute.open", ("people", new Phrase(string.Join(view.Say.Text("list.comma"), dispute.Heads.Select(head => view.Say.Value(head.Name))))))),
    ];

    private static IEnumerable<AdaptiveFact?> Recycled(HandoffView view, Recycling recycling) =>
    [
        Fact(view, "label.reason", ReasonWords.Alone(ReasonWords.Of(recycling.Reason, view.Say))),
        Fact(view, "label.when", view.Moments.At(recycling.At).Text),
    ];

    private static AdaptiveFact? Owner(HandoffView view) =>
        view.Handoff.Owner is { } owner ? Fact(view, "label.owner", view.Say.Value(owner.Name)) : null;

    private static AdaptiveFact? Accepted(HandoffView view) =>
        view.Handoff is { AcceptedAt: { } at, AcceptClock: var clock } ? Fact(view, "label.accepted", After(view, at, clock)) : null;

    private static AdaptiveFact? Contacted(HandoffView view) =>
        view.Handoff is { ContactedAt: { } at, ContactClock: { } clock } ? Fact(view, "label.contacted", After(view, at, clock)) : null;

    private static AdaptiveFact? Next(HandoffView view) =>
        view.Handoff.State == HandoffState.Accepted ? Fact(view, "label.next", view.Say.Text("due.firstContact", ("time", view.Moments.At(view.Handoff.ContactBy!.Value)))) : null;

    private static string After(HandoffView view, Instant at, SlaClock clock) => view.Say.Text(
        "fact.after",
        ("time", view.Moments.At(at)),
        ("elapsed", view.Length(clock.Counted)),
        ("target", view.Moments.InHours(clock.Target)));

    private static AdaptiveFact? Fact(HandoffView view, string labelKey, string? value) => Anatomy.Fact(view.Say.Text(labelKey), value);
}
