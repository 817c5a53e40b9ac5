using TeamsBot.Domain.Campaigns;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Announcements;

/// <summary>The card that says how far an announcement is. Where somebody looks at it in their chat it stays true from then on.</summary>
public sealed class AnnouncementStatuses(AnnouncementStore announcements, AnnouncementPostStore posts, AnnouncementViews views, WorkRunner work)
{
    public async Task<AdaptiveCardInvokeResponse> ShowAsync(Turn turn, Announcement announcement, CancellationToken cancel)
    {
        if (turn.IsFromMessageBox && announcement.IsAnnounced)
        {
            await BeginFollowingAsync(turn, announcement.Id, cancel);
            return Answer.Say(turn.Say.Text("announcement.posting", ("name", announcement.Content.Name)));
        }

        if (turn is { IsPersonal: true, Activity.ReplyToId: { } card } && announcement.Status != AnnouncementStatus.Draft)
        {
            await FollowAsync(turn, announcement.Id, card, cancel);
        }

        return Answer.Card(AuthorCard.Render(await views.StatusAsync(announcement, turn.Organisation, turn.Person, cancel)));
    }

    /// <summary>Posts the card to a channel once more, of which a person says that it is not there.</summary>
    public async Task<AdaptiveCardInvokeResponse> PostAgainAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        if (await announcements.FindAsync(input.Text(AnnouncementVerbs.Id) ?? "", cancel) is not { Value: var announcement }
            || announcement.Tenant != turn.Organisation.TenantId
            || !announcement.MayChange(turn.Actor)
            || input.Text(AnnouncementVerbs.Channel) is not { } channel
            || !announcement.Content.SalesChannels.Contains(channel))
        {
            return Answer.Unknown(turn);
        }

        if (await posts.FindAsync(announcement.Id, AnnouncementSlots.Card(channel), cancel) is { IsPosted: false } stuck && (stuck.IsUncertain || stuck.Refused is not null))
        {
            var free = stuck with { IsUncertain = false, Refused = null, ClaimedUntil = null };
            await work.StoreAsync(
                AnnouncementCards.WorkKind, AnnouncementCards.Key(announcement.Id, channel), async () => await posts.SaveAsync(announcement.Id, free, cancel) is not null, cancel);
        }

        return await ShowAsync(turn, announcement, cancel);
    }

    // A dialog would not follow what happens: the author's chat gets a card that does, once.
    private Task BeginFollowingAsync(Turn turn, string id, CancellationToken cancel) => work.StoreAsync(
        AnnouncementProgress.WorkKind,
        Keys.Join(id),
        async () =>
        {
            var slot = AnnouncementSlots.Status(turn.Person.Id);
            return await posts.FindAsync(id, slot, cancel) is null && await posts.SaveAsync(id, new(slot, "", ActivityId: null, "", default), cancel) is not null;
        },
        cancel);

    // The newest of somebody's cards is the one that is kept true.
    private async Task FollowAsync(Turn turn, string id, string card, CancellationToken cancel)
    {
        var slot = AnnouncementSlots.Status(turn.Person.Id);
        var known = await posts.FindAsync(id, slot, cancel);
        if (known?.ActivityId != card)
        {
            var followed = (known ?? new(slot, "", ActivityId: null, "", default)) with { Conversation = turn.ConversationId, ActivityId = card, Shows = "", ClaimedUntil = null };
            await posts.SaveAsync(id, followed, cancel);
        }
    }
}
