using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Benchmarks.Load;

/// <summary>Tenants as a store remembers them: one team with a sales channel each, heard from at one service URL.</summary>
internal sealed class StoredOrganisations(ITables tables, Organisations organisations, string serviceUrl)
{
    private readonly ConversationStore conversations = new(tables);
    private readonly PeopleStore people = new(tables);

    /// <summary>Makes the tables and stores all tenants.</summary>
    public async Task SetUpAsync(CancellationToken cancel)
    {
        await tables.CreateAsync(TableNames.All, cancel);
        await Parallel.ForAsync(0, organisations.Tenants, cancel, async (tenant, token) => await SetUpAsync(tenant, token));
    }

    private async Task SetUpAsync(int tenant, CancellationToken cancel)
    {
        var (team, channel) = (Organisations.Team(tenant), Organisations.Channel(tenant));
        await people.ChangeAsync(
            Organisations.Tenant(tenant), known => known with { SalesChannels = [new(channel, team, "Sales", "DACH")] }, cancel);
        await conversations.ChangeAsync(
            ConversationStore.Channel(channel),
            _ => new Conversation(channel, serviceUrl, Organisations.Tenant(tenant)) { Team = team },
            cancel);
        for (var number = 0; number < organisations.PeopleInEach; number++)
        {
            var member = organisations.Member(tenant, number);
            await conversations.AddMemberAsync(team, new(new(new PersonId(member.AadObjectId), member.Name), member.Id), cancel);
        }
    }
}
