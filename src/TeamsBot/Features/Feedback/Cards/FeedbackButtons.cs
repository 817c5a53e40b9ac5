using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Feedback.Cards;

/// <summary>The buttons of feedback's cards.</summary>
internal static class FeedbackButtons
{
    /// <summary>The figures of one campaign in some days.</summary>
    /// <param name="week">The Monday of the card that it goes back to; null where there is none.</param>
    public static AdaptiveExecuteAction Show(string id, string title, FeedbackCampaign campaign, FeedbackSpan span, LocalDate? week = null) => Anatomy.Button(
        id,
        title,
        FeedbackVerbs.Show,
        CardData.Of(
        [
            (FeedbackVerbs.Campaign, campaign.Id),
            (FeedbackVerbs.Days, new DaySpan(span.From, span.To).ToString()),
            .. week is { } monday ? [(FeedbackVerbs.Week, LocalDatePattern.Iso.Format(monday))] : Array.Empty<(string, CardValue)>(),
        ]));

    public static AdaptiveExecuteAction List(Say say) => Anatomy.Button("feedback-list", say.Text("button.allFeedback"), FeedbackVerbs.List, CardData.Empty);

    public static AdaptiveExecuteAction Back(LocalDate monday, Say say) =>
        Anatomy.Button("feedback-back", say.Text("button.back"), FeedbackVerbs.Back, CardData.Of((FeedbackVerbs.Week, LocalDatePattern.Iso.Format(monday))));
}
