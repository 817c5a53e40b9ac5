using TeamsBot.Domain.People;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;

namespace TeamsBot.Features.Operators;

/// <summary>The buttons of the cards for admins, each to what it does. Whoever clicks has to be an admin at that moment.</summary>
public sealed class OperatorSwitch(StatusDesk status, ParkedDesk parked)
{
    public async Task<AdaptiveCardInvokeResponse> RunAsync(Turn turn, string verb, CardInput input, CancellationToken cancel) => verb switch
    {
        _ when !turn.Actor.Is(Roles.Admin) => Answer.Bad(turn, "refused.status"),
        OperatorVerbs.Status => (await status.ShowAsync(turn, cancel)).ToInvoke(),
        OperatorVerbs.Parked => await parked.ShowAsync(turn, cancel),
        OperatorVerbs.Retry => await parked.RetryAsync(turn, input, cancel),
        OperatorVerbs.RetryAll => await parked.RetryAllAsync(turn, cancel),
        OperatorVerbs.Drop => await parked.AskDropAsync(turn, input, cancel),
        OperatorVerbs.DropNow => await parked.DropAsync(turn, input, cancel),
        _ => Answer.Unknown(turn),
    };
}
