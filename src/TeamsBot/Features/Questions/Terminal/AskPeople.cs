using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Questions;

/// <summary>The organisation of a store, and the rights of those who are named on the command line.</summary>
internal sealed class AskPeople(PeopleStore people, QuestionSource source)
{
    /// <param name="user">A name or id; null is whoever has the machine, with all rights.</param>
    /// <returns>A problem, in a line for standard error, where there is no such person or there are several.</returns>
    public async Task<(Organisation Organisation, QuestionRights Rights, string? Problem)> FindAsync(string? user, CancellationToken cancel)
    {
        var organisations = await OrganisationsAsync(cancel);
        if (user is null)
        {
            return (organisations[0], QuestionRights.All, null);
        }

        List<(Organisation Organisation, Person Person)> found = [];
        foreach (var organisation in organisations)
        {
            var known = await people.AllAsync(organisation.TenantId, cancel);
            found.AddRange(known.Where(person => IsNamed(person.Name, user) || person.Id.Value == user).Select(person => (organisation, person)));
        }

        return found switch
        {
            [var (organisation, person)] => (organisation, await RightsAsync(organisation.RolesOf(person), person.Name, organisation, cancel), null),
            [] when IsRep(user) => (organisations[0], await RightsAsync(Roles.Rep, user, organisations[0], cancel), null),
            [] => (organisations[0], QuestionRights.Totals, $"Baton knows nobody called '{user}'."),
            _ => (organisations[0], QuestionRights.Totals, $"Several people are called '{user}'. Name one by their id."),
        };
    }

    private Task<QuestionRights> RightsAsync(Roles roles, string name, Organisation organisation, CancellationToken cancel) =>
        new OwnTeam(source).RightsAsync(roles, name, organisation.TimeZone, repsSeeAll: false, cancel);

    private async Task<IReadOnlyList<Organisation>> OrganisationsAsync(CancellationToken cancel)
    {
        List<Organisation> all = [];
        await foreach (var tenant in people.TenantsAsync(cancel))
        {
            all.Add((await people.OrganisationAsync(tenant, cancel)).Value);
        }

        return all.Count > 0 ? all : [new Organisation("none")];
    }

    // Records may name a rep whom nobody in Teams was met as yet.
    private bool IsRep(string user) => source.Vocabulary().Dimensions.Any(dimension => dimension.Id == "rep" && dimension.Values.Any(name => IsNamed(name, user)));

    private static bool IsNamed(string name, string user) => string.Equals(name, user, StringComparison.OrdinalIgnoreCase);
}
