using TeamsBot.Domain.Feedback;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Feedback.Cards;

/// <summary>What sales said of one campaign: what has crossed a line, the figures beside those of before, and some of the words.</summary>
public static class FeedbackCard
{
    private const int MostExamples = 3;

    public static AdaptiveCard Render(FeedbackView view)
    {
        var (say, of) = (view.Say, view.Of);
        var (state, name) = (say.Text("feedback.state", ("days", FeedbackSentences.Days(view.Span, view.Moments))), FeedbackSentences.Name(of.Campaign, say));
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            Anatomy.Title(name),
            .. FeedbackSentences.Trends(of, say),
            .. of.Now.IsEmpty && of.Before.IsEmpty ? [Anatomy.Text(say.Text("feedback.nothing"))] : FeedbackTables.Of(view),
            .. of.Examples.Count == 0 ? [] : new[] { Anatomy.Name(say.Text("feedback.words")) with { Spacing = AdaptiveSpacing.Medium } },
            .. FeedbackSentences.Examples(of, say, MostExamples),
            Anatomy.Note(say.Text(view.Span.Stretches == 1 ? "feedback.countedFourWeeks" : "feedback.counted"), AdaptiveSpacing.Medium),
        ];
        var summary = LeadWords.Cut(say.Text("summary.state", ("state", new Phrase(state)), ("who", new Phrase(name))), 95);
        string[] spoken = [summary, .. of.Trends.Select(trend => FeedbackSentences.Trend(trend, say))];
        return Anatomy.Card(say, summary, string.Join(say.Text("sentence.end"), spoken), body, [.. Actions(view)]);
    }

    private static IEnumerable<AdaptiveAction> Actions(FeedbackView view)
    {
        var (say, today) = (view.Say, view.Moments.Today);
        (string Key, FeedbackSpan Span)[] others = [("button.last7Days", FeedbackSpan.LastWeek(today)), ("button.last4Weeks", FeedbackSpan.LastFourWeeks(today))];
        if (view.Week is { } monday)
        {
            yield return FeedbackButtons.Back(monday, say);
        }

        foreach (var (key, span) in others.Where(other => other.Span != view.Span))
        {
            yield return FeedbackButtons.Show(key.Replace('.', '-'), say.Text(key), view.Of.Campaign, span, view.Week);
        }

        if (view.Week is null)
        {
            yield return FeedbackButtons.List(say);
        }
    }
}
