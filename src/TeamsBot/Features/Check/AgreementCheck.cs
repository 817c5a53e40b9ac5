using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Check;

/// <summary>Whether the agreement in force of each organisation can be read, and whether its routing leads to channels and reps that are there.</summary>
internal sealed class AgreementCheck(ITables tables, TextWriter output)
{
    /// <summary>True when all can.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var (people, good) = (new PeopleStore(tables), true);
        var agreements = new AgreementStore(tables, people);
        await foreach (var tenant in people.TenantsAsync(cancel))
        {
            good &= await ReadAsync(agreements, people, tenant, cancel);
        }

        return good;
    }

    private async Task<bool> ReadAsync(AgreementStore agreements, PeopleStore people, string tenant, CancellationToken cancel)
    {
        try
        {
            var routing = (await agreements.InForceAsync(tenant, cancel)).Routing;
            return await LeadsSomewhereAsync(routing, people, tenant, cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not TableException { Error: not TableError.Invalid })
        {
            await output.WriteLineAsync($"Agreement of tenant {tenant}: {problem.Message}");
            return false;
        }
    }

    private async Task<bool> LeadsSomewhereAsync(RoutingPlan routing, PeopleStore people, string tenant, CancellationToken cancel)
    {
        var (organisation, good) = ((await people.OrganisationAsync(tenant, cancel)).Value, true);
        foreach (var pool in routing.Pools)
        {
            if (organisation.FindChannel(pool.Channel) is null)
            {
                good = await SayAsync($"pool \"{pool.Name}\" gives leads to a channel that is not set up, so its rules apply to nothing: change it in the agreement, under \"routing\".");
            }

            var known = await people.PeopleAsync(tenant, [.. pool.Members.Select(member => member.Person.Id)], cancel);
            foreach (var (member, _) in pool.Members.Zip(known).Where(one => one.Second is null || !organisation.RolesOf(one.Second).HasFlag(Roles.Rep)))
            {
                good = await SayAsync($"{member.Person.Name} ({member.Person.Id}) in pool \"{pool.Name}\" takes no leads: give them the role of a rep, or take them out.");
            }
        }

        return good;

        async Task<bool> SayAsync(string what)
        {
            await output.WriteLineAsync($"Agreement of tenant {tenant}: {what}");
            return false;
        }
    }
}
