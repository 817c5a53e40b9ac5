using NodaTime;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Questions;
using TeamsBot.Features.Announcements.Cards;
using TeamsBot.Storage.ReadModel;

namespace TeamsBot.Features.Announcements;

/// <summary>What came of a campaign so far, by the same metrics as every answer.</summary>
public sealed class CampaignOutcome(FiguresModel figures)
{
    public async Task<CampaignResults> OfAsync(Announcement announcement, DateTimeZone zone, CancellationToken cancel)
    {
        await figures.CatchUpAsync(cancel);
        var (revenue, currency) = await RevenueAsync(announcement, zone, cancel);
        return new(
            await CountAsync(announcement, Metrics.Leads, zone, cancel),
            await CountAsync(announcement, Metrics.Handoffs, zone, cancel),
            await CountAsync(announcement, Metrics.AcceptedHandoffs, zone, cancel),
            await CountAsync(announcement, Metrics.WonDeals, zone, cancel),
            revenue,
            currency);
    }

    private async Task<long> CountAsync(Announcement announcement, string metric, DateTimeZone zone, CancellationToken cancel) =>
        await figures.AnswerAsync(QueryOf(announcement, metric), zone, cancel) is { Rows: [[.., double count]] } ? (long)count : 0;

    private async Task<(decimal? Revenue, string? Currency)> RevenueAsync(Announcement announcement, DateTimeZone zone, CancellationToken cancel)
    {
        var answer = await figures.AnswerAsync(QueryOf(announcement, Metrics.Revenue), zone, cancel);
        return answer is { Rows: [[.., double sum]] } ? ((decimal)sum, answer.Currency) : (null, null);
    }

    // Records name a campaign by its id or its name.
    private static Query QueryOf(Announcement announcement, string metric) => new(metric) { Filters = [new("campaign", [announcement.Id, announcement.Content.Name])] };
}
