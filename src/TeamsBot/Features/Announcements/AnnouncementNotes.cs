using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Announcements;

/// <summary>Tells a channel, below the card, that a campaign is about to start, is live, or what came of it; the results its author hears as well.</summary>
public sealed class AnnouncementNotes(
    AnnouncementStore announcements, AnnouncementPostStore posts, AnnouncementViews views, AnnouncementMessages messages, CampaignOutcome outcome, TeamsPost teams,
    ConversationStore conversations, AgreementStore agreements, PeopleStore people, WorkQueue queue, TimeProvider time) : IWorkHandler
{
    public const string WorkKind = "announced.note";

    public string Kind => WorkKind;

    public static string Key(string id, string channel, AnnouncementNote note) => Keys.Join(id, channel, note.ToString());

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (Keys.Split(item.Key) is not [var id, var channelId, var name]
            || !Enum.TryParse<AnnouncementNote>(name, out var note)
            || await announcements.FindAsync(id, cancel) is not { Value: var announcement })
        {
            return WorkOutcome.Nothing;
        }

        var organisation = (await people.OrganisationAsync(announcement.Tenant, cancel)).Value;
        var calendar = (await agreements.InForceAsync(announcement.Tenant, cancel)).CalendarOf(channelId);
        if (organisation.FindChannel(channelId) is not { } channel
            || !announcement.Content.SalesChannels.Contains(channelId)
            || await posts.FindAsync(id, AnnouncementSlots.Card(channelId), cancel) is not { PostedAt: { } postedAt, Conversation: var thread }
            || AnnouncementSchedule.NoteAt(announcement, note, calendar, postedAt) is not { } at)
        {
            return WorkOutcome.Done; // It has nothing to say any more.
        }

        if (at > time.Now)
        {
            return WorkOutcome.Until(at); // The dates were moved.
        }

        var results = note == AnnouncementNote.Results ? await outcome.OfAsync(announcement, organisation.TimeZone, cancel) : null;
        var view = await views.SharedAsync(announcement, organisation, channel, cancel);
        var conversation = (await conversations.FindAsync(ConversationStore.Channel(channelId), cancel))?.Value;
        var (_, told) = await messages.ShowAsync(id, AnnouncementSlots.Note(channelId, note), conversation, NoteCard.Render(view, note, results), thread, item.Due, cancel);
        if (results is not null)
        {
            await TellAuthorAsync(announcement, organisation, view, results, item.Due, cancel);
        }

        // What the card says of the dates changes with the day.
        return told == MessageOutcome.Busy
            ? WorkOutcome.Later
            : WorkOutcome.DoneThen(await queue.IntendAsync(AnnouncementCards.WorkKind, AnnouncementCards.Key(id, channelId), cancel));
    }

    private async Task TellAuthorAsync(
        Announcement announcement, Organisation organisation, AnnouncementView view, CampaignResults results, Instant until, CancellationToken cancel)
    {
        var reader = (await people.PersonAsync(announcement.Tenant, announcement.Author.Id, cancel))?.Value;
        var own = view with { Moments = view.Moments with { Say = Text.Say.In(reader?.Language ?? organisation.Language) } };
        var chat = await teams.FindAsync(announcement.Author, organisation, cancel);
        await messages.ShowAsync(
            announcement.Id, AnnouncementSlots.ResultsOf(announcement.Author.Id), chat, NoteCard.Render(own, AnnouncementNote.Results, results), thread: null, until, cancel);
    }
}
