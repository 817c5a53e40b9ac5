using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Setup;

/// <summary>Learns who is in a team, from which follow the roles of those whom no admin gave one by name.</summary>
public sealed class TeamMembers(ConnectorClient connector, ConversationStore conversations, PeopleStore people) : IWorkHandler
{
    public const string WorkKind = "team.members";

    public string Kind => WorkKind;

    /// <summary>Reads the roster of the team that the item's key names.</summary>
    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (await conversations.FindAsync(ConversationStore.Channel(item.Key), cancel) is not { Value: var team })
        {
            return WorkOutcome.Nothing;
        }

        await foreach (var member in connector.GetMembersAsync(TeamsPost.At(team), cancel))
        {
            if (member.Id is { Length: > 0 } teamsId && member.GetAadObjectId() is { Length: > 0 } id)
            {
                await AddAsync(team.TenantId, item.Key, new(new(new PersonId(id), member.Name ?? teamsId), teamsId), cancel);
            }
        }

        return WorkOutcome.Done;
    }

    public async Task AddAsync(string tenant, string team, Member member, CancellationToken cancel)
    {
        await conversations.AddMemberAsync(team, member, cancel);
        await people.ChangeAsync(
            tenant,
            member.Person.Id,
            known => (known ?? new Person(member.Person.Id, member.Person.Name)) switch
            {
                var person when person.Teams.Contains(team) && person.TeamsId == member.TeamsId => person,
                var person => person with { TeamsId = member.TeamsId, Teams = [.. person.Teams.Where(other => other != team), team] },
            },
            cancel);
    }

    public async Task RemoveAsync(string tenant, string team, PersonId id, CancellationToken cancel)
    {
        await conversations.RemoveMemberAsync(team, id, cancel);
        if (await people.PersonAsync(tenant, id, cancel) is not null)
        {
            await people.ChangeAsync(
                tenant,
                id,
                known => known!.Teams.Contains(team) ? known with { Teams = [.. known.Teams.Where(other => other != team)] } : known,
                cancel);
        }
    }
}
