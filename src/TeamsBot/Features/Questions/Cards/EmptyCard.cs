using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>A question that was understood, and no record matches: what was looked for, and where there may be more.</summary>
internal static class EmptyCard
{
    public static AdaptiveCard Render(AnswerView view)
    {
        var (say, query) = (view.Say, view.Answer.Query!);
        AdaptiveElement?[] body =
        [
            Anatomy.State(AnswerCard.StateOf(query, view.Wording)),
            Anatomy.Title(say.Text("answer.nothing")),
            Anatomy.Text(view.Answer.Text, AdaptiveSpacing.Small),
        ];
        var buttons = view.Answer.Asked is { } asked ? FollowUps.AfterNothing(asked, view.Wording).Select(AnswerButtons.Button) : [];
        return Anatomy.Card(say, LeadWords.Cut(view.Answer.Text, 95), view.Answer.Text, body, [.. buttons, .. Definition(view, query)]);
    }

    private static IEnumerable<AdaptiveAction> Definition(AnswerView view, Query query) =>
        query.Form == QueryForm.Sla ? [] : [AnswerButtons.Define(query, view.Say)];
}
