namespace TeamsBot.Domain.Scoring;

/// <summary>How well scores tell two outcomes apart.</summary>
public static class Auc
{
    /// <summary>
    /// The area under the ROC curve: how likely a lead that turned out well has a higher score than one that did not, equal scores counting half
    /// (the statistic of Mann and Whitney). 0.5 where there are not both outcomes.
    /// </summary>
    public static double Of(IReadOnlyList<double> scores, IReadOnlyList<bool> isGood)
    {
        double good = isGood.Count(one => one);
        var bad = isGood.Count - good;
        if (good == 0 || bad == 0)
        {
            return 0.5;
        }

        var (ranks, below) = (0.0, 0);
        foreach (var equal in Enumerable.Range(0, scores.Count).GroupBy(row => scores[row]).OrderBy(group => group.Key))
        {
            ranks += equal.Count(row => isGood[row]) * (below + ((equal.Count() + 1) / 2.0));
            below += equal.Count();
        }

        return (ranks - (good * (good + 1) / 2)) / (good * bad);
    }
}
