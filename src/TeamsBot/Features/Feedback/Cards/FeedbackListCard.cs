using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Feedback.Cards;

/// <summary>The campaigns of which sales said something, or those that go by what was typed.</summary>
public static class FeedbackListCard
{
    private const int MostRows = 12;

    public static AdaptiveCard Render(FeedbackListView view)
    {
        var say = view.Moments.Say;
        var state = view.Asked is { } asked
            ? say.Text("feedback.which", ("name", LeadWords.Cut(asked, FeedbackSentences.LongestName)))
            : say.Text("feedback.state", ("days", FeedbackSentences.Days(view.Span, view.Moments)));
        var title = say.Text("feedback.byCampaign");
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            Anatomy.Title(title),
            .. view.Campaigns.Take(MostRows).Select((of, at) => Anatomy.Row(
                FeedbackSentences.Name(of.Campaign, say),
                Known(of, say),
                FeedbackButtons.Show($"feedback-{at + 1}", say.Text("button.show"), of.Campaign, view.Span))),
            view.Campaigns.Count > MostRows ? Anatomy.Note(say.Text("feedback.more", ("count", view.Campaigns.Count - MostRows))) : null,
            view.Campaigns.Count == 0 ? Anatomy.Text(say.Text("feedback.none")) : null,
        ];
        return Anatomy.Card(say, title, Anatomy.Dotted(title, state), body);
    }

    private static string Known(CampaignFeedback of, Say say) => of.Now.IsEmpty ? say.Text("feedback.nothingYet") : Anatomy.Dotted(
        of.Now.Answered == 0 ? null : say.Text("feedback.acceptedShort", ("accepted", of.Now.Accepted), ("answered", of.Now.Answered)),
        of.Now.ObjectionsHeard == 0 ? null : say.Text("feedback.objectionsShort", ("n", of.Now.ObjectionsHeard)),
        of.Now.Answered + of.Now.ObjectionsHeard == 0 ? say.Text("feedback.handedShort", ("n", of.Now.Handed)) : null);
}
