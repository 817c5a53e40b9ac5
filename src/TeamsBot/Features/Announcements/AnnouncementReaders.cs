using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements;

/// <summary>Somebody who is told something in their own chat.</summary>
/// <param name="Chat">Null where they cannot be reached.</param>
/// <param name="Moments">In their language and zone, else those of the organisation.</param>
/// <param name="Morning">The end of the night that it is for them; null by day.</param>
public sealed record AnnouncementReader(Conversation? Chat, Moments Moments, Instant? Morning);

/// <summary>Looks up how somebody is told something.</summary>
public sealed class AnnouncementReaders(PeopleStore people, AgreementStore agreements, TeamsPost teams, TimeProvider time)
{
    public async Task<AnnouncementReader> FindAsync(PersonRef person, Organisation organisation, CancellationToken cancel)
    {
        var known = (await people.PersonAsync(organisation.TenantId, person.Id, cancel))?.Value;
        var zone = known?.TimeZone ?? organisation.TimeZone;
        var by = (await agreements.InForceAsync(organisation.TenantId, cancel)).Quiet?.Wait(time.Now, zone);
        return new(
            await teams.FindAsync(person, organisation, cancel),
            new(Say.In(known?.Language ?? organisation.Language), zone, time.Now),
            by > time.Now ? by : null);
    }
}
