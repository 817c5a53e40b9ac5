using TeamsBot.Domain.People;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Features.AssignRoles;

/// <summary>Who may do what: shown to admins and managers, changed by admins.</summary>
public sealed class RolesCommands(PeopleStore people)
{
    public async Task<Reply> ShowAsync(Turn turn, CancellationToken cancel)
    {
        if (!turn.Actor.Is(Roles.Admin) && !turn.Actor.Is(Domain.People.Roles.Manager))
        {
            return Reply.Text(turn.Say.Text("refused.roles"));
        }

        var all = await people.AllAsync(turn.Organisation.TenantId, cancel);
        return Reply.Card(RolesCard.Render(turn.Say, [.. all.Select(person => Holder(turn, person))], mayChange: turn.Actor.Is(Roles.Admin)));
    }

    public async Task<Reply> AssignAsync(Turn turn, Command.AssignRole command, CancellationToken cancel)
    {
        if (!turn.Actor.Is(Roles.Admin))
        {
            return Reply.Text(turn.Say.Text("refused.roles"));
        }

        var tenant = turn.Organisation.TenantId;
        var named = (await people.AllAsync(tenant, cancel))
            .Where(person => string.Equals(person.Name, command.Person, StringComparison.CurrentCultureIgnoreCase))
            .ToList();
        if (named is not [var one])
        {
            return Reply.Text(turn.Say.Text(named.Count == 0 ? "roles.unknown" : "roles.several", ("person", command.Person)));
        }

        var changed = await people.ChangeAsync(tenant, one.Id, known => known! with { Assigned = command.Assigned }, cancel);
        return Reply.Card(RolesCard.Render(turn.Say, [Holder(turn, changed)], mayChange: true));
    }

    private static RoleHolder Holder(Turn turn, Person person) => new(person.Name, turn.Organisation.RolesOf(person), person.Assigned is not null);
}
