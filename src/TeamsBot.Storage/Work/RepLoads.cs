using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Storage.Work;

/// <summary>Counts what reps have on their hands, from the first time that one is in a pool.</summary>
public sealed class RepLoads(RoutingStore store, OwnerIndex owners, HandoffStore handoffs)
{
    // More than anybody works on at a time.
    private const int MostCounted = 100;

    /// <summary>The rows of a pool with the load of every member: who is met for the first time has what they have already.</summary>
    public async Task<RoutingRows> CountedAsync(string tenant, string pool, IReadOnlyList<PersonId> members, HandoffId? handoff, CancellationToken cancel)
    {
        var rows = await store.LoadAsync(tenant, pool, members, handoff, cancel);
        if (!rows.Loads.Contains(null))
        {
            return rows;
        }

        foreach (var (index, member) in members.Index().Where(one => rows.Loads[one.Index] is null))
        {
            await BeginAsync(tenant, member, cancel);
        }

        return await store.LoadAsync(tenant, pool, members, handoff, cancel);
    }

    /// <summary>What a handoff changes in whose hands it is.</summary>
    public Task FollowAsync(Handoff handoff, CancellationToken cancel) => store.FollowAsync(handoff.Tenant, handoff.Id, handoff.OnHandsOf?.Id, cancel);

    // From the first row on every change is followed, so what is counted twice is one seat, and nothing is missed.
    private async Task BeginAsync(string tenant, PersonId rep, CancellationToken cancel)
    {
        await store.BeginAsync(tenant, rep, cancel);
        foreach (var id in await owners.OfAsync(rep, MostCounted, cancel))
        {
            if (await handoffs.LoadAsync(id, cancel) is { Handoff: var handoff } && handoff.Tenant == tenant && handoff.OnHandsOf?.Id == rep)
            {
                await FollowAsync(handoff, cancel);
            }
        }
    }
}
