using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Storage.ReadModel;

/// <summary>What the channels of handoffs are called and which team they belong to, read once for each organisation.</summary>
internal sealed class SalesChannels(PeopleStore people)
{
    private readonly Dictionary<string, Organisation> known = new(StringComparer.Ordinal);

    /// <summary>Learns the channels of these handoffs' organisations.</summary>
    public async Task LearnAsync(IEnumerable<Handoff> handoffs, CancellationToken cancel)
    {
        foreach (var handoff in handoffs.Where(handoff => !known.ContainsKey(handoff.Tenant)))
        {
            known[handoff.Tenant] = (await people.OrganisationAsync(handoff.Tenant, cancel)).Value;
        }
    }

    /// <summary>The channel by its name; by its id where the organisation does not have it any more.</summary>
    public string NameOf(Handoff handoff) => Find(handoff)?.Name is { Length: > 0 } name ? name : handoff.Channel;

    public string? TeamOf(Handoff handoff) => Find(handoff)?.Team;

    private SalesChannel? Find(Handoff handoff) => known.GetValueOrDefault(handoff.Tenant)?.FindChannel(handoff.Channel);
}
