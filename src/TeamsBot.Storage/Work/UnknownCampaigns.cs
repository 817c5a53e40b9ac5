using TeamsBot.Domain;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>Campaigns that leads name and nobody has announced: their owner is to be asked, once each.</summary>
public sealed class UnknownCampaigns(CampaignStore campaigns, AnnouncementStore announcements, WorkQueue queue, TimeProvider time)
{
    /// <summary>The kind of work that records such a campaign and asks about it.</summary>
    public const string WorkKind = "campaign.unknown";

    /// <summary>What <see cref="SeenAsync"/> wrote into the key of the work.</summary>
    public static (string Tenant, string Campaign)? Read(string key) => Keys.Split(key) is [var tenant, var campaign] ? (tenant, campaign) : null;

    /// <summary>A lead names this campaign. Where it is unknown the work is planned; once it is recorded it is known.</summary>
    public async Task SeenAsync(string tenant, string? campaign, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(campaign)
            || !Keys.Fits(tenant, campaign)
            || await campaigns.GetAsync(campaign, cancel) is not null
            || await announcements.OfCampaignAsync(tenant, campaign, cancel) is not null)
        {
            return;
        }

        await queue.PlanAsync(WorkKind, Keys.Join(tenant, campaign), time.Now, cancel);
    }
}
