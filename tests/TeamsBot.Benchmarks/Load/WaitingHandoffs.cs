using System.Text;
using TeamsBot.Domain;
using TeamsBot.Domain.Handoffs;
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
    private readonly LeadStore leads = new(tables, TimeProvider.System);
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
        await new StoredOrganisations(tables, organisations, connector.ServiceUrl).SetUpAsync(cancel);
        var cards = new PostedCard[count];
        await Parallel.ForAsync(0, count, cancel, async (number, token) => cards[number] = await HandOverAsync(number, token));
        return cards;
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
