namespace TeamsBot.Domain.Questions;

/// <summary>What goes together in a query.</summary>
public static class QueryRules
{
    // Spend has no dimension but its campaign's; what divides by leads or deals can be had by what a campaign shares with them.
    private static readonly string[] s_ofCampaigns = ["campaign", "channel"];

    /// <summary>Whether records of the metric's kind have values there, so that a word of a question can mean one.</summary>
    public static bool HasValues(Metric metric, string dimension, Vocabulary vocabulary) =>
        Supports(metric, dimension, vocabulary) && vocabulary.Dimensions.FirstOrDefault(known => known.Id == dimension)?.Records.Contains(metric.Records) != false;

    /// <summary>Whether the metric can be grouped and filtered by the dimension. Attributes belong to the records that declared them.</summary>
    public static bool Supports(Metric metric, string dimension, Vocabulary vocabulary)
    {
        if (Dimensions.IsOfTime(dimension))
        {
            return metric.Id != Metrics.Funnel;
        }

        if (metric.Records == Subject.Campaigns)
        {
            return metric.Id == Metrics.Campaigns ? Dimensions.Of(Subject.Campaigns).Contains(dimension) : s_ofCampaigns.Contains(dimension);
        }

        var known = vocabulary.Dimensions.FirstOrDefault(known => known.Id == dimension);
        return known?.Labels.Count > 0 ? known.Records.Contains(metric.Records) : Dimensions.Of(metric.Records).Contains(dimension);
    }
}
