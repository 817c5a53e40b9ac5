using TeamsBot.Features.Setup;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;

namespace TeamsBot.Routing;

/// <summary>One activity, to what handles its type. Types that nobody handles are taken note of and answered with success.</summary>
public sealed class ActivityRouter(TurnFactory turns, CommandSwitch commands, InvokeSwitch invokes, Installation installation, ConnectorClient connector)
{
    /// <summary>The answer to the activity; null unless it is an invoke.</summary>
    public async Task<InvokeResponse?> RouteAsync(Activity activity, CancellationToken cancel)
    {
        if (await turns.CreateAsync(activity, cancel) is not { } turn)
        {
            return activity.Type == ActivityTypes.Invoke ? InvokeResponse.BadRequest : null;
        }

        if (activity.Type == ActivityTypes.Invoke)
        {
            return await invokes.RunAsync(turn, cancel);
        }

        if (await HandleAsync(turn, cancel) is { } reply && reply.ToMessage() is { } message)
        {
            await connector.SendToConversationAsync(activity.GetConversationReference(), message, cancel);
        }

        return null;
    }

    private async Task<Reply?> HandleAsync(Turn turn, CancellationToken cancel)
    {
        switch (turn.Activity)
        {
            case { Type: ActivityTypes.Message, Text.Length: > 0 } message when !message.IsInsertedCard():
                return await commands.RunAsync(turn, message.TextWithoutRecipientMention(), cancel);
            case { Type: ActivityTypes.InstallationUpdate, Action: InstallationUpdateActions.Add or InstallationUpdateActions.AddUpgrade }:
                return await installation.AddedAsync(turn, cancel) ? await commands.GreetAsync(turn, cancel) : null;
            case { Type: ActivityTypes.InstallationUpdate }:
                await installation.RemovedAsync(turn, cancel);
                return null;
            case { Type: ActivityTypes.ConversationUpdate }:
                await installation.MembersChangedAsync(turn, cancel);
                return null;
            default:
                return null;
        }
    }
}
