using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Storage.Work;

/// <summary>Counts what reps have on their hands, from the first time that one is in a pool.</summary>
public sealed class RepLoads(RoutingStore store, CompanyReps companies, OwnerIndex owners, HandoffStore handoffs)
{
    // More than anybody works on at a time.
    private const int MostCounted = 100;

    /// <summary>The rows of a pool with the load of every member: who is met for the first time has what they have already.</summary>
    public async Task<RoutingRows> CountedAsync(string tenant, string pool, IReadOnlyList<PersonId> members, HandoffId? handoff, CancellationToken cancel)
    {
        var rows = await store.LoadAsync(tenant, pool, members, handoff, cancel);
        if (rows.Loads.All(IsCounted))
        {
            return rows;
        }

        foreach (var (_, member) in members.Index().Where(one => !IsCounted(rows.Loads[one.Index])))
        {
            await CountAsync(tenant, member, cancel);
        }

        return await store.LoadAsync(tenant, pool, members, handoff, cancel);
    }

    /// <summary>Follows a handoff: on whose hands it is, and who has a lead of its company.</summary>
    public async Task FollowAsync(Handoff handoff, Lead lead, CancellationToken cancel)
    {
        await store.FollowAsync(handoff.Tenant, handoff.Id, handoff.OnHandsOf?.Id, cancel);
        await companies.FollowAsync(handoff, lead, cancel);
    }

    private static bool IsCounted(Stored<Workload>? load) => load is { Value.IsCounted: true };

    // From the first row on every change is followed, so nothing is missed; what several count at once is one seat each.
    private async Task CountAsync(string tenant, PersonId rep, CancellationToken cancel)
    {
        await store.BeginAsync(tenant, rep, cancel);
        foreach (var id in await owners.OfAsync(rep, MostCounted, cancel))
        {
            if (await handoffs.LoadAsync(id, cancel) is { Handoff: var handoff, Lead: var lead } && handoff.Tenant == tenant && handoff.Owner?.Id == rep)
            {
                await FollowAsync(handoff, lead, cancel);
            }
        }

        await store.CountedAsync(tenant, rep, cancel);
    }
}
