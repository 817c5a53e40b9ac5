using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.People;
using TeamsBot.Protocol.Activities;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Routing;

/// <summary>Looks up the sender of an activity, and learns what the activity tells of them and of its conversation.</summary>
public sealed class TurnFactory(PeopleStore people, ConversationStore conversations, TimeProvider time)
{
    /// <summary>Null when the activity lacks what every activity from Teams has: tenant, sender, conversation, service.</summary>
    public async Task<Turn?> CreateAsync(Activity activity, CancellationToken cancel)
    {
        if (activity.GetTenantId() is not { } tenant
            || activity.From?.Id is not { Length: > 0 } teamsId
            || activity.Conversation?.Id is not { Length: > 0 }
            || activity.ServiceUrl is not { Length: > 0 })
        {
            return null;
        }

        var id = new PersonId(string.IsNullOrWhiteSpace(activity.From.AadObjectId) ? teamsId : activity.From.AadObjectId);
        var (organisation, known) = await people.LoadAsync(tenant, id, cancel);
        var person = Learn(known?.Value ?? new Person(id, teamsId), activity);
        if (person != known?.Value)
        {
            // Somebody else's newer record wins: what this activity told of the sender, the next one will tell again.
            await people.SaveAsync(tenant, new(person, known?.ETag ?? default), cancel);
        }

        var turn = new Turn(activity, organisation.Value, person, organisation.Value.RolesOf(person), time.Now);
        await RememberAsync(turn, tenant, cancel);
        return turn;
    }

    // The service signed that this person spoke in this team, so the person is a member of it.
    private static Person Learn(Person person, Activity activity)
    {
        var team = activity.ChannelData?.Team?.Id;
        return person with
        {
            Name = string.IsNullOrWhiteSpace(activity.From!.Name) ? person.Name : activity.From.Name,
            TeamsId = activity.From.Id,
            Language = Languages.Of(activity.GetLocale()) ?? person.Language,
            TimeZone = activity.GetTimeZone() is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? person.TimeZone : person.TimeZone,
            Teams = team is null || person.Teams.Contains(team) ? person.Teams : [.. person.Teams, team],
        };
    }

    private async Task RememberAsync(Turn turn, string tenant, CancellationToken cancel)
    {
        var activity = turn.Activity;
        var channel = activity.Conversation!.ConversationType == ConversationTypes.Channel;
        if (turn.IsFromMessageBox || (!channel && !turn.IsPersonal))
        {
            return;
        }

        await conversations.ChangeAsync(
            channel ? ConversationStore.Channel(turn.ConversationId) : ConversationStore.Personal(turn.Person.Id),
            known => (known ?? new(turn.ConversationId, activity.ServiceUrl!, tenant)) with
            {
                Id = turn.ConversationId,
                ServiceUrl = activity.ServiceUrl!,
                TenantId = tenant,
                Team = activity.ChannelData?.Team?.Id ?? known?.Team,
                Name = activity.ChannelData?.Channel?.Name ?? known?.Name,
                ClosedBecause = null,
            },
            cancel);
    }
}
