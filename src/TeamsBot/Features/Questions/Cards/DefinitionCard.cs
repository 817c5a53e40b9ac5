using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>What a metric or a word means, or two side by side, with the way back to the answer that it was asked from.</summary>
public static class DefinitionCard
{
    /// <param name="query">A definition, or an answer's own question, whose metric is explained then.</param>
    /// <param name="back">The question to go back to; null where there is none.</param>
    public static AdaptiveCard Render(Query query, Query? back, Wording wording)
    {
        var say = wording.Say;
        var terms = Definitions.Of(query.Form == QueryForm.Definition ? query : new Query(query.Metric), say);
        var names = string.Join(say.Text("list.comma"), terms.Select(term => say.Value(term.Name)));
        var text = string.Join(' ', terms.Select(term => say.Text("said.means", ("term", new Phrase(term.Name)), ("meaning", new Phrase(term.Meaning)))));
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("answer.definition")),
            Anatomy.Title(names),
            .. terms.Select(term => terms.Count == 1
                ? (AdaptiveElement)Anatomy.Text(AnswerCard.Capital(term.Meaning))
                : Anatomy.Line(AdaptiveSpacing.Medium, Anatomy.Labelled(say.Text("answer.name", ("name", new Phrase(term.Name))), term.Meaning))),
        ];
        return Anatomy.Card(say, LeadWords.Cut(text, 95), text, body, [.. Buttons(query, back, say)]);
    }

    private static IEnumerable<AdaptiveAction> Buttons(Query query, Query? back, Say say)
    {
        if (back is not null)
        {
            yield return AnswerButtons.Ask("ask-back", say.Text("button.back"), QuestionVerbs.FollowUp, back);
        }
        else if (query.Field is null && query.Metric != Metrics.Funnel)
        {
            yield return AnswerButtons.Ask("ask-figure", say.Text("button.showFigure"), QuestionVerbs.FollowUp, new Query(query.Metric));
        }
    }
}
