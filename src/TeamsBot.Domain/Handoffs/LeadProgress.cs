using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Leads;

namespace TeamsBot.Domain.Handoffs;

/// <summary>What a handoff does to the lead that it carries.</summary>
public static class LeadProgress
{
    /// <summary>
    /// The lead with the stage and the owner that follow from its handoff. A lead that is a customer, or has a proposal
    /// out, keeps its stage: a further handoff does not undo a sale.
    /// </summary>
    public static Lead Following(this Lead lead, Handoff handoff) => lead with
    {
        Stage = lead.Stage is FunnelStage.Proposal or FunnelStage.Won or FunnelStage.Retained ? lead.Stage : StageOf(handoff),
        Owner = handoff.Owner?.Name ?? lead.Owner,
    };

    private static FunnelStage StageOf(Handoff handoff) => handoff.State switch
    {
        HandoffState.Waiting => FunnelStage.HandedOff,
        HandoffState.Accepted or HandoffState.Contacted => FunnelStage.Accepted,
        HandoffState.Qualified => FunnelStage.Qualified,
        HandoffState.Rejected => StageAfter(handoff.Rejection!.Follows),
        HandoffState.Recycled => FunnelStage.Recycled,
        _ => throw new ArgumentOutOfRangeException(nameof(handoff), handoff.State, "No such state."),
    };

    // What goes on to another channel, or back to marketing, is as ready for sales as it was.
    private static FunnelStage StageAfter(Consequence follows) => follows switch
    {
        Consequence.Recycle => FunnelStage.Recycled,
        Consequence.Mend or Consequence.Reroute => FunnelStage.Intent,
        _ => FunnelStage.Disqualified,
    };
}
