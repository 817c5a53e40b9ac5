using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>The buttons of a notice whose matter is still open; the server decides again whether they are allowed.</summary>
internal static class NoticeButtons
{
    public static IReadOnlyList<AdaptiveAction> Of(HandoffView view, Notice notice) => (notice.Kind, notice.Clock) switch
    {
        (NoticeKind.Head or NoticeKind.CatchAll, _) => [.. AssignNext(view), .. Assign(view), Take(view, "button.takeIt", primary: false), HandoffButtons.Details(view, inMenu: true)],
        (NoticeKind.Offer, ClockKind.Contact) => [Take(view, "button.takeOver", primary: true), HandoffButtons.Details(view, inMenu: true)],
        (_, ClockKind.Accept) when view.Handoff.OfferEndsAt is not null && NoticeWords.IsFirst(view, notice) =>
            [HandoffButtons.Accept(view), HandoffButtons.Reject(view), HandoffButtons.Button(view, "handoff-pass", "button.pass", HandoffVerbs.Pass), HandoffButtons.Details(view, inMenu: true)],
        (_, ClockKind.Accept) => [HandoffButtons.Accept(view), HandoffButtons.Reject(view), HandoffButtons.Details(view, inMenu: true)],
        _ when notice.To is not null => [HandoffButtons.Contacted(view), HandoffButtons.Details(view, inMenu: true)],
        _ => [HandoffButtons.Details(view, inMenu: false)],
    };

    private static IEnumerable<AdaptiveAction> AssignNext(HandoffView view) => view.Next is not { Offers: true, Person: { } person } ? [] :
    [
        HandoffButtons.Primary(Anatomy.Button(
            "handoff-assign",
            view.Say.Text("button.assignTo", ("person", LeadWords.Cut(person.Name, 22))),
            HandoffVerbs.Reassign,
            HandoffButtons.Data(view, ("to", person.Id.Value)))),
    ];

    private static IEnumerable<AdaptiveAction> Assign(HandoffView view) => view.Colleagues.Count == 0 ? [] : [HandoffButtons.ReassignForm(view, "button.someoneElse", "button.assignLead")];

    private static AdaptiveAction Take(HandoffView view, string title, bool primary)
    {
        var button = HandoffButtons.Button(view, "handoff-take", title, HandoffVerbs.Take);
        return primary ? HandoffButtons.Primary(button) : button;
    }
}
