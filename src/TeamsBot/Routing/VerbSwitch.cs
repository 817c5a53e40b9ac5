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
    CommandSwitch commands, HandoffClicks handoff, RejectionClicks rejection, FeedbackClicks heard, HandOffCommand handOff, SetupFlow setup, SlaCommands sla, AgreementDesk agreement, AgreementChange change,
    QuestionDesk questions, AnnouncementSwitch announcements, PrivacyCommands privacy, OperatorSwitch operators, RouteCommands route, AwayCommands away, FeedbackDesk feedback, DuplicatesDesk duplicates)
{
    public Task<AdaptiveCardInvokeResponse> RunAsync(Turn turn, string? verb, CardInput input, CancellationToken cancel) => verb switch
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
        SetupVerbs.Save => setup.SaveAsync(turn, input, cancel),
        SetupVerbs.Change => setup.ChangeAsync(turn, cancel),
        SetupVerbs.AddChannel => setup.AddChannelAsync(turn, input, cancel),
        SlaVerbs.Export => sla.ExportAsync(turn, input, cancel),
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
        QuestionVerbs.Choose or QuestionVerbs.FollowUp => questions.ShowAsync(turn, input, cancel),
        QuestionVerbs.File => questions.OfferFileAsync(turn, input, cancel),
        QuestionVerbs.Define => questions.DefineAsync(turn, input),
        RouteVerbs.Look => route.PickAsync(turn, input, cancel),
        RouteVerbs.Away => away.SaveAsync(turn, input, cancel),
        RouteVerbs.Back => away.BackAsync(turn, input, cancel),
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

    private async Task<AdaptiveCardInvokeResponse> SayAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        (await commands.RunAsync(turn, input.Text("text") ?? "", cancel)).ToInvoke();
}
