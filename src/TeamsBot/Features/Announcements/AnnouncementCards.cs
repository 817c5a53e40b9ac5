using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Announcements;

/// <summary>Posts the card of an announcement to a channel when its time has come, and keeps it true from then on.</summary>
public sealed class AnnouncementCards(
    AnnouncementStore announcements, AnnouncementPostStore posts, AnnouncementViews views, AnnouncementMessages messages, ConversationStore conversations,
    AgreementStore agreements, PeopleStore people, WorkQueue queue, TimeProvider time) : IWorkHandler
{
    public const string WorkKind = "announced.card";

    public string Kind => WorkKind;

    /// <summary>The key of the work for one channel.</summary>
    public static string Key(string id, string channel) => Keys.Join(id, channel);

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (Keys.Split(item.Key) is not [var id, var channelId])
        {
            return WorkOutcome.Nothing;
        }

        var card = await posts.FindAsync(id, AnnouncementSlots.Card(channelId), cancel);
        if (await announcements.FindAsync(id, cancel) is not { Value: var announcement })
        {
            return WorkOutcome.Nothing;
        }

        var organisation = (await people.OrganisationAsync(announcement.Tenant, cancel)).Value;
        var calendar = (await agreements.InForceAsync(announcement.Tenant, cancel)).CalendarOf(channelId);
        if (card is not { IsPosted: true })
        {
            if (!announcement.IsAnnounced || !announcement.Content.SalesChannels.Contains(channelId))
            {
                return WorkOutcome.Done; // Taken back before this channel saw it.
            }

            if (AnnouncementSchedule.PostAt(announcement, calendar) is var due && due > time.Now)
            {
                return WorkOutcome.Until(due);
            }
        }

        return await ShowAsync(announcement, organisation, channelId, card, calendar, item.Due, cancel);
    }

    private async Task<WorkOutcome> ShowAsync(
        Announcement announcement, Organisation organisation, string channelId, AnnouncementPost? known, WorkingCalendar calendar, Instant until, CancellationToken cancel)
    {
        // From a channel that an edit took out it is withdrawn.
        var shown = announcement.Content.SalesChannels.Contains(channelId) ? announcement : announcement with { Status = AnnouncementStatus.Withdrawn, WithdrawnBy = announcement.Author };
        var channel = organisation.FindChannel(channelId) ?? new SalesChannel(channelId, "", "", "");
        var conversation = (await conversations.FindAsync(ConversationStore.Channel(channelId), cancel))?.Value;
        var card = AnnouncementCard.Render(await views.SharedAsync(shown, organisation, channel, cancel));
        var (post, outcome) = await messages.ShowAsync(announcement.Id, AnnouncementSlots.Card(channelId), known, conversation, card, thread: null, until, cancel);
        switch (outcome)
        {
            case MessageOutcome.Busy:
                return WorkOutcome.Until(time.Now + AnnouncementMessages.Soon); // What it shows may be older than what this one knows.
            case MessageOutcome.Shown when post is { PostedAt: { } postedAt } && post.NotesOf < announcement.Version:
                await PlanNotesAsync(announcement, channelId, calendar, postedAt, cancel);
                await posts.SaveAsync(announcement.Id, post with { NotesOf = announcement.Version }, cancel);
                break;
        }

        return WorkOutcome.DoneThen(await queue.IntendAsync(AnnouncementProgress.WorkKind, Keys.Join(announcement.Id), cancel));
    }

    private async Task PlanNotesAsync(Announcement announcement, string channel, WorkingCalendar calendar, Instant postedAt, CancellationToken cancel)
    {
        foreach (var note in Enum.GetValues<AnnouncementNote>())
        {
            if (AnnouncementSchedule.NoteAt(announcement, note, calendar, postedAt) is { } at)
            {
                await queue.PlanAsync(AnnouncementNotes.WorkKind, AnnouncementNotes.Key(announcement.Id, channel, note), at, cancel);
            }
        }
    }
}
