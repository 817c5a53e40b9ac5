using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;

namespace TeamsBot.Features.Handoffs;

/// <summary>The buttons of a handoff's cards, each to what it does.</summary>
public sealed class HandoffSwitch(HandoffClicks handoff, RejectionClicks rejection, FeedbackClicks heard, HandOffCommand handOff)
{
    public Task<AdaptiveCardInvokeResponse> RunAsync(Turn turn, string verb, CardInput input, CancellationToken cancel) => verb switch
    {
        HandoffVerbs.Accept => handoff.AcceptAsync(turn, input, cancel),
        HandoffVerbs.Reject => rejection.RejectAsync(turn, input, cancel),
        HandoffVerbs.Dispute => rejection.DisputeAsync(turn, input, cancel),
        HandoffVerbs.Stands => rejection.StandsAsync(turn, input, cancel),
        HandoffVerbs.Overrule => rejection.OverruleAsync(turn, input, cancel),
        HandoffVerbs.Again => handOff.AgainAsync(turn, input, cancel),
        HandoffVerbs.Ask => handoff.AskAsync(turn, input, cancel),
        HandoffVerbs.Answer => handoff.AnswerAsync(turn, input, cancel),
        HandoffVerbs.Contacted => handoff.ContactedAsync(turn, input, cancel),
        HandoffVerbs.Qualified => handoff.QualifiedAsync(turn, input, cancel),
        HandoffVerbs.Recycle => handoff.RecycleAsync(turn, input, cancel),
        HandoffVerbs.Heard => heard.HeardAsync(turn, input, cancel),
        HandoffVerbs.Helped => heard.HelpedAsync(turn, input, cancel),
        HandoffVerbs.Quote => heard.QuoteAsync(turn, input, cancel),
        HandoffVerbs.Reassign => handoff.ReassignAsync(turn, input, cancel),
        HandoffVerbs.Take => handoff.TakeAsync(turn, input, cancel),
        HandoffVerbs.Pass => handoff.PassAsync(turn, input, cancel),
        HandoffVerbs.View => handoff.ViewAsync(turn, input, cancel),
        HandoffVerbs.Details => handoff.DetailsAsync(turn, input, cancel),
        HandoffVerbs.Why => handoff.WhyAsync(turn, input, cancel),
        HandoffVerbs.Request => handOff.PickAsync(turn, input, cancel),
        _ => Task.FromResult(Answer.Unknown(turn)),
    };
}
