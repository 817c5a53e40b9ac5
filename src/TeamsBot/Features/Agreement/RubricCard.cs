using TeamsBot.Domain.Scoring;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Agreement;

/// <summary>What a lead is worth by the agreement, rule by rule.</summary>
public static class RubricCard
{
    // More would not fit a card in every language; the document has all.
    private const int MostRules = 30;

    public static AdaptiveCard Render(AgreementView view)
    {
        var (say, rubric) = (view.Say, view.Agreement.Rubric);
        var (title, state) = (say.Text("score.title"), say.Text("agreement.state", ("version", view.Agreement.Version)));
        AdaptiveElement?[] body =
        [
            Anatomy.State(state),
            Anatomy.Title(title),
            Anatomy.Facts(
                Anatomy.Fact(say.Text("term.mql"), say.Text("score.from", ("from", rubric.MqlFrom))),
                Anatomy.Fact(say.Text("score.own"), say.Text("score.ownShare", ("percent", new Phrase(say.Percent(rubric.OwnScorePercent / 100.0)))))),
            rubric.Rules.Count == 0 ? Anatomy.Text(say.Text("score.noRules")) : null,
            .. rubric.Rules.Take(MostRules).GroupBy(rule => rule.Reason).OrderBy(group => group.Key).SelectMany(group => Section(group.Key, group, say)),
            rubric.Rules.Count > MostRules ? Anatomy.Note(say.Text("score.moreRules", ("n", rubric.Rules.Count - MostRules))) : null,
            view.MayChange ? Anatomy.Note(say.Text("score.howToChange"), AdaptiveSpacing.Medium) : null,
        ];
        var spoken = say.Text("setup.spoken", ("state", new Phrase(state)), ("title", new Phrase(title)));
        var back = Anatomy.Button(AgreementVerbs.View, say.Text("button.back"), AgreementVerbs.View, CardData.Empty);
        var change = Anatomy.Button(AgreementVerbs.Document, say.Text("agreement.document"), AgreementVerbs.Document, CardData.Empty);
        return Anatomy.Card(say, title, spoken, body, view.MayChange ? [change, .. Suggest(view), back] : [back]);
    }

    private static IEnumerable<AdaptiveAction> Suggest(AgreementView view) => view.Agreement.Rubric.Rules.Count == 0 ? [] :
        [Anatomy.Button(AgreementVerbs.Suggest, view.Say.Text("suggest.button"), AgreementVerbs.Suggest, CardData.Empty)];

    private static IEnumerable<AdaptiveElement> Section(ScoreReason reason, IEnumerable<ScoreRule> rules, Say say) =>
    [
        new AdaptiveTextBlock(CardText.Plain(ScoreWords.Section(reason, say))) { Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.Medium },
        .. rules.Select(rule => Anatomy.Line(
            AdaptiveSpacing.None,
            new AdaptiveTextRun(ScoreWords.Points(rule.Points, say)) { Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun($"\u00a0 {ScoreWords.Rule(rule, say)}"))),
    ];
}
