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
                .. isDenied ? [] : new AdaptiveAction[] { Anatomy.Says("ask-example", say.Text("button.example"), say.Text("example.count")) },
                Anatomy.Says("ask-help", say.Text("button.help"), say.Text("answer.helpSay")),
            ]);
    }
}
