using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Announcements;

/// <summary>Posts the card of an announcement to a channel when its time has come, and keeps it true from then on.</summary>
public sealed class AnnouncementCards(
    AnnouncementPlaces places, AnnouncementPostStore posts, AnnouncementViews views, AnnouncementMessages messages, WorkQueue queue, TimeProvider time) : IWorkHandler
{
    public const string WorkKind = "announced.card";

    public string Kind => WorkKind;

    /// <summary>The key of the work for one channel.</summary>
    public static string Key(string id, string channel) => Keys.Join(id, channel);

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (Keys.Split(item.Key) is not [var id, var channel])
        {
            return WorkOutcome.Nothing;
        }

        var card = await posts.FindAsync(id, AnnouncementSlots.Card(channel), cancel);
        if (await places.FindAsync(id, channel, cancel) is not { } place)
        {
            return WorkOutcome.Nothing;
        }

        if (card is not { IsPosted: true })
        {
            if (!place.IsWanted)
            {
                return WorkOutcome.Done; // Taken back before this channel saw it.
            }

            if (AnnouncementSchedule.PostAt(place.Announcement, place.Calendar) is var due && due > time.Now)
            {
                return WorkOutcome.Until(due);
            }
        }

        return await ShowAsync(place, card, item.Due, cancel);
    }

    private async Task<WorkOutcome> ShowAsync(AnnouncementPlace place, AnnouncementPost? known, Instant until, CancellationToken cancel)
    {
        // From a channel that an edit took out it is withdrawn.
        var announcement = place.Announcement;
        var shown = place.IsWanted || !announcement.IsAnnounced ? announcement : announcement with { Status = AnnouncementStatus.Withdrawn, WithdrawnBy = announcement.Author };
        var card = AnnouncementCard.Render(await views.SharedAsync(shown, place.Organisation, place.Channel, cancel));
        var (post, outcome) = await messages.ShowAsync(announcement.Id, AnnouncementSlots.Card(place.Channel.Id), known, place.Conversation, card, thread: null, until, cancel);
        switch (outcome)
        {
            case MessageOutcome.Busy:
                return WorkOutcome.Until(time.Now + AnnouncementMessages.Soon); // What it shows may be older than what this one knows.
            case MessageOutcome.Shown when post is { PostedAt: { } postedAt } && post.NotesOf < announcement.Version:
                await PlanNotesAsync(place, postedAt, cancel);
                await posts.SaveAsync(announcement.Id, post with { NotesOf = announcement.Version }, cancel);
                break;
        }

        return WorkOutcome.DoneThen(await queue.IntendAsync(AnnouncementProgress.WorkKind, Keys.Join(announcement.Id), cancel));
    }

    private async Task PlanNotesAsync(AnnouncementPlace place, Instant postedAt, CancellationToken cancel)
    {
        foreach (var note in Enum.GetValues<AnnouncementNote>())
        {
            if (AnnouncementSchedule.NoteAt(place.Announcement, note, place.Calendar, postedAt) is { } at)
            {
                await queue.PlanAsync(AnnouncementNotes.WorkKind, AnnouncementNotes.Key(place.Announcement.Id, place.Channel.Id, note), at, cancel);
            }
        }
    }
}
