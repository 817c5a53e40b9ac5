using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>Why sales does not take a lead. Each reason says what follows from it, so that one choice is enough.</summary>
internal static class RejectForm
{
    public static AdaptiveAction Of(HandoffView view) => Anatomy.Form(
        view.Say,
        "reject-form",
        view.Say.Text("button.reject"),
        HandoffButtons.Send(view, "handoff-reject", "button.rejectLead", HandoffVerbs.Reject),
        [
            HandoffButtons.Choice(view, "reason", "reject.label", "reject.choose", "reject.missing", Reasons(view)),
            .. Day(view),
            .. Channel(view),
            HandoffButtons.Note(view, "note", "reject.note"),
        ]);

    // "Something else" comes last.
    private static IEnumerable<AdaptiveChoice> Reasons(HandoffView view) =>
        from reason in Enum.GetValues<RejectionReason>().OrderBy(reason => reason == RejectionReason.Other)
        let words = view.Say.Text("reject.choice", ("reason", new Phrase(ReasonWords.Alone(ReasonWords.Of(reason, view.Say)))), ("follows", new Phrase(FollowWords.Ahead(view, view.Rejections[reason]))))
        select new AdaptiveChoice(words, reason.ToString());

    private static IEnumerable<AdaptiveElement> Day(HandoffView view) => !view.Rejections.Values.Any(terms => terms.Do == Consequence.Recycle) ? [] :
    [
        new AdaptiveDateInput { Id = "until", Label = view.Say.Text("reject.until"), Min = view.Moments.Today.PlusDays(1).ToDateOnly() },
    ];

    // Of two channels the other one is meant.
    private static IEnumerable<AdaptiveElement> Channel(HandoffView view) =>
        view.OtherChannels.Count < 2 || !view.Rejections.Values.Any(terms => terms.Do == Consequence.Reroute) ? [] :
        [
            HandoffButtons.Choice(view, "to", "reject.to", "channelChoice.choose", "channelChoice.missing", view.OtherChannels.Select(channel => new AdaptiveChoice(view.Say.Value(channel.Name), channel.Id)))
                with { IsRequired = false, ErrorMessage = null },
        ];
}
