using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>A question asked back: each meaning is named as its button is, with what it counts. The buttons are equals.</summary>
internal static class ClarifyCard
{
    private const int LongestQuestion = 120;

    public static AdaptiveCard Render(AnswerView view)
    {
        var (say, choices) = (view.Say, view.Answer.Choices);
        var question = view.Answer.Text.Split('?', '？', '؟')[0] + (say.IsRightToLeft ? "؟" : view.Answer.Text.Contains('？', StringComparison.Ordinal) ? "？" : "?");
        AdaptiveElement?[] body =
        [
            Asked(view),
            Anatomy.Title(question),
            .. choices.Where(choice => choice.Title != choice.Restatement).Select((choice, index) =>
                Anatomy.Line(index == 0 ? AdaptiveSpacing.Medium : AdaptiveSpacing.Small, Anatomy.Labelled(say.Text("answer.name", ("name", new Phrase(choice.Title))), Rest(choice)))),
        ];
        return Anatomy.Card(
            say, LeadWords.Cut(view.Answer.Text, 95), view.Answer.Text, body,
            [.. choices.Select((choice, index) => AnswerButtons.Ask($"reading-{index + 1}", choice.Title, QuestionVerbs.Choose, choice.Query))]);
    }

    // The title is not said twice.
    private static string Rest(AnswerChoice choice) =>
        Anatomy.Dotted(choice.Restatement.Split(" · ").Where(part => !string.Equals(part, choice.Title, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The question as it was asked, in quotes; null for a button's.</summary>
    public static AdaptiveElement? Asked(AnswerView view) =>
        view.Question is { } question ? Anatomy.State(view.Say.Text("answer.asked", ("question", LeadWords.Cut(question, LongestQuestion)))) : null;
}
