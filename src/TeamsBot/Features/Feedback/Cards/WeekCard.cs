using TeamsBot.Domain.Feedback;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Feedback.Cards;

/// <summary>A week of one owner's campaigns, the most telling first: each in a few lines, with its figures a press away.</summary>
public static class WeekCard
{
    private const int MostCounted = 4;

    // So many campaigns, and so many words of each, from what most have room for down to what always fits.
    private static readonly (int Campaigns, int Examples)[] Rooms = [(6, 2), (5, 2), (4, 1), (3, 1), (2, 1)];

    public static AdaptiveCard Render(WeekView view) => CardRoom.Fit(Rooms, room => Render(view, room.Campaigns, room.Examples));

    private static AdaptiveCard Render(WeekView view, int most, int examples)
    {
        var say = view.Say;
        var days = FeedbackSentences.Days(view.Span, view.Moments);
        var state = say.Text("feedback.weekState", ("days", days));
        var title = view.Campaigns is [var only] ? FeedbackSentences.Name(only.Campaign, say) : say.Text("feedback.weekTitle", ("n", view.Campaigns.Count));
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            Anatomy.Title(title),
            .. view.Campaigns.Take(most).SelectMany((campaign, at) => Campaign(view, campaign, at + 1, examples)),
            view.Campaigns.Count > most ? Anatomy.Note(say.Text("feedback.moreCampaigns", ("count", view.Campaigns.Count - most), ("command", say.Phrase("feedback.say"))), AdaptiveSpacing.Medium) : null,
            Anatomy.Note(say.Text("feedback.brackets"), AdaptiveSpacing.Medium),
        ];
        var summary = LeadWords.Cut(say.Text("summary.state", ("state", new Phrase(state)), ("who", new Phrase(title))), 95);
        string[] spoken = [summary, .. view.Campaigns.Take(most).SelectMany(campaign => campaign.Trends.Select(trend => FeedbackSentences.Trend(trend, say)))];
        return Anatomy.Card(say, summary, string.Join(say.Text("sentence.end"), spoken), body, FeedbackButtons.List(say));
    }

    private static IEnumerable<AdaptiveElement> Campaign(WeekView view, CampaignFeedback of, int number, int examples)
    {
        var say = view.Say;
        var button = FeedbackButtons.Show($"feedback-{number}", say.Text("button.figures"), of.Campaign, view.Span, view.Monday);
        return
        [
            view.Campaigns.Count == 1
                ? Anatomy.Row(Answered(of, view.Span, say), "", button)
                : Anatomy.Row(FeedbackSentences.Name(of.Campaign, say), Answered(of, view.Span, say), button) with { Separator = number > 1 },
            .. FeedbackSentences.Trends(of, say),
            .. Counted("feedback.whyRejected", FeedbackSentences.Reasons(of, say), view),
            .. Counted("feedback.whatHeard", FeedbackSentences.Objections(of, say), view),
            .. Counted("feedback.whatHelped", FeedbackSentences.Content(of, say), view),
            .. FeedbackSentences.Examples(of, say, examples),
        ];
    }

    // "12 handed over · 7 of 10 accepted, 70% (before 82%)".
    private static string Answered(CampaignFeedback of, FeedbackSpan span, Say say) => Anatomy.Dotted(
        say.Text("feedback.handedOver", ("n", of.Now.Handed), ("before", new Phrase(FeedbackSentences.Before(of.Before.Handed, span, say)))),
        (of.Now.AcceptanceRate, of.Before.AcceptanceRate) switch
        {
            ({ } now, { } before) => say.Text("feedback.acceptedOf", Accepted(of, now, say, ("before", new Phrase(say.Percent(before))))),
            ({ } now, null) => say.Text("feedback.acceptedFirst", Accepted(of, now, say)),
            _ => say.Text("feedback.noneAnswered"),
        });

    private static (string, object?)[] Accepted(CampaignFeedback of, double rate, Say say, params (string, object?)[] further) =>
        [("accepted", of.Now.Accepted), ("answered", of.Now.Answered), ("percent", new Phrase(say.Percent(rate))), .. further];

    // Only what was said in the week; what was not is in the figures.
    private static IEnumerable<AdaptiveElement> Counted(string key, IReadOnlyList<CountedLine> lines, WeekView view)
    {
        var said = lines.Where(line => line.Now > 0).ToArray();
        if (said.Length == 0)
        {
            return [];
        }

        var say = view.Say;
        var counts = said.Take(MostCounted).Select(line => say.Text(
            "feedback.count", ("what", new Phrase(line.What)), ("now", line.Now), ("before", new Phrase(FeedbackSentences.Before(line.Before, view.Span, say)))));
        return [Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(say.Text(key), string.Join(say.Text("list.comma"), counts)))];
    }
}
