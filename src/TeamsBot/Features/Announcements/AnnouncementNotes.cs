using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Announcements;

/// <summary>Tells a channel, below the card, that a campaign is about to start, is live, or what came of it; the results its author hears as well.</summary>
public sealed class AnnouncementNotes(
    AnnouncementPlaces places, AnnouncementPostStore posts, AnnouncementViews views, AnnouncementMessages messages, CampaignOutcome outcome, AnnouncementReaders readers,
    WorkQueue queue, TimeProvider time) : IWorkHandler
{
    public const string WorkKind = "announced.note";

    public string Kind => WorkKind;

    public static string Key(string id, string channel, AnnouncementNote note) => Keys.Join(id, channel, note.ToString());

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (Keys.Split(item.Key) is not [var id, var channel, var name]
            || !Enum.TryParse<AnnouncementNote>(name, out var note)
            || await places.FindAsync(id, channel, cancel) is not { } place)
        {
            return WorkOutcome.Nothing;
        }

        if (!place.IsWanted
            || await posts.FindAsync(id, AnnouncementSlots.Card(channel), cancel) is not { PostedAt: { } postedAt, Conversation: var thread }
            || AnnouncementSchedule.NoteAt(place.Announcement, note, place.Calendar, postedAt) is not { } at)
        {
            return WorkOutcome.Done; // It has nothing to say any more.
        }

        if (at > time.Now)
        {
            return WorkOutcome.Until(at); // The dates were moved.
        }

        var told = await TellAsync(place, note, thread, item.Due, cancel);

        // What the card says of the dates changes with the day.
        return told == MessageOutcome.Busy
            ? WorkOutcome.Later
            : WorkOutcome.DoneThen(await queue.IntendAsync(AnnouncementCards.WorkKind, AnnouncementCards.Key(id, channel), cancel));
    }

    private async Task<MessageOutcome> TellAsync(AnnouncementPlace place, AnnouncementNote note, string thread, Instant until, CancellationToken cancel)
    {
        var (id, organisation) = (place.Announcement.Id, place.Organisation);
        var results = note == AnnouncementNote.Results ? await outcome.OfAsync(place.Announcement, organisation.TimeZone, cancel) : null;
        var view = await views.SharedAsync(place.Announcement, organisation, place.Channel, cancel);
        var (_, told) = await messages.ShowAsync(
            id, AnnouncementSlots.Note(place.Channel.Id, note), place.Conversation, NoteCard.Render(view, note, results), thread, until, cancel);
        if (results is not null)
        {
            var author = place.Announcement.Author;
            var reader = await readers.FindAsync(author, organisation, cancel);
            var card = NoteCard.Render(view with { Moments = view.Moments with { Say = reader.Moments.Say } }, note, results);
            await messages.ShowAsync(id, AnnouncementSlots.ResultsOf(author.Id), reader.Chat, card, thread: null, until, cancel);
        }

        return told;
    }
}
