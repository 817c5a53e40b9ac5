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
    AnnouncementStore announcements, CampaignStore campaigns, AnnouncementMessages messages, AnnouncementReaders readers, ConversationStore conversations, PeopleStore people) : IWorkHandler
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
        var reader = organisation.HeadOfMarketing is { } head ? await readers.FindAsync(head, organisation, cancel) : null;
        if (reader?.Morning is { } morning)
        {
            return WorkOutcome.Until(morning);
        }

        var place = reader?.Chat ?? await ChannelAsync(organisation, cancel);
        var say = reader?.Moments.Say ?? Say.In(organisation.Language);
        var (_, outcome) = await messages.ShowAsync(name, Slot, place, UnknownCampaignCard.Render(name, say, isPersonal: reader?.Chat is not null), thread: null, item.Due, cancel);
        return outcome == MessageOutcome.Busy ? WorkOutcome.Later : WorkOutcome.Done;
    }

    private async Task<Conversation?> ChannelAsync(Organisation organisation, CancellationToken cancel) =>
        organisation.MarketingChannel is { } channel ? (await conversations.FindAsync(ConversationStore.Channel(channel), cancel))?.Value : null;
}
