using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Feedback.Cards;

/// <summary>Figures of feedback in words.</summary>
internal static class FeedbackSentences
{
    public const int LongestName = 60;
    private const int LongestContent = 40;
    private const int LongestExample = 160;
    private const int LongestCompany = 40;

    public static string Name(FeedbackCampaign campaign, Say say) => say.Value(LeadWords.Cut(campaign.Name, LongestName));

    /// <summary>"16 Nov – 22 Nov".</summary>
    public static Phrase Days(FeedbackSpan span, Moments moments) =>
        moments.Say.Phrase("feedback.days", ("from", moments.Day(span.From)), ("to", moments.Day(span.To.PlusDays(-1))));

    /// <summary>What is counted, by its words: one list after the other.</summary>
    public static IReadOnlyList<CountedLine> Reasons(CampaignFeedback of, Say say) => Lines(
        of.Now.Reasons, of.Before.Reasons, reason => ReasonWords.Alone(ReasonWords.Of(reason, say)));

    /// <summary>That there was none comes last, however often.</summary>
    public static IReadOnlyList<CountedLine> Objections(CampaignFeedback of, Say say) =>
        [.. Lines(of.Now.Objections, of.Before.Objections, objection => FeedbackWords.Of(objection, say)).OrderBy(line => line.What == FeedbackWords.Of(Objection.None, say))];

    public static IReadOnlyList<CountedLine> Content(CampaignFeedback of, Say say) =>
    [
        .. of.Now.Content.Select(count => count.Content).Concat(of.Before.Content.Select(count => count.Content)).DistinctBy(content => content.Id)
            .Select(content => (Line: new CountedLine(FeedbackWords.Of(content, say, LongestContent), of.Now.TimesOf(content), of.Before.TimesOf(content)), IsNone: content.Kind == ContentKind.None))
            .OrderBy(line => line.IsNone).ThenByDescending(line => line.Line.Now).ThenByDescending(line => line.Line.Before).Select(line => line.Line),
    ];

    /// <summary>A number of the four weeks before, made comparable.</summary>
    public static string Before(int before, FeedbackSpan span, Say say) => say.Decimal((double)before / span.Stretches, 1);

    public static string Trend(Trend trend, Say say) => trend.Kind switch
    {
        TrendKind.Acceptance => say.Text("trend.acceptance", ("now", new Phrase(say.Percent(trend.Now))), ("before", new Phrase(say.Percent(trend.Before)))),
        TrendKind.Reason => Grown(trend, "trend.reason", ReasonWords.Alone(ReasonWords.Of(Enum.Parse<RejectionReason>(trend.What), say)), say),
        _ => Grown(trend, "trend.objection", FeedbackWords.Of(Enum.Parse<Objection>(trend.What), say), say),
    };

    /// <summary>What has crossed a line, each on a line of its own.</summary>
    public static IEnumerable<AdaptiveElement> Trends(CampaignFeedback of, Say say) => of.Trends.Select(trend => new AdaptiveTextBlock(CardText.Plain(Trend(trend, say)))
    {
        Weight = AdaptiveTextWeight.Bolder,
        Color = AdaptiveTextColor.Attention,
        Spacing = AdaptiveSpacing.Small,
    });

    /// <summary>Words of leads and reps, with the company where it is known.</summary>
    public static IEnumerable<AdaptiveElement> Examples(CampaignFeedback of, Say say, int most) => of.Examples.Take(most).Select(example => Anatomy.Text(
        Anatomy.Dotted(
            say.Text("feedback.quote", ("text", LeadWords.Cut(example.Text, LongestExample))),
            say.Given(example.Company) is null ? null : say.Value(LeadWords.Cut(example.Company!, LongestCompany))),
        AdaptiveSpacing.Small));

    private static IReadOnlyList<CountedLine> Lines<T>(IReadOnlyDictionary<T, int> now, IReadOnlyDictionary<T, int> before, Func<T, string> words)
        where T : struct, Enum =>
    [
        .. now.Keys.Union(before.Keys).Select(key => (Key: key, Line: new CountedLine(words(key), now.GetValueOrDefault(key), before.GetValueOrDefault(key))))
            .OrderByDescending(line => line.Line.Now).ThenByDescending(line => line.Line.Before).ThenBy(line => line.Key).Select(line => line.Line),
    ];

    private static string Grown(Trend trend, string key, string what, Say say) =>
        say.Text(key, ("what", new Phrase(what)), ("now", new Phrase(say.Decimal(trend.Now, 1))), ("before", new Phrase(say.Decimal(trend.Before, 1))));
}

/// <summary>One thing that is counted, now and in the four weeks before.</summary>
internal sealed record CountedLine(string What, int Now, int Before);
