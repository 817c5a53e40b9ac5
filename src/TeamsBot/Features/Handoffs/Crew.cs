using System.Collections.Concurrent;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Features.Handoffs.Cards;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Handoffs;

/// <summary>Who may take the leads of a sales channel: the reps of its team, those with the fewest open leads first.</summary>
public sealed class Crew(PeopleStore people, ConversationStore conversations, OwnerIndex owners, TimeProvider time)
{
    private const int MostMembers = 60;

    // A form lists no more, and no more are looked at for the next one in turn.
    private const int MostReps = 25;

    private const int MostCounted = 100;

    // Reading them anew for every copy of every card would be a third of all that a handoff asks of the store.
    private static readonly Duration Fresh = Duration.FromSeconds(15);

    private readonly ConcurrentDictionary<(string Tenant, string Channel), (Instant At, IReadOnlyList<Colleague> Crew)> seen = new();

    /// <summary>As they were up to some seconds ago, to list them; whoever is chosen is looked up again.</summary>
    /// <param name="except">The one who has the lead already.</param>
    public async Task<IReadOnlyList<Colleague>> SeenAsync(Organisation organisation, string channel, PersonId? except, CancellationToken cancel)
    {
        var key = (organisation.TenantId, channel);
        if (!seen.TryGetValue(key, out var known) || time.Now - known.At >= Fresh || time.Now < known.At)
        {
            seen[key] = known = (time.Now, await OfAsync(organisation, channel, except: null, cancel));
        }

        return [.. known.Crew.Where(colleague => colleague.Id != except)];
    }

    private async Task<IReadOnlyList<Colleague>> OfAsync(Organisation organisation, string channel, PersonId? except, CancellationToken cancel)
    {
        if (organisation.FindChannel(channel) is not { Team: var team })
        {
            return [];
        }

        var members = await conversations.MembersAsync(team, MostMembers, cancel);
        var known = await people.PeopleAsync(organisation.TenantId, [.. members.Select(member => member.Person.Id)], cancel);
        var reps = members
            .Zip(known, (member, person) => person ?? new Person(member.Person.Id, member.Person.Name) { Teams = [team] })
            .Where(person => person.Id != except && organisation.RolesOf(person).HasFlag(Roles.Rep))
            .OrderBy(person => person.Name, StringComparer.InvariantCultureIgnoreCase)
            .Take(MostReps);
        var counted = await Task.WhenAll(reps.Select(async rep => new Colleague(rep.Id, rep.Name, (await owners.OfAsync(rep.Id, MostCounted, cancel)).Count)));
        return [.. counted.OrderBy(colleague => colleague.OpenLeads)];
    }

    /// <summary>Who could be told of a handoff and asked to take it.</summary>
    public async Task<Reach> ReachAsync(Handoff handoff, CancellationToken cancel)
    {
        var organisation = (await people.OrganisationAsync(handoff.Tenant, cancel)).Value;
        return Reach(organisation, await OfAsync(organisation, handoff.Channel, handoff.Owner?.Id, cancel));
    }

    public static Reach Reach(Organisation organisation, IReadOnlyList<Colleague> crew) => new(
        [.. crew.Select(colleague => new PersonRef(colleague.Id, colleague.Name))],
        [.. organisation.SalesChannels.Select(channel => channel.Id)],
        organisation.HeadOfSales,
        organisation.HeadOfMarketing);
}
