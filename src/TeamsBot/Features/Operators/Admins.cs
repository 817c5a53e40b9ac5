using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Operators;

/// <summary>Somebody who is told of troubles, and the organisation that they are an admin of.</summary>
public sealed record AdminOf(Person Person, Organisation Organisation);

/// <summary>The admins of all organisations: they share one bot, one store and one queue.</summary>
public sealed class Admins(PeopleStore people)
{
    public async Task<IReadOnlyList<AdminOf>> AllAsync(CancellationToken cancel)
    {
        List<AdminOf> admins = [];
        await foreach (var tenant in people.TenantsAsync(cancel))
        {
            var organisation = (await people.OrganisationAsync(tenant, cancel)).Value;
            var everybody = await people.AllAsync(tenant, cancel);
            admins.AddRange(everybody.Where(person => organisation.RolesOf(person).HasFlag(Roles.Admin)).Select(person => new AdminOf(person, organisation)));
        }

        return admins;
    }
}
