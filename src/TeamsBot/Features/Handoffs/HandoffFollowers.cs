using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Handoffs;

/// <summary>What is kept elsewhere of a handoff and follows it: who has it, and what happened.</summary>
public sealed class HandoffFollowers(OwnerIndex owners, RepLoads loads, AgreementStore agreements, JournalStore journal)
{
    /// <param name="posted">The copies that were shown so far; owners of before are known by theirs.</param>
    public async Task FollowAsync(Handoff handoff, Lead lead, IReadOnlyList<PostedCopy> posted, CancellationToken cancel)
    {
        await journal.FollowAsync(handoff, cancel);
        foreach (var copy in posted.Where(copy => copy.Copy.Audience == Audience.Owner && copy.Version < handoff.Version))
        {
            await (HandoffViews.Owns(handoff, copy.Copy.Person!.Id)
                ? owners.AddAsync(copy.Copy.Person.Id, handoff.Id, cancel)
                : owners.RemoveAsync(copy.Copy.Person.Id, handoff.Id, cancel));
        }

        if (handoff is { IsOwned: true, Owner.Id: var owner } && !posted.Any(copy => copy.Copy.Audience == Audience.Owner && copy.Copy.Person!.Id == owner))
        {
            await owners.AddAsync(owner, handoff.Id, cancel);
        }

        // Who takes turns is counted; where nobody does nothing is.
        if ((await agreements.InForceAsync(handoff.Tenant, cancel)).Routing.Pools.Count > 0)
        {
            await loads.FollowAsync(handoff, lead, cancel);
        }
    }
}
