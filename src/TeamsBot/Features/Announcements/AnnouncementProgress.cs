using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Announcements;

/// <summary>Keeps the cards true on which those who may change an announcement follow how far it is.</summary>
public sealed class AnnouncementProgress(
    AnnouncementStore announcements, AnnouncementPostStore posts, AnnouncementViews views, AnnouncementMessages messages, ConversationStore conversations, PeopleStore people)
    : IWorkHandler
{
    public const string WorkKind = "announced.progress";

    public string Kind => WorkKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (Keys.Split(item.Key) is not [var id] || await announcements.FindAsync(id, cancel) is not { Value: var announcement })
        {
            return WorkOutcome.Nothing;
        }

        var isBusy = false;
        foreach (var status in await posts.AllAsync(id, AnnouncementSlots.Statuses, cancel))
        {
            var (organisation, known) = await people.LoadAsync(announcement.Tenant, AnnouncementSlots.ReaderOf(status.Slot), cancel);
            var conversation = (await conversations.FindAsync(ConversationStore.Personal(AnnouncementSlots.ReaderOf(status.Slot)), cancel))?.Value;
            if (known is { Value: var reader } && announcement.MayChange(new Actor(reader.Ref, organisation.Value.RolesOf(reader))))
            {
                var card = AuthorCard.Render(await views.StatusAsync(announcement, organisation.Value, reader, cancel));
                isBusy |= (await messages.ShowAsync(id, status.Slot, conversation, card, thread: null, item.Due, cancel)).Outcome == MessageOutcome.Busy;
            }
        }

        return isBusy ? WorkOutcome.Later : WorkOutcome.Done;
    }
}
