using TeamsBot.Domain.Agreement;

namespace TeamsBot.Domain.Scoring;

/// <summary>Points for the rules of a rubric, fitted to what came of past leads: a proposal, which nobody applies but people.</summary>
/// <param name="Leads">Leads whose outcome is known.</param>
/// <param name="Good">Those of them that turned out well.</param>
/// <param name="IsOfWon">Whether well means won; else it means accepted, where too few deals closed.</param>
/// <param name="FittedAuc">Of the fit, on leads that it was not fitted to.</param>
/// <param name="PresentAuc">Of the score by the present rubric, on the same leads.</param>
public sealed record RubricFit(Rubric Proposal, int Leads, int Good, bool IsOfWon, double FittedAuc, double PresentAuc)
{
    /// <summary>How far back the past is looked at.</summary>
    public static readonly NodaTime.Duration Back = NodaTime.Duration.FromDays(365);

    /// <summary>Fewer leads of either outcome say nothing.</summary>
    public const int LeastOfEach = 20;

    private const int Folds = 5;
    private const double Penalty = 1;

    // What the heaviest rule of a proposal is worth; the others follow.
    private const int Heaviest = 30;

    /// <summary>Null where the rubric has no rules or the past says too little. The same past gives the same fit, in whatever order it comes.</summary>
    public static RubricFit? Of(IReadOnlyList<PastLead> past, SlaAgreement agreement)
    {
        var won = past.Where(lead => lead.Won + lead.Lost > 0).Select(lead => (Lead: lead, IsGood: lead.Won > 0)).ToList();
        var accepted = past.Where(lead => lead.Accepted is not null).Select(lead => (Lead: lead, IsGood: lead.Accepted == true)).ToList();
        var isOfWon = IsEnough(won);
        var known = (isOfWon ? won : accepted).OrderBy(one => one.Lead.Lead.Id.Value, StringComparer.Ordinal).ThenBy(one => one.Lead.At).ToList();
        if (!IsEnough(known) || agreement.Rubric.Rules.Count == 0)
        {
            return null;
        }

        double[][] features = [.. known.Select(one => agreement.Rubric.Rules.Select(rule => rule.Weight(one.Lead.Lead, one.Lead.At)).ToArray())];
        bool[] isGood = [.. known.Select(one => one.IsGood)];
        double[] present = [.. known.Select(one => (double)(Score.Of(one.Lead.Lead, agreement.Rubric, one.Lead.At).Points ?? 0))];
        return new(
            Propose(agreement.Rubric, LogisticRegression.Fit(features, isGood, Penalty)),
            known.Count,
            isGood.Count(good => good),
            isOfWon,
            Auc.Of(LogisticRegression.CrossValidated(features, isGood, Penalty, Folds), isGood),
            Auc.Of(present, isGood));
    }

    private static bool IsEnough(IReadOnlyCollection<(PastLead Lead, bool IsGood)> known) =>
        known.Count(one => one.IsGood) >= LeastOfEach && known.Count(one => !one.IsGood) >= LeastOfEach;

    // A rule keeps its sign, which its part of the rubric says: one that the past speaks against is left out.
    private static Rubric Propose(Rubric rubric, double[] weights)
    {
        var unit = Heaviest / Math.Max(weights.Skip(1).Max(Math.Abs), 1e-9);
        var rules = rubric.Rules.Select((rule, index) => rule with { Points = Math.Clamp((int)Math.Round(weights[index + 1] * unit, MidpointRounding.AwayFromZero), -Rubric.MostPoints, Rubric.MostPoints) });
        return rubric with { Rules = [.. rules.Where((rule, index) => rule.Points != 0 && Math.Sign(rule.Points) == Math.Sign(rubric.Rules[index].Points))] };
    }
}
