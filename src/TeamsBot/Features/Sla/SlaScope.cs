using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;

namespace TeamsBot.Features.Sla;

/// <summary>What of an organisation's ledger somebody may see.</summary>
/// <param name="Only">The channels of the teams that a rep is in; null is all that there ever were.</param>
public sealed record SlaScope(string Tenant, IReadOnlyList<SalesChannel>? Only)
{
    private const Roles SeeAll = Roles.Manager | Roles.Marketer | Roles.Admin;

    /// <summary>Null for somebody who may see none of it.</summary>
    public static SlaScope? Of(Organisation organisation, Person person)
    {
        var roles = organisation.RolesOf(person);
        if ((roles & SeeAll) != Roles.Reader)
        {
            return new(organisation.TenantId, Only: null);
        }

        return roles.HasFlag(Roles.Rep)
            ? new(organisation.TenantId, [.. organisation.SalesChannels.Where(channel => person.Teams.Contains(channel.Team))])
            : null;
    }

    public bool Shows(LedgerEntry entry) =>
        entry.Tenant == Tenant && (Only is null || Only.Any(channel => channel.Id == entry.Channel));
}
