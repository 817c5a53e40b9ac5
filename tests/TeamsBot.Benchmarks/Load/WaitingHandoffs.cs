using System.Text;
using TeamsBot.Domain;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Activities;
using TeamsBot.Protocol.Connector;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load;

/// <summary>
/// Handoffs that wait to be accepted, as the bot leaves them: stored, with a card in the channel of each tenant that is
/// set up. Written straight into the store, since the bot itself would rightly post no faster than Teams allows.
/// </summary>
internal sealed class WaitingHandoffs(FakeConnector connector, ITables tables, Organisations organisations)
{
    private readonly ConversationStore conversations = new(tables);
    private readonly PeopleStore people = new(tables);
    private readonly LeadStore leads = new(tables);
    private readonly HandoffStore handoffs = new(tables);
    private readonly CopyStore copies = new(tables, TimeProvider.System);
    private readonly ConnectorClient teams = new(
        new HttpClient(),
        credential: null,
        new ConnectorOptions { AllowLoopback = true },
        new SendBudget(new SendLimits { SendsPerConversation = [], PerTenant = [] }, TimeProvider.System),
        TimeProvider.System);

    /// <summary>One after the other in each tenant by turns.</summary>
    public async Task<PostedCard[]> PrepareAsync(int count, CancellationToken cancel)
    {
        await tables.CreateAsync(TableNames.All, cancel);
        await Parallel.ForAsync(0, organisations.Tenants, cancel, async (tenant, token) => await SetUpAsync(tenant, token));
        var cards = new PostedCard[count];
        await Parallel.ForAsync(0, count, cancel, async (number, token) => cards[number] = await HandOverAsync(number, token));
        return cards;
    }

    private async Task SetUpAsync(int tenant, CancellationToken cancel)
    {
        var (team, channel) = (Organisations.Team(tenant), Organisations.Channel(tenant));
        await people.ChangeAsync(
            Organisations.Tenant(tenant), known => known with { SalesChannels = [new(channel, team, "Sales", "DACH")] }, cancel);
        await conversations.ChangeAsync(
            ConversationStore.Channel(channel),
            _ => new Conversation(channel, connector.ServiceUrl, Organisations.Tenant(tenant)) { Team = team },
            cancel);
        for (var number = 0; number < organisations.PeopleInEach; number++)
        {
            var member = organisations.Member(tenant, number);
            await conversations.AddMemberAsync(team, new(new(new PersonId(member.AadObjectId), member.Name), member.Id), cancel);
        }
    }

    private async Task<PostedCard> HandOverAsync(int number, CancellationToken cancel)
    {
        var tenant = number % organisations.Tenants;
        var channel = Organisations.Channel(tenant);
        var lead = SampleLeads.Lead($"L-{number}");
        await leads.SaveAsync([lead], new Coverage([], []), cancel);
        var stored = await handoffs.LeadAsync(lead.Id, cancel);
        var handoff = SampleLeads.Waiting(lead, Organisations.Tenant(tenant), channel, TimeProvider.System.Now);
        if (!await handoffs.AddAsync(handoff, stored!.Value, stored.ETag, "benchmark", cancel))
        {
            throw new InvalidOperationException("A prepared handoff was not stored.");
        }

        var message = MessageFactory.AdaptiveCard(new RawJson(Encoding.UTF8.GetBytes("""{"type":"AdaptiveCard","version":"1.5"}""")));
        var posted = await teams.CreateChannelThreadAsync(connector.ServiceUrl, Organisations.Tenant(tenant), channel, message, cancel);
        await copies.SaveAsync(handoff.Id, new(new(Audience.Channel, null), posted.Id!, posted.ActivityId, handoff.Version, default), cancel);
        return new(tenant, handoff.Id.ToString(), posted.Id!, posted.ActivityId!);
    }
}
