using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Protocol.Activities;
using TeamsBot.Routing;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Announcements;

/// <summary>What is live, coming and over, as a list and as a calendar. Drafts are there for those alone who may change them.</summary>
public sealed class CampaignsDesk(AnnouncementStore announcements, CampaignStore campaigns)
{
    private static readonly YearMonthPattern s_month = YearMonthPattern.Iso;

    public async Task<Reply> ListAsync(Turn turn, CancellationToken cancel) => Reply.Card(CampaignsCard.Render(await ViewAsync(turn, month: null, cancel)));

    public async Task<AdaptiveCardInvokeResponse> ListAgainAsync(Turn turn, CancellationToken cancel) => (await ListAsync(turn, cancel)).ToInvoke();

    public async Task<AdaptiveCardInvokeResponse> CalendarAsync(Turn turn, CardInput input, CancellationToken cancel)
    {
        var thisMonth = turn.Now.InZone(turn.TimeZone).Date.ToYearMonth();
        var month = s_month.Parse(input.Text(AnnouncementVerbs.Month) ?? "").TryGetValue(thisMonth, out var asked) ? asked : thisMonth;
        return Answer.Card(CampaignsCard.Render(await ViewAsync(turn, month, cancel)));
    }

    private async Task<CampaignsView> ViewAsync(Turn turn, YearMonth? month, CancellationToken cancel)
    {
        var announced = (await announcements.AllAsync(turn.Organisation.TenantId, cancel))
            .Where(one => one.Status != AnnouncementStatus.Draft || one.MayChange(turn.Actor)).ToArray();
        var known = announced.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        var recorded = await campaigns.AllAsync(cancel).Where(campaign => !known.Contains(campaign.Id)).ToListAsync(cancel);
        return new([.. announced.Select(one => Listed(one, turn)), .. recorded.Select(campaign => Listed(campaign, turn))], turn.Moments, turn.Actor.MayAnnounce(), month);
    }

    private static ListedCampaign Listed(Announcement one, Turn turn) => new(
        one.Id, one.Content.Name, one.Content.StartsOn, one.LastDay, one.Status == AnnouncementStatus.Draft ? null : one.PhaseAt(turn.Now, turn.Organisation.TimeZone), one);

    private static ListedCampaign Listed(Campaign campaign, Turn turn)
    {
        var today = turn.Now.InZone(turn.Organisation.TimeZone).Date;
        CampaignPhase? phase = campaign switch
        {
            { Status: CampaignStatus.Cancelled } => CampaignPhase.Withdrawn,
            { EndsOn: { } last } when today > last => CampaignPhase.Over,
            { StartsOn: { } first } when today < first => CampaignPhase.Coming,
            { StartsOn: null, EndsOn: null } => null,
            _ => CampaignPhase.Live,
        };
        return new(campaign.Id, campaign.Name ?? campaign.Id, campaign.StartsOn, campaign.EndsOn, phase, Announcement: null);
    }
}
