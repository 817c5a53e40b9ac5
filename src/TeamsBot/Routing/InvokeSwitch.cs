using TeamsBot.Features.Handoffs;
using TeamsBot.Hosting.Files;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.Routing;

/// <summary>An invoke, by its name, to what answers it.</summary>
public sealed class InvokeSwitch(VerbSwitch verbs, Dialogs dialogs, LeadFinder finder, FileConsent consent)
{
    public Task<InvokeResponse> RunAsync(Turn turn, CancellationToken cancel) => turn.Activity.Name switch
    {
        InvokeNames.AdaptiveCardAction => ClickAsync(turn, cancel),
        InvokeNames.ComposeExtensionQuery => finder.FindAsync(turn, cancel),
        InvokeNames.ComposeExtensionFetchTask => dialogs.OpenAsync(turn, cancel),
        InvokeNames.ComposeExtensionSubmitAction => dialogs.SubmitAsync(turn, cancel),
        InvokeNames.FileConsent => consent.AnswerAsync(turn, cancel),
        _ => Task.FromResult(InvokeResponse.NotImplemented),
    };

    private async Task<InvokeResponse> ClickAsync(Turn turn, CancellationToken cancel)
    {
        if (AdaptiveCardInvokeValue.From(turn.Activity) is not { Action: { } action })
        {
            return InvokeResponse.BadRequest;
        }

        return (await verbs.RunAsync(turn, action.Verb, new CardInput(action.Data), cancel)).ToInvokeResponse();
    }
}
