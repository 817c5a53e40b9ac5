using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Announcements;

/// <summary>Reminds somebody once who has not acknowledged an announcement, and not at night.</summary>
public sealed class AnnouncementReminders(
    AnnouncementPlaces places, AnnouncementStore announcements, AnnouncementViews views, AnnouncementMessages messages, AnnouncementReaders readers, PeopleStore people)
    : IWorkHandler
{
    public const string WorkKind = "announced.remind";

    public string Kind => WorkKind;

    public static string Key(string id, string channel, PersonId person) => Keys.Join(id, channel, person.Value);

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (Keys.Split(item.Key) is not [var id, var channel, var personId] || await places.FindAsync(id, channel, cancel) is not { } place)
        {
            return WorkOutcome.Nothing;
        }

        var acks = await announcements.AcknowledgementsAsync(id, cancel);
        if (await people.PersonAsync(place.Announcement.Tenant, new PersonId(personId), cancel) is not { Value: var person } || acks.Any(ack => ack.Person.Id == person.Id))
        {
            return WorkOutcome.Done;
        }

        var reader = await readers.FindAsync(person.Ref, place.Organisation, cancel);
        if (place.Announcement.PhaseAt(reader.Moments.Now, place.Organisation.TimeZone) is CampaignPhase.Over or CampaignPhase.Withdrawn)
        {
            return WorkOutcome.Done;
        }

        if (reader.Morning is { } morning)
        {
            return WorkOutcome.Until(morning);
        }

        var view = await views.OwnAsync(place.Announcement, place.Channel, person, reader.Moments, cancel);
        var (_, outcome) = await messages.ShowAsync(id, AnnouncementSlots.Reminder(person.Id), reader.Chat, ReminderCard.Render(view), thread: null, item.Due, cancel);
        return outcome == MessageOutcome.Busy ? WorkOutcome.Later : WorkOutcome.Done;
    }
}
