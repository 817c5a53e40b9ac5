using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>Why a question is not answered, with one that is, as a button.</summary>
internal static class RefusalCard
{
    public static AdaptiveCard Render(AnswerView view)
    {
        var say = view.Say;
        var isDenied = view.Answer.Outcome == QuestionOutcome.Denied;
        AdaptiveElement?[] body =
        [
            ClarifyCard.Asked(view),
            Anatomy.Title(say.Text(isDenied ? "answer.denied" : "answer.refused")),
            Anatomy.Text(view.Answer.Text, AdaptiveSpacing.Small),
        ];
        return Anatomy.Card(
            say, LeadWords.Cut(view.Answer.Text, 95), view.Answer.Text, body,
            [
                .. isDenied ? Total(view) : [Anatomy.Says("ask-example", say.Text("button.example"), RefusalWords.ExampleIn(view.Answer.Text, say))],
                Anatomy.Says("ask-help", say.Text("button.help"), say.Text("answer.helpSay")),
            ]);
    }

    // To whom only parts are not shown, the whole is.
    private static IEnumerable<AdaptiveAction> Total(AnswerView view) =>
        view.Answer.Query is { Form: QueryForm.Figure, Metric: not Metrics.Funnel } query && view.Answer.Text == RefusalWords.Of(Denial.OnlyTotals, view.Say)
            ? [AnswerButtons.Ask("ask-total", view.Say.Text("button.total"), QuestionVerbs.FollowUp, new Query(query.Metric) { Period = query.Period })]
            : [];
}
