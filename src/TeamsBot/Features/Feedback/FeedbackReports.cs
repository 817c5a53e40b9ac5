using NodaTime;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Feedback;

/// <summary>What was said of a campaign, beside the four weeks before.</summary>
public sealed record CampaignFeedback(FeedbackCampaign Campaign, FeedbackFigures Now, FeedbackFigures Before)
{
    /// <summary>What has crossed a line and is to be pointed out.</summary>
    public IReadOnlyList<Trend> Trends { get; init; } = [];

    /// <summary>Words of leads and reps, the latest first.</summary>
    public IReadOnlyList<FeedbackExample> Examples { get; init; } = [];
}

/// <param name="Text">Without ways to reach a person.</param>
/// <param name="Company">The lead's; null where it is not known.</param>
public sealed record FeedbackExample(string Text, string? Company, LeadId Lead);

/// <summary>Brings together what sales said of campaigns: the counts from the read model, the words from the store, where they are erased with their lead.</summary>
public sealed class FeedbackReports(FiguresModel figures, FeedbackCampaigns campaigns, HandoffStore handoffs)
{
    private const int MostExamples = 3;

    // Some leads were forgotten, some handoffs have nothing of these days but an older note.
    private const int MostLookedAt = 12;

    /// <summary>All campaigns, also those of which nothing was said.</summary>
    public async Task<IReadOnlyList<CampaignFeedback>> AllAsync(Organisation organisation, FeedbackSpan span, CancellationToken cancel)
    {
        await figures.CatchUpAsync(cancel);
        var (now, before) = (await CountAsync(organisation, span, cancel), await CountAsync(organisation, span.Before, cancel));
        var all = await campaigns.AllAsync(organisation.TenantId, now.Keys.Concat(before.Keys), cancel);
        return [.. all.Select(campaign => new CampaignFeedback(campaign, Of(campaign, now), Of(campaign, before)))];
    }

    /// <summary>The same with some of the words that were said.</summary>
    public async Task<CampaignFeedback> WithExamplesAsync(CampaignFeedback feedback, Organisation organisation, FeedbackSpan span, CancellationToken cancel)
    {
        var (from, to) = (span.StartIn(organisation.TimeZone), span.EndIn(organisation.TimeZone));
        List<FeedbackExample> examples = [];
        foreach (var id in await figures.QuotedAsync(organisation.TenantId, feedback.Campaign.Words, from, to, MostLookedAt, cancel))
        {
            if (examples.Count < MostExamples && await handoffs.LoadAsync(id, cancel) is { } stored && TextOf(stored.Handoff, from, to) is { } text)
            {
                examples.Add(new(Quoting.WithoutContacts(text), stored.Lead.Company, id.Lead));
            }
        }

        return feedback with { Examples = examples };
    }

    // What the lead said is worth more than what was noted for marketing.
    private static string? TextOf(Handoff handoff, Instant from, Instant to) => handoff switch
    {
        { Feedback.Quote: { } quote } when quote.At >= from && quote.At < to => quote.What,
        { Rejection: { Note: { } note, At: var at } } when at >= from && at < to => note,
        _ => null,
    };

    private Task<IReadOnlyDictionary<string, FeedbackFigures>> CountAsync(Organisation organisation, FeedbackSpan span, CancellationToken cancel) =>
        figures.FeedbackAsync(organisation.TenantId, span.StartIn(organisation.TimeZone), span.EndIn(organisation.TimeZone), cancel);

    private static FeedbackFigures Of(FeedbackCampaign campaign, IReadOnlyDictionary<string, FeedbackFigures> counted) =>
        FeedbackFigures.Sum([.. campaign.Words.Select(word => counted.GetValueOrDefault(word)).OfType<FeedbackFigures>()]);
}
