using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>What may be asked next. None stands out, for answers recommend nothing.</summary>
internal static class AnswerButtons
{
    private const int LongestTitle = 40;

    public static IEnumerable<AdaptiveAction> Of(QuestionAnswer answer, Wording wording)
    {
        if (answer.Asked is not { } asked)
        {
            yield break;
        }

        foreach (var followUp in FollowUps.Of(asked, wording))
        {
            yield return Button(followUp);
        }

        if (answer.Figures is { } figures && Math.Max(figures.Rows.Count, figures.Records * (asked.Form == QueryForm.List ? 1 : 0)) > TableBlocks.MostRows)
        {
            yield return Ask("ask-file", wording.Say.Text("button.allRows"), QuestionVerbs.File, asked);
        }

        if (asked.Form != QueryForm.Sla)
        {
            yield return Define(asked, wording.Say);
        }
    }

    public static AdaptiveExecuteAction Button(FollowUp followUp) => Ask(followUp.Id, followUp.Title, QuestionVerbs.FollowUp, followUp.Query);

    public static AdaptiveExecuteAction Ask(string id, string title, string verb, Query query) =>
        Anatomy.Button(id, LeadWords.Cut(title, LongestTitle), verb, CardData.Of(("q", QueryJson.Text(query))));

    /// <summary>What the metric means, in the menu.</summary>
    public static AdaptiveExecuteAction Define(Query query, Say say) =>
        Ask("ask-define", say.Text("button.definition"), QuestionVerbs.Define, query) with { Mode = AdaptiveActionMode.Secondary };
}
