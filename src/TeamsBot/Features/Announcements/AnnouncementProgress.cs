using TeamsBot.Domain;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Cards;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Announcements;

/// <summary>Keeps the cards true on which those who may change an announcement follow how far it is.</summary>
public sealed class AnnouncementProgress(
    AnnouncementStore announcements, AnnouncementPostStore posts, AnnouncementViews views, AnnouncementMessages messages, TeamsPost teams, PeopleStore people,
    TimeProvider time) : IWorkHandler
{
    public const string WorkKind = "announced.progress";

    public string Kind => WorkKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (Keys.Split(item.Key) is not [var id])
        {
            return WorkOutcome.Nothing;
        }

        var isBusy = false;
        foreach (var status in await posts.AllAsync(id, AnnouncementSlots.Statuses, cancel))
        {
            isBusy |= await KeepAsync(id, status.Slot, item, cancel) == MessageOutcome.Busy;
        }

        // Whoever is at it looks once more when it is done. A later attempt may have met the claim that its first one left.
        return isBusy && item.Attempts > 0 ? WorkOutcome.Until(time.Now + AnnouncementMessages.Soon) : WorkOutcome.Done;
    }

    // Until it shows all that was stored meanwhile: many channels get the card at once, and their authors' chats take little.
    private async Task<MessageOutcome> KeepAsync(string id, string slot, WorkItem item, CancellationToken cancel)
    {
        while (true)
        {
            var known = await posts.FindAsync(id, slot, cancel);
            if (known?.IsClaimedAt(time.Now) == true)
            {
                return MessageOutcome.Busy;
            }

            if (known is null || await CardAsync(id, slot, cancel) is not var (conversation, card))
            {
                return MessageOutcome.Shown; // There is nobody to show it to.
            }

            var (post, outcome) = await messages.ShowAsync(id, slot, known, conversation, card, thread: null, item.Due, cancel);
            if (outcome != MessageOutcome.Busy && post?.Shows == known.Shows)
            {
                return outcome;
            }
        }
    }

    private async Task<(Conversation? Conversation, AdaptiveCard Card)?> CardAsync(string id, string slot, CancellationToken cancel)
    {
        if (await announcements.FindAsync(id, cancel) is not { Value: var announcement })
        {
            return null;
        }

        var (organisation, known) = await people.LoadAsync(announcement.Tenant, AnnouncementSlots.ReaderOf(slot), cancel);
        if (known is not { Value: var reader } || !announcement.MayChange(new Actor(reader.Ref, organisation.Value.RolesOf(reader))))
        {
            return null;
        }

        return (await teams.FindAsync(reader.Ref, organisation.Value, cancel), AuthorCard.Render(await views.StatusAsync(announcement, organisation.Value, reader, cancel)));
    }
}
