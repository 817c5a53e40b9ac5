using TeamsBot.Domain.Scoring;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Handoffs.Cards;

/// <summary>Why a lead has the score that it has, line by line.</summary>
internal static class ScoreCard
{
    // More would not fit a card in every language.
    private const int MostLines = 30;

    public static AdaptiveCard Render(HandoffView view)
    {
        var (say, score) = (view.Say, view.Score);
        var title = score.Points is { } points ? say.Text("score.why", ("score", points)) : say.Text("score.none");
        var shown = score.Lines.Take(MostLines).ToList();
        AdaptiveElement?[] body =
        [
            Anatomy.State(title),
            Anatomy.Title(view.Lead.Who(say).Text),
            Anatomy.Facts(
            [
                Anatomy.Fact(say.Text("label.tier"), TierWords.Of(view.Handoff.Tier, say)),
                view.Agreement is { } agreed && score.Points is { } reached ? Anatomy.Fact(say.Text("term.mql"), Threshold(agreed.Rubric, reached, say)) : null,
            ]),
            .. shown.GroupBy(line => line.Reason).OrderBy(group => group.Key).SelectMany(group => Section(group.Key, group, view)),
            score.Lines.Count == 0 ? Anatomy.Text(say.Text("score.noLines")) : null,
            score.Lines.Count > MostLines ? Anatomy.Note(say.Text("score.more", ("n", score.Lines.Count - MostLines))) : null,
            view.Handoff.Score is null ? null : Anatomy.Note(say.Text("score.counted", ("version", view.Handoff.AcceptClock.Agreement), ("time", view.Moments.On(view.Handoff.RequestedAt))), AdaptiveSpacing.Medium),
            shown.Any(line => line.At is not null) ? Anatomy.Note(say.Text("score.fades")) : null,
            view.Agreement is { } terms && terms.TierOf(score.Points) != view.Handoff.Tier ? Anatomy.Note(say.Text("score.tierByHand", ("tier", new Phrase(TierWords.Of(terms.TierOf(score.Points), say))))) : null,
        ];
        var spoken = say.Text("setup.spoken", ("state", new Phrase(title)), ("title", view.Lead.FullWho(say)));
        return Anatomy.Card(say, title, spoken, body, HandoffButtons.Back(view));
    }

    private static string Threshold(Rubric rubric, int reached, Say say) =>
        say.Text(rubric.IsMql(reached) ? "score.isMql" : "score.isNoMql", ("from", rubric.MqlFrom));

    private static IEnumerable<AdaptiveElement> Section(ScoreReason reason, IEnumerable<ScoredLine> lines, HandoffView view) =>
    [
        new AdaptiveTextBlock(CardText.Plain(ScoreWords.Section(reason, view.Say))) { Weight = AdaptiveTextWeight.Bolder, Spacing = AdaptiveSpacing.Medium },
        .. lines.Select(line => LeadBlocks.ScoreLine(line, view)),
    ];
}
