using TeamsBot.Domain.People;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Setup;

/// <summary>Baton comes to a team or to a person, leaves, and sees members come and go.</summary>
public sealed class Installation(ConversationStore conversations, PeopleStore people, TeamMembers members, WorkQueue queue)
{
    /// <summary>Takes note; true when it is to be greeted, which is once, however often Teams tells of the same installation.</summary>
    public async Task<bool> AddedAsync(Turn turn, CancellationToken cancel)
    {
        if (turn.Team is { } team)
        {
            await JoinAsync(turn, team, cancel);
        }

        var partition = turn.IsPersonal ? ConversationStore.Personal(turn.Person.Id) : ConversationStore.Channel(turn.ConversationId);
        var (_, first) = await conversations.ChangeAsync(
            partition,
            known => known is null ? NewConversation(turn) with { Welcomed = true } : known with { Welcomed = true },
            cancel);
        return first;
    }

    /// <summary>Nothing can be written there any more; the next installation greets again.</summary>
    public async Task RemovedAsync(Turn turn, CancellationToken cancel)
    {
        var partition = turn.IsPersonal ? ConversationStore.Personal(turn.Person.Id) : ConversationStore.Channel(turn.ConversationId);
        await conversations.ChangeAsync(
            partition,
            known => (known ?? NewConversation(turn)) with { Welcomed = false, ClosedBecause = "Removed" },
            cancel);
    }

    public async Task MembersChangedAsync(Turn turn, CancellationToken cancel)
    {
        if (turn.Team is not { } team)
        {
            return;
        }

        var tenant = turn.Organisation.TenantId;
        foreach (var account in turn.Activity.MembersRemoved ?? [])
        {
            if (account.AadObjectId is { Length: > 0 } id)
            {
                await members.RemoveAsync(tenant, team, new PersonId(id), cancel);
            }
        }

        if (turn.Activity.MembersAdded is { Count: > 0 })
        {
            await queue.PlanAsync(TeamMembers.WorkKind, team, turn.Now, cancel);
        }
    }

    private async Task JoinAsync(Turn turn, string team, CancellationToken cancel)
    {
        var tenant = turn.Organisation.TenantId;
        var organisation = await people.ChangeAsync(tenant, known => known.Installer is null ? known with { Installer = turn.Person.Ref } : known, cancel);

        // The team's first channel has the team's own id; the roster is asked for under it.
        await conversations.ChangeAsync(
            ConversationStore.Channel(team),
            known => known ?? NewConversation(turn) with { Id = team, Name = null },
            cancel);
        await OpenAsync(organisation, team, cancel);
        await queue.PlanAsync(TeamMembers.WorkKind, team, turn.Now, cancel);
    }

    // The team's channels that refused Baton take it again; one that does not says so at the next message.
    private async Task OpenAsync(Organisation organisation, string team, CancellationToken cancel)
    {
        var channels = organisation.SalesChannels.Where(channel => channel.Team == team).Select(channel => channel.Id);
        foreach (var channel in organisation is { MarketingTeam: { } marketing, MarketingChannel: { } its } && marketing == team ? channels.Append(its) : channels)
        {
            if (await conversations.FindAsync(ConversationStore.Channel(channel), cancel) is { Value.ClosedBecause: not null })
            {
                await conversations.ChangeAsync(ConversationStore.Channel(channel), known => known! with { ClosedBecause = null }, cancel);
            }
        }
    }

    private static Conversation NewConversation(Turn turn) => new(turn.ConversationId, turn.Activity.ServiceUrl!, turn.Organisation.TenantId)
    {
        Team = turn.Team,
        Name = turn.Activity.ChannelData?.Channel?.Name,
    };
}
