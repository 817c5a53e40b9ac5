using TeamsBot.Domain.Scoring;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.Agreement;

/// <summary>What a proposal for the points of the rules rests on, and how good it is beside the rubric in force.</summary>
internal static class FitBlock
{
    public static IEnumerable<AdaptiveElement?> Of(RubricFit fit, Say say) =>
    [
        Anatomy.Text(say.Text(fit.IsOfWon ? "suggest.won" : "suggest.accepted", ("n", fit.Leads), ("good", fit.Good))),
        Anatomy.Facts(
            Anatomy.Fact(say.Text("suggest.fitted"), say.Decimal(fit.FittedAuc, 2, allDecimals: true)),
            Anatomy.Fact(say.Text("suggest.present"), say.Decimal(fit.PresentAuc, 2, allDecimals: true))),
        Anatomy.Note(say.Text("suggest.meaning")),
    ];
}
