using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements;

/// <summary>Reminds somebody once who has not acknowledged an announcement, and not at night.</summary>
public sealed class AnnouncementReminders(
    AnnouncementStore announcements, AnnouncementViews views, AnnouncementMessages messages, TeamsPost teams, AgreementStore agreements, PeopleStore people, TimeProvider time)
    : IWorkHandler
{
    public const string WorkKind = "announced.remind";

    public string Kind => WorkKind;

    public static string Key(string id, string channel, PersonId person) => Keys.Join(id, channel, person.Value);

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (Keys.Split(item.Key) is not [var id, var channelId, var personId] || await announcements.FindAsync(id, cancel) is not { Value: var announcement })
        {
            return WorkOutcome.Nothing;
        }

        var (organisation, known) = await people.LoadAsync(announcement.Tenant, new PersonId(personId), cancel);
        var acks = await announcements.AcknowledgementsAsync(id, cancel);
        if (known?.Value is not { } person
            || organisation.Value.FindChannel(channelId) is not { } channel
            || acks.Any(ack => ack.Person.Id == person.Id)
            || announcement.PhaseAt(time.Now, organisation.Value.TimeZone) is CampaignPhase.Over or CampaignPhase.Withdrawn)
        {
            return WorkOutcome.Done;
        }

        var zone = person.TimeZone ?? organisation.Value.TimeZone;
        if ((await agreements.InForceAsync(announcement.Tenant, cancel)).Quiet?.Wait(time.Now, zone) is { } morning && morning > time.Now)
        {
            return WorkOutcome.Until(morning);
        }

        var view = await views.OwnAsync(announcement, channel, person, new(Say.In(person.Language ?? organisation.Value.Language), zone, time.Now), cancel);
        var chat = await teams.FindAsync(person.Ref, organisation.Value, cancel);
        var (_, outcome) = await messages.ShowAsync(id, AnnouncementSlots.Reminder(person.Id), chat, ReminderCard.Render(view), thread: null, item.Due, cancel);
        return outcome == MessageOutcome.Busy ? WorkOutcome.Later : WorkOutcome.Done;
    }
}
