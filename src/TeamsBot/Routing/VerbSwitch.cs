using TeamsBot.Features.Agreement;
using TeamsBot.Features.Announcements;
using TeamsBot.Features.Duplicates;
using TeamsBot.Features.Feedback;
using TeamsBot.Features.Handoffs;
using TeamsBot.Features.LeadRouting;
using TeamsBot.Features.Operators;
using TeamsBot.Features.Privacy;
using TeamsBot.Features.Questions;
using TeamsBot.Features.Setup;
using TeamsBot.Features.Sla;
using TeamsBot.Protocol.Activities;
using TeamsBot.Text;

namespace TeamsBot.Routing;

/// <summary>A button on a card, to the feature that does it.</summary>
public sealed class VerbSwitch(
    CommandSwitch commands, HandoffSwitch handoffs, SetupFlow setup, SlaCommands sla, AgreementSwitch agreement, QuestionDesk questions,
    AnnouncementSwitch announcements, PrivacyCommands privacy, OperatorSwitch operators, RouteSwitch routes, FeedbackDesk feedback, DuplicatesDesk duplicates)
{
    public Task<AdaptiveCardInvokeResponse> RunAsync(Turn turn, string? verb, CardInput input, CancellationToken cancel) => verb switch
    {
        _ when IsOf("handoff.", verb) => handoffs.RunAsync(turn, verb!, input, cancel),
        SetupVerbs.Save => setup.SaveAsync(turn, input, cancel),
        SetupVerbs.Change => setup.ChangeAsync(turn, cancel),
        SetupVerbs.AddChannel => setup.AddChannelAsync(turn, input, cancel),
        SlaVerbs.Export => sla.ExportAsync(turn, input, cancel),
        _ when IsOf("agreement.", verb) => agreement.RunAsync(turn, verb!, input, cancel),
        QuestionVerbs.Choose or QuestionVerbs.FollowUp => questions.ShowAsync(turn, input, cancel),
        QuestionVerbs.File => questions.OfferFileAsync(turn, input, cancel),
        QuestionVerbs.Define => questions.DefineAsync(turn, input),
        RouteVerbs.Look or RouteVerbs.Away or RouteVerbs.Back => routes.RunAsync(turn, verb, input, cancel),
        FeedbackVerbs.Show => feedback.ShowAsync(turn, input, cancel),
        FeedbackVerbs.List => feedback.ListAsync(turn, cancel),
        FeedbackVerbs.Back => feedback.BackAsync(turn, input, cancel),
        PrivacyVerbs.Forget => privacy.ConfirmAsync(turn, input, cancel),
        OperatorVerbs.Status or OperatorVerbs.Parked or OperatorVerbs.Retry or OperatorVerbs.RetryAll or OperatorVerbs.Drop or OperatorVerbs.DropNow =>
            operators.RunAsync(turn, verb, input, cancel),
        DuplicateVerbs.View or DuplicateVerbs.Same or DuplicateVerbs.Different or DuplicateVerbs.Later or DuplicateVerbs.Undo => duplicates.RunAsync(turn, verb, input, cancel),
        Anatomy.SayVerb => SayAsync(turn, input, cancel),
        _ => announcements.RunAsync(turn, verb, input, cancel),
    };

    private static bool IsOf(string family, string? verb) => verb?.StartsWith(family, StringComparison.Ordinal) == true;

    private async Task<AdaptiveCardInvokeResponse> SayAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        (await commands.RunAsync(turn, input.Text("text") ?? "", cancel)).ToInvoke();
}
