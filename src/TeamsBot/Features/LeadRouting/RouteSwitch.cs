using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;

namespace TeamsBot.Features.LeadRouting;

/// <summary>The buttons of routing's cards, each to what it does.</summary>
public sealed class RouteSwitch(RouteCommands route, AwayCommands away)
{
    public Task<AdaptiveCardInvokeResponse> RunAsync(Turn turn, string verb, CardInput input, CancellationToken cancel) => verb switch
    {
        RouteVerbs.Look => route.PickAsync(turn, input, cancel),
        RouteVerbs.Away => away.SaveAsync(turn, input, cancel),
        RouteVerbs.Back => away.BackAsync(turn, input, cancel),
        _ => Task.FromResult(Answer.Unknown(turn)),
    };
}
