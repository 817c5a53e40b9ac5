using TeamsBot.Features.Agreement;
using TeamsBot.Features.Announcements;
using TeamsBot.Features.Duplicates;
using TeamsBot.Features.Feedback;
using TeamsBot.Features.Handoffs;
using TeamsBot.Features.Help;
using TeamsBot.Features.AssignRoles;
using TeamsBot.Features.LeadRouting;
using TeamsBot.Features.Operators;
using TeamsBot.Features.Privacy;
using TeamsBot.Features.Questions;
using TeamsBot.Features.Setup;
using TeamsBot.Features.Sla;
using TeamsBot.Text;

namespace TeamsBot.Routing;

/// <summary>What somebody typed, to the feature that answers it.</summary>
public sealed class CommandSwitch(
    HandOffCommand handOff, MyLeadsCommand myLeads, RolesCommands roles, SetupFlow setup, SlaCommands sla, AgreementDesk agreement,
    QuestionDesk questions, AnnouncementDesk announcements, CampaignsDesk campaigns, PrivacyCommands privacy, StatusDesk status, RouteCommands route, AwayCommands away, FeedbackDesk feedback, DuplicatesDesk duplicates)
{
    /// <param name="text">What was typed to the bot, without the mention of it.</param>
    public Task<Reply> RunAsync(Turn turn, string text, CancellationToken cancel) =>
        Commands.Recognise(text) switch
        {
            Command.HandOff command => handOff.RunAsync(turn, command, cancel),
            Command.MyLeads => myLeads.RunAsync(turn, cancel),
            Command.Roles => roles.ShowAsync(turn, cancel),
            Command.AssignRole command => roles.AssignAsync(turn, command, cancel),
            Command.SlaStatus command => sla.StatusAsync(turn, command, cancel),
            Command.ExportSla command => sla.ExportAsync(turn, command, cancel),
            Command.Route command => route.RunAsync(turn, command.Lead, cancel),
            Command.Away => away.ShowAsync(turn, cancel),
            Command.Agreement => agreement.ShowAsync(turn, cancel),
            Command.Setup => setup.ShowAsync(turn, cancel),
            Command.Help => Task.FromResult(Help(turn)),
            Command.Status => status.ShowAsync(turn, cancel),
            Command.Announce => announcements.BeginAsync(turn, name: null, cancel),
            Command.Campaigns => campaigns.ListAsync(turn, cancel),
            Command.Duplicates => duplicates.ShowAsync(turn, cancel),
            Command.FunnelStatus command => questions.FunnelAsync(turn, command.Period, cancel),
            Command.Feedback command => feedback.ShowAsync(turn, command.Campaign, cancel),
            Command.Forget command => privacy.ForgetAsync(turn, command.Lead, cancel),
            Command.ExportLead command => privacy.ExportAsync(turn, command.Lead, cancel),
            Command.Unknown { Text: var words } when string.IsNullOrWhiteSpace(words) => Task.FromResult(Help(turn)),
            Command.Unknown unknown => questions.AskAsync(turn, unknown.Text, cancel),
            _ => throw new InvalidOperationException("Every command has a feature."),
        };

    /// <summary>The first words where Baton was installed: to a person what it can do, to a team what is to be set up.</summary>
    public async Task<Reply> GreetAsync(Turn turn, CancellationToken cancel) =>
        turn.IsPersonal ? Help(turn, isFirstMeeting: true) : await setup.ShowAsync(turn, cancel);

    private static Reply Help(Turn turn, bool isFirstMeeting = false) =>
        Reply.Card(HelpCard.Render(new(turn.Say, turn.Person.Name, turn.Roles, turn.Organisation, isFirstMeeting)));
}
