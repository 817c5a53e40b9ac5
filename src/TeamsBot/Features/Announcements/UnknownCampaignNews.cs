using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.People;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.Announcements;

/// <summary>Records a campaign that leads name and nobody announced, and asks the head of marketing about it, else marketing's channel.</summary>
public sealed class UnknownCampaignNews(
    AnnouncementStore announcements, CampaignStore campaigns, AnnouncementMessages messages, TeamsPost teams, ConversationStore conversations, AgreementStore agreements,
    PeopleStore people, TimeProvider time) : IWorkHandler
{
    private const string Slot = "unknown";

    private static readonly Coverage Named = new([nameof(Campaign.Name)], []);

    public string Kind => UnknownCampaigns.WorkKind;

    public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
    {
        if (UnknownCampaigns.Read(item.Key) is not var (tenant, name) || await announcements.OfCampaignAsync(tenant, name, cancel) is not null)
        {
            return WorkOutcome.Done;
        }

        await campaigns.SaveAsync([new(name) { Name = name }], Named, cancel);
        var organisation = (await people.OrganisationAsync(tenant, cancel)).Value;
        var head = organisation.HeadOfMarketing is { } known ? (await people.PersonAsync(tenant, known.Id, cancel))?.Value : null;
        var moments = new Moments(Say.In(head?.Language ?? organisation.Language), head?.TimeZone ?? organisation.TimeZone, time.Now);
        if ((await agreements.InForceAsync(tenant, cancel)).Quiet?.Wait(time.Now, moments.Zone) is { } morning && morning > time.Now)
        {
            return WorkOutcome.Until(morning);
        }

        var chat = head is null ? null : await teams.FindAsync(head.Ref, organisation, cancel);
        var place = chat ?? await ChannelAsync(organisation, cancel);
        var (_, outcome) = await messages.ShowAsync(name, Slot, place, UnknownCampaignCard.Render(name, moments.Say, isPersonal: chat is not null), thread: null, item.Due, cancel);
        return outcome == MessageOutcome.Busy ? WorkOutcome.Later : WorkOutcome.Done;
    }

    private async Task<Conversation?> ChannelAsync(Organisation organisation, CancellationToken cancel) =>
        organisation.MarketingChannel is { } channel ? (await conversations.FindAsync(ConversationStore.Channel(channel), cancel))?.Value : null;
}
