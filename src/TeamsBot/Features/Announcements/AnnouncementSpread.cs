using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Announcements;

/// <summary>
/// Plans what an announcement is to bring about: the card of each channel at its time, reminders, the campaign's own record. Only what is
/// stored counts, so it may be planned twice.
/// </summary>
public sealed class AnnouncementSpread(
    AnnouncementStore announcements, AnnouncementPostStore posts, CampaignStore campaigns, AgreementStore agreements, PeopleStore people, AnnouncementViews views,
    WorkQueue queue, TimeProvider time) : IWorkHandler
{
    private static readonly Coverage Announced = new(
        [nameof(Campaign.Name), nameof(Campaign.Channel), nameof(Campaign.StartsOn), nameof(Campaign.EndsOn), nameof(Campaign.Status), nameof(Campaign.Budget), nameof(Campaign.Audience), nameof(Campaign.Offer), nameof(Campaign.Owner)],
        []);

    public string Kind => AnnouncementChanges.SpreadKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (Keys.Split(item.Key) is not [var id] || await announcements.FindAsync(id, cancel) is not { Value: var announcement } || announcement.Published is null)
        {
            return WorkOutcome.Nothing;
        }

        var organisation = (await people.OrganisationAsync(announcement.Tenant, cancel)).Value;
        await announcements.NameAsync(announcement, cancel);
        await campaigns.SaveAsync([RecordOf(announcement, organisation)], Announced, cancel);
        await PlanCardsAsync(announcement, cancel);
        await PlanNextDayAsync(announcement, organisation, cancel);
        if (announcement.RemindedAt is not null)
        {
            await PlanRemindersAsync(announcement, organisation, cancel);
        }

        return WorkOutcome.DoneThen(await queue.IntendAsync(AnnouncementProgress.WorkKind, item.Key, cancel));
    }

    // Also where it stands and is not to be any more.
    private async Task PlanCardsAsync(Announcement announcement, CancellationToken cancel)
    {
        var agreement = await agreements.InForceAsync(announcement.Tenant, cancel);
        var standing = (await posts.AllAsync(announcement.Id, AnnouncementSlots.Cards, cancel)).ToDictionary(post => AnnouncementSlots.ChannelOf(post.Slot), StringComparer.Ordinal);
        foreach (var channel in announcement.Content.SalesChannels.Union(standing.Keys))
        {
            var isThere = standing.GetValueOrDefault(channel)?.IsPosted == true;
            var due = isThere || !announcement.IsAnnounced ? time.Now : AnnouncementSchedule.PostAt(announcement, agreement.CalendarOf(channel));
            await queue.PlanAsync(AnnouncementCards.WorkKind, AnnouncementCards.Key(announcement.Id, channel), due, cancel);
        }
    }

    // Its record and its cards say whether it is coming, live or over.
    private async Task PlanNextDayAsync(Announcement announcement, Organisation organisation, CancellationToken cancel)
    {
        var days = new[] { announcement.Content.StartsOn, announcement.LastDay?.PlusDays(1) }.OfType<LocalDate>();
        var next = days.Select(day => organisation.TimeZone.AtStartOfDay(day).ToInstant()).Where(at => at > time.Now).Order().Take(1).ToArray();
        if (announcement.IsAnnounced && next is [var at])
        {
            await queue.PlanAsync(AnnouncementChanges.SpreadKind, Keys.Join(announcement.Id), at, cancel);
        }
    }

    private async Task PlanRemindersAsync(Announcement announcement, Organisation organisation, CancellationToken cancel)
    {
        if (await posts.FindAsync(announcement.Id, AnnouncementSlots.Reminders, cancel) is not null)
        {
            return;
        }

        var acks = (await announcements.AcknowledgementsAsync(announcement.Id, cancel)).Select(ack => ack.Person.Id).ToHashSet();
        foreach (var channel in announcement.Content.SalesChannels.Select(organisation.FindChannel).OfType<SalesChannel>())
        {
            foreach (var member in (await views.MembersAsync(channel, cancel)).Where(member => acks.Add(member.Person.Id)))
            {
                await queue.PlanAsync(AnnouncementReminders.WorkKind, AnnouncementReminders.Key(announcement.Id, channel.Id, member.Person.Id), time.Now, cancel);
            }
        }

        await posts.SaveAsync(announcement.Id, new(AnnouncementSlots.Reminders, "", null, "planned", default), cancel);
    }

    private Campaign RecordOf(Announcement announcement, Organisation organisation)
    {
        var content = announcement.Content;
        var text = content.TextIn(organisation.Language);
        return new(announcement.Id)
        {
            Name = content.Name,
            Channel = content.Kinds.Count == 0 ? null : string.Join(", ", content.Kinds.Select(kind => kind.ToString().ToLowerInvariant())),
            StartsOn = content.StartsOn,
            EndsOn = announcement.LastDay,
            Budget = content.Budget?.Amount,
            Audience = text.Audience,
            Offer = text.Offer,
            Owner = announcement.Owner.Name,
            Status = announcement.PhaseAt(time.Now, organisation.TimeZone) switch
            {
                CampaignPhase.Withdrawn => CampaignStatus.Cancelled,
                CampaignPhase.Coming => CampaignStatus.Planned,
                CampaignPhase.Live => CampaignStatus.Live,
                _ => CampaignStatus.Ended,
            },
        };
    }
}
