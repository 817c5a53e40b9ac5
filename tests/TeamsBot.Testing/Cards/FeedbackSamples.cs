using NodaTime;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Features.Feedback;
using TeamsBot.Features.Feedback.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Testing.Cards;

/// <summary>What sales said of campaigns, as marketing is shown it: a full week, a quiet one, the longest words, and those of a foe.</summary>
public static class FeedbackSamples
{
    private static readonly LocalDate Monday = new(2026, 11, 23);

    private static readonly FeedbackFigures Week = new()
    {
        Handed = 34,
        Accepted = 18,
        Reasons = new Dictionary<RejectionReason, int> { [RejectionReason.Budget] = 6, [RejectionReason.Timing] = 3, [RejectionReason.WrongData] = 1, [RejectionReason.Other] = 1, [RejectionReason.Competitor] = 1 },
        Objections = new Dictionary<Objection, int> { [Objection.Price] = 9, [Objection.Technical] = 4, [Objection.Trust] = 2, [Objection.None] = 11 },
        Content = [new(Samples.Content[1], 7), new(Samples.Content[2], 3), new(HelpfulContent.Of(ContentKind.None), 2)],
    };

    private static readonly FeedbackFigures Before = new()
    {
        Handed = 121,
        Accepted = 79,
        Reasons = new Dictionary<RejectionReason, int> { [RejectionReason.Budget] = 9, [RejectionReason.Timing] = 12, [RejectionReason.Profile] = 3 },
        Objections = new Dictionary<Objection, int> { [Objection.Price] = 11, [Objection.Technical] = 15, [Objection.Timing] = 6, [Objection.None] = 20 },
        Content = [new(Samples.Content[1], 13), new(Samples.Content[0], 4)],
    };

    private static readonly CampaignFeedback Full = new(Campaign("c-1", "Dock Delays 2026"), Week, Before)
    {
        Trends = Trend.Found(Week, Before),
        Examples =
        [
            new("Your price is fine, but who pays for the integration with our old dock system?", "Kestrel Cold Chain", Samples.Nadia.Id),
            new("Their budget is closed until April.", null, Samples.Unknown.Id),
        ],
    };

    private static readonly CampaignFeedback Quiet = new(Campaign("c-2", "Spring Fair"), new() { Handed = 2 }, FeedbackFigures.None);

    private static readonly CampaignFeedback Longest = Full with
    {
        Campaign = Campaign("c-3", "Winter Temperature-Controlled Distribution Roadshow 2026 for the North"),
        Examples = [new(string.Concat(Enumerable.Repeat("We would have to change how all of our nineteen depots plan. ", 5)), Samples.Longest.Company, Samples.Longest.Id)],
    };

    private static readonly CampaignFeedback Hostile = Full with
    {
        Campaign = Campaign(Samples.Hostile, Samples.Hostile),
        Now = Week with { Content = [new(new("x", Samples.Hostile), 3)] },
        Examples = [new(Samples.Hostile, Samples.Hostile, Samples.HostileLead.Id)],
    };

    public static IReadOnlyDictionary<string, Func<Say, AdaptiveCard>> All { get; } = new Dictionary<string, Func<Say, AdaptiveCard>>
    {
        ["feedback"] = say => FeedbackCard.Render(new(Moments(say), FeedbackWeek.DaysOf(Monday), Full) { Week = Monday }),
        ["feedback-four-weeks"] = say => FeedbackCard.Render(new(Moments(say), FeedbackSpan.LastFourWeeks(Monday), Longest with { Trends = [] })),
        ["feedback-quiet"] = say => FeedbackCard.Render(new(Moments(say), FeedbackSpan.LastWeek(Monday), Quiet)),
        ["feedback-nothing"] = say => FeedbackCard.Render(new(Moments(say), FeedbackSpan.LastWeek(Monday), Quiet with { Now = FeedbackFigures.None })),
        ["feedback-hostile"] = say => FeedbackCard.Render(new(Moments(say), FeedbackSpan.LastWeek(Monday), Hostile)),
        ["feedback-week"] = say => WeekCard.Render(new(Moments(say), Monday, [Full])),
        ["feedback-week-several"] = say => WeekCard.Render(new(Moments(say), Monday, [Full, Longest with { Trends = [] }, Quiet])),
        ["feedback-week-many"] = say => WeekCard.Render(new(Moments(say), Monday, [.. Enumerable.Range(1, 9).Select(n => Longest with { Campaign = Campaign($"c-{n}", $"Campaign {n}") })])),
        ["feedback-week-hostile"] = say => WeekCard.Render(new(Moments(say), Monday, [Hostile, Quiet])),
        ["feedback-list"] = say => FeedbackListCard.Render(new(Moments(say), FeedbackSpan.LastFourWeeks(Monday), Asked: null, [Full, Longest, Quiet])),
        ["feedback-which"] = say => FeedbackListCard.Render(new(Moments(say), FeedbackSpan.LastFourWeeks(Monday), Samples.Hostile, [Full, Quiet, Quiet with { Now = FeedbackFigures.None, Campaign = Campaign("c-4", "Spring Fair 2025") }])),
        ["feedback-none"] = say => FeedbackListCard.Render(new(Moments(say), FeedbackSpan.LastFourWeeks(Monday), Asked: null, [])),
    };

    private static FeedbackCampaign Campaign(string id, string name) => new(id, name, Samples.Anna, new HashSet<string> { id });

    private static Moments Moments(Say say) => new(say, Samples.Warsaw, Samples.Requested);
}
