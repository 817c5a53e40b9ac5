using NodaTime;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Feedback;

/// <summary>What one place is told of a week: the campaigns of one owner, or those without one; most telling first.</summary>
/// <param name="Place">Null where nobody is to be found who would hear it.</param>
public sealed record PlaceFeedback(FeedbackPlace? Place, IReadOnlyList<CampaignFeedback> Campaigns);

/// <summary>Who is to hear what of a week that is over.</summary>
public sealed class FeedbackWeek(FeedbackReports reports, FeedbackPlaces places, FeedbackStore store)
{
    // Enough for the first rows of a card; a press of a button shows the others.
    private const int WithExamples = 5;

    /// <summary>The days of a week that is told on this Monday.</summary>
    public static FeedbackSpan DaysOf(LocalDate monday) => FeedbackSpan.WeekOf(monday.PlusWeeks(-1));

    /// <summary>All places, with the trends that are new in that week; they are remembered before anybody is told.</summary>
    public async Task<IReadOnlyList<PlaceFeedback>> AllAsync(Organisation organisation, LocalDate monday, CancellationToken cancel)
    {
        var happened = (await reports.AllAsync(organisation, DaysOf(monday), cancel)).Where(campaign => !campaign.Now.IsEmpty).ToArray();
        List<(FeedbackPlace? Place, CampaignFeedback Campaign)> found = [];
        foreach (var ofOwner in happened.GroupBy(campaign => campaign.Campaign.Owner?.Id))
        {
            var place = await PlaceOfAsync(ofOwner.First().Campaign.Owner, organisation, cancel);
            foreach (var campaign in ofOwner)
            {
                found.Add((place, campaign with { Trends = await NewTrendsAsync(organisation.TenantId, campaign, DaysOf(monday).From, cancel) }));
            }
        }

        return [.. found.GroupBy(there => there.Place?.Id).Select(there => new PlaceFeedback(there.First().Place, [.. Ordered(there.Select(one => one.Campaign))]))];
    }

    /// <summary>The same of one place; null where it has nothing.</summary>
    public async Task<PlaceFeedback?> OfAsync(Organisation organisation, LocalDate monday, string place, CancellationToken cancel) =>
        (await AllAsync(organisation, monday, cancel)).FirstOrDefault(there => there.Place?.Id == place) is { } found ? await WithExamplesAsync(found, organisation, monday, cancel) : null;

    public async Task<PlaceFeedback> WithExamplesAsync(PlaceFeedback of, Organisation organisation, LocalDate monday, CancellationToken cancel)
    {
        List<CampaignFeedback> campaigns = [];
        foreach (var campaign in of.Campaigns)
        {
            campaigns.Add(campaigns.Count < WithExamples ? await reports.WithExamplesAsync(campaign, organisation, DaysOf(monday), cancel) : campaign);
        }

        return of with { Campaigns = campaigns };
    }

    private async Task<FeedbackPlace?> PlaceOfAsync(PersonRef? owner, Organisation organisation, CancellationToken cancel) =>
        (owner is null ? null : await places.OfAsync(owner, organisation, cancel)) ?? await places.OfMarketingAsync(organisation, cancel);

    private static IEnumerable<CampaignFeedback> Ordered(IEnumerable<CampaignFeedback> campaigns) =>
        campaigns.OrderByDescending(campaign => campaign.Trends.Count).ThenByDescending(campaign => campaign.Now.Said).ThenByDescending(campaign => campaign.Now.Handed)
            .ThenBy(campaign => campaign.Campaign.Name, StringComparer.Ordinal);

    // Whoever looks at a week first decides what is new in it; all others, and the same one after a crash, read that.
    private async Task<IReadOnlyList<Trend>> NewTrendsAsync(string tenant, CampaignFeedback campaign, LocalDate week, CancellationToken cancel)
    {
        while (Keys.Fits(campaign.Campaign.Id))
        {
            var known = await store.TrendsAsync(tenant, campaign.Campaign.Id, cancel);
            var after = known.Value.After(week, campaign.Now, campaign.Before);
            if (ReferenceEquals(after, known.Value) || await store.SaveAsync(tenant, campaign.Campaign.Id, known, after, cancel))
            {
                return after.NewIn(week);
            }
        }

        return [];
    }
}
