using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>The first line of a handoff's card: its state in words. The colour and the tick only repeat it.</summary>
internal sealed record StateWords(string Text, AdaptiveTextColor Color = AdaptiveTextColor.Default, bool Done = false)
{
    public AdaptiveElement Element => Done ? Anatomy.DoneState(Text) : Anatomy.State(Text, Color);

    public static StateWords Of(HandoffView view) => view.Handoff.State switch
    {
        HandoffState.Waiting => Waiting(view),
        HandoffState.Accepted => Accepted(view),
        HandoffState.Contacted => Contacted(view),
        HandoffState.Qualified => new(view.Say.Text("state.qualified", ("time", view.Moments.At(view.Handoff.QualifiedAt!.Value))), Done: true),
        HandoffState.Rejected when view.CanRule => new(view.Say.Text("state.disputed", ("person", view.Handoff.Dispute!.By.Name))),
        HandoffState.Rejected => new(view.Say.Text("state.rejected", ("reason", new Phrase(ReasonWords.Of(view.Handoff.Rejection!.Reason, view.Say))))),
        _ => new(view.Say.Text("state.recycled", ("date", view.Moments.Date(view.Handoff.Recycling!.Until)))),
    };

    private static StateWords Question(HandoffView view, Note question) => view.HasOpenQuestion
        ? new(view.Say.Text("state.question", ("person", question.By.Name)))
        : new(view.Say.Text("state.answered", ("person", question.By.Name)), Done: true);

    private static StateWords Waiting(HandoffView view)
    {
        if (view.IsOverdue)
        {
            return new(view.Say.Text("state.overdue", ("time", view.Moments.At(view.Handoff.AcceptBy))), AdaptiveTextColor.Attention);
        }

        return view.Handoff switch
        {
            { Answer: { } answer } when view.Audience == Audience.Asker => new(view.Say.Text("state.answerFrom", ("person", answer.By.Name))),
            { Question: { } question } when view.IsMarketings => Question(view, question),
            { OfferedTo: { } rep, OfferEndsAt: { } end } => new(view.Say.Text("state.offeredTo", ("person", rep.Name), ("time", view.Moments.At(end)))),
            _ when view.ChannelName is "" => new(view.Say.Text(view.IsMarketings ? "state.handedOver" : "state.new")),
            _ => new(view.Say.Text(view.IsMarketings ? "state.handedTo" : "state.newFor", ("channel", view.ChannelName))),
        };
    }

    private static StateWords Accepted(HandoffView view)
    {
        var (handoff, say) = (view.Handoff, view.Say);
        if (view.IsContactOverdue)
        {
            return new(say.Text("state.contactOverdue", ("time", view.Moments.At(handoff.ContactBy!.Value))), AdaptiveTextColor.Attention);
        }

        var met = handoff.AcceptClock.End == ClockEnd.Met;
        if (view.IsOwners)
        {
            return new(say.Text(met ? "state.yoursInTime" : "state.yours", ("time", view.Moments.At(handoff.AcceptedAt!.Value))), Done: met);
        }

        return met
            ? new(say.Text("state.acceptedInTime"), Done: true)
            : new(say.Text("state.acceptedLate", ("late", DeadlineWords.Late(view, handoff.AcceptClock.Counted, handoff.AcceptClock))));
    }

    private static StateWords Contacted(HandoffView view) => view.Handoff.ContactClock is { End: ClockEnd.Breached } clock
        ? new(view.Say.Text("state.contactedLate", ("late", DeadlineWords.Late(view, clock.Counted, clock))))
        : new(view.Say.Text("state.contactedInTime"), Done: true);
}
