using TeamsBot.Domain.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.AssignRoles;

/// <param name="Roles">As the organisation sees them now.</param>
/// <param name="IsAssigned">Named by an admin rather than from the teams.</param>
public sealed record RoleHolder(string Name, Roles Roles, bool IsAssigned);

/// <summary>Who may do what, and how an admin changes it.</summary>
public static class RolesCard
{
    private const int MaxPeople = 25;

    public static AdaptiveCard Render(Say say, IReadOnlyList<RoleHolder> people, bool mayChange)
    {
        var title = say.Text("roles.title");
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("roles.state")),
            Anatomy.Title(title),
            people.Count == 0 ? Anatomy.Text(say.Text("roles.none"), AdaptiveSpacing.Small) : null,
            Anatomy.Facts(people.Take(MaxPeople).Select(person => Fact(say, person))),
            people.Count > MaxPeople ? Anatomy.Note(say.Text("roles.more", ("n", people.Count - MaxPeople))) : null,
            Anatomy.Note(say.Text("roles.fromTeams"), AdaptiveSpacing.Medium),
            mayChange ? Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(say.Text("help.role"), say.Text("help.roleSay"))) : null,
            mayChange ? Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(say.Text("roles.back"), say.Text("roles.backSay"))) : null,
        ];
        return Anatomy.Card(say, title, title, body);
    }

    private static AdaptiveFact? Fact(Say say, RoleHolder person) => Anatomy.Fact(
        say.Value(person.Name),
        person.IsAssigned ? say.Text("roles.assigned", ("roles", new Phrase(Names(say, person.Roles)))) : Names(say, person.Roles));

    private static string Names(Say say, Roles roles)
    {
        (Roles Role, string Key)[] all =
        [
            (Roles.Admin, "role.admin"),
            (Roles.Manager, "role.manager"),
            (Roles.Marketer, "role.marketer"),
            (Roles.Rep, "role.rep"),
        ];
        string[] held = [.. all.Where(role => roles.HasFlag(role.Role)).Select(role => say.Text(role.Key))];
        return held.Length == 0 ? say.Text("role.reader") : string.Join(say.Text("list.comma"), held);
    }
}
