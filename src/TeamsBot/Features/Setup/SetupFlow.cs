using TeamsBot.Domain.People;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Setup;

/// <summary>Asks a team which channel is which and who heads what, and stores the answers. Admins alone may answer.</summary>
public sealed class SetupFlow(ConnectorClient connector, PeopleStore people, ConversationStore conversations)
{
    // More members than this are too many for a list on a card.
    private const int MostMembers = 100;

    public async Task<Reply> ShowAsync(Turn turn, CancellationToken cancel) => turn.Team is null
        ? Reply.Text(turn.Say.Text("setup.inTeam"))
        : Reply.Card(SetupCard.Form(await ViewAsync(turn, turn.Team, cancel)));

    /// <summary>The form anew, filled in with what is stored.</summary>
    public async Task<AdaptiveCardInvokeResponse> ChangeAsync(Turn turn, CancellationToken cancel) => turn.Team is null
        ? Answer.Bad(turn, "setup.inTeam")
        : Answer.Card(SetupCard.Form(await ViewAsync(turn, turn.Team, cancel)));

    public Task<AdaptiveCardInvokeResponse> SaveAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        ApplyAsync(turn, (known, view) => SetupAnswers.Apply(known, input, view), cancel);

    /// <summary>One more sales channel beside those that are set up.</summary>
    public Task<AdaptiveCardInvokeResponse> AddChannelAsync(Turn turn, CardInput input, CancellationToken cancel) =>
        ApplyAsync(turn, (known, view) => SetupAnswers.AddChannel(known, input, view), cancel);

    private async Task<AdaptiveCardInvokeResponse> ApplyAsync(
        Turn turn, Func<Organisation, SetupView, SetupResult> apply, CancellationToken cancel)
    {
        if (turn.Team is not { } team)
        {
            return Answer.Bad(turn, "setup.inTeam");
        }

        if (!MaySetUp(turn))
        {
            return Answer.Bad(turn, "refused.setup");
        }

        var view = await ViewAsync(turn, team, cancel);
        string? error = null;
        var saved = await people.ChangeAsync(
            turn.Organisation.TenantId,
            known =>
            {
                (var changed, error) = apply(known, view);
                return error is null ? changed with { Installer = changed.Installer ?? turn.Person.Ref } : known;
            },
            cancel);
        if (error is not null)
        {
            return Answer.Card(SetupCard.Form(view with { Error = error }));
        }

        await ReachAsync(turn, team, view.Channels, cancel);
        return Answer.Card(SetupCard.Saved(view with { Current = saved }));
    }

    // Until somebody was seen to install Baton, the first one who sets it up is the installer.
    private static bool MaySetUp(Turn turn) => turn.Actor.Is(Roles.Admin) || turn.Organisation.Installer is null;

    private async Task<SetupView> ViewAsync(Turn turn, string team, CancellationToken cancel)
    {
        var channels = await connector.GetTeamChannelsAsync(turn.Activity.ServiceUrl!, turn.Organisation.TenantId, team, cancel);
        var members = await conversations.MembersAsync(team, MostMembers, cancel);
        return new SetupView(
            [.. channels.Select(channel => new TeamChannel(channel.Id!, channel.Name ?? turn.Say.Text("setup.general")))],
            [.. members.Select(member => member.Person)],
            turn.Organisation,
            turn.Say)
        {
            Team = team,
        };
    }

    // A channel that was chosen must be there to be written to, also when nobody has spoken in it yet.
    private async Task ReachAsync(Turn turn, string team, IReadOnlyList<TeamChannel> channels, CancellationToken cancel)
    {
        foreach (var channel in channels)
        {
            await conversations.ChangeAsync(
                ConversationStore.Channel(channel.Id),
                known => (known ?? new(channel.Id, turn.Activity.ServiceUrl!, turn.Organisation.TenantId)) with { Team = team, Name = channel.Name },
                cancel);
        }
    }
}
