using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;

namespace TeamsBot.Features.Agreement;

/// <summary>The buttons of the agreement's cards, each to what it does.</summary>
public sealed class AgreementSwitch(AgreementDesk agreement, AgreementChange change)
{
    public Task<AdaptiveCardInvokeResponse> RunAsync(Turn turn, string verb, CardInput input, CancellationToken cancel) => verb switch
    {
        AgreementVerbs.View => agreement.ViewAgainAsync(turn, cancel),
        AgreementVerbs.Details => agreement.DetailsAsync(turn, cancel),
        AgreementVerbs.Rubric => agreement.RubricAsync(turn, cancel),
        AgreementVerbs.Suggest => change.SuggestAsync(turn, cancel),
        AgreementVerbs.Targets => change.TargetsAsync(turn, cancel),
        AgreementVerbs.SaveTargets => change.SaveTargetsAsync(turn, input, cancel),
        AgreementVerbs.Hours => change.HoursAsync(turn, input, cancel),
        AgreementVerbs.SaveHours => change.SaveHoursAsync(turn, input, cancel),
        AgreementVerbs.Document => change.DocumentAsync(turn, cancel),
        AgreementVerbs.SaveDocument => change.SaveDocumentAsync(turn, input, cancel),
        _ => Task.FromResult(Answer.Unknown(turn)),
    };
}
