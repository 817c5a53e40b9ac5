namespace TeamsBot.Domain.Questions;

/// <summary>Which queries have a figure at all: the grammar asks before it offers a reading, the check of a model's proposal before it is run.</summary>
public static class QueryRules
{
    private const int MostGroups = 2;
    private static readonly string[] s_targetDimensions = ["rep", "team", "campaign"];

    /// <summary>Whether the metric's records have this dimension, so that they can be filtered by it.</summary>
    public static bool CanFilter(this Metric metric, string dimension, Vocabulary vocabulary) => metric.Id switch
    {
        Metrics.QuotaAttainment => s_targetDimensions.Contains(dimension),
        _ => Dimensions.Of(metric.Records).Contains(dimension) || IsAttribute(metric.Records, dimension, vocabulary),
    };

    /// <summary>Whether the metric's records have values in this dimension, so that a word of a question can mean one of them.</summary>
    public static bool HasValues(this Metric metric, string dimension, Vocabulary vocabulary) =>
        metric.CanFilter(dimension, vocabulary) && vocabulary.Dimensions.FirstOrDefault(known => known.Id == dimension)?.Records.Contains(metric.Records) != false;

    /// <summary>Whether the metric can be had by this dimension; by time every metric but the funnel can.</summary>
    public static bool CanGroup(this Metric metric, string dimension, Vocabulary vocabulary) =>
        metric.Id != Metrics.Funnel && (Dimensions.IsOfTime(dimension) || metric.CanFilter(dimension, vocabulary));

    /// <summary>Why a query has no answer; null when it has one. For developers and logs, in English.</summary>
    public static string? WhyNot(Query query, Vocabulary vocabulary)
    {
        if (Metrics.Find(query.Metric) is not { } metric)
        {
            return $"There is no metric '{query.Metric}'.";
        }

        return query.Form switch
        {
            QueryForm.Figure => WhyNotFiltered(metric, query, vocabulary) ?? WhyNotGrouped(metric, query, vocabulary) ?? WhyNotSummedUp(metric, query),
            QueryForm.List or QueryForm.Record => WhyNotListed(metric) ?? WhyNotFiltered(metric, query, vocabulary),
            _ => $"The form {query.Form} has no figures.",
        };
    }

    private static bool IsAttribute(Subject records, string dimension, Vocabulary vocabulary) =>
        vocabulary.Dimensions.Any(known => known.Id == dimension && known.Records.Contains(records)) && !Dimensions.IsOfTime(dimension);

    private static string? WhyNotFiltered(Metric metric, Query query, Vocabulary vocabulary)
    {
        var filters = query.CompareTo?.Value is { } other ? query.Filters.Append(other) : query.Filters;
        var isRecord = query.Form == QueryForm.Record;
        return filters.FirstOrDefault(filter => !(isRecord && filter.Dimension == Dimensions.Id) && !metric.CanFilter(filter.Dimension, vocabulary)) is { } wrong
            ? $"'{metric.Id}' cannot be filtered by '{wrong.Dimension}'."
            : null;
    }

    private static string? WhyNotGrouped(Metric metric, Query query, Vocabulary vocabulary)
    {
        var groups = query.GroupBy;
        if (groups.FirstOrDefault(dimension => !metric.CanGroup(dimension, vocabulary)) is { } wrong)
        {
            return $"'{metric.Id}' cannot be grouped by '{wrong}'.";
        }

        if (groups.Count > MostGroups || groups.Distinct(StringComparer.Ordinal).Count() < groups.Count)
        {
            return "A figure has at most two groups, each of another dimension.";
        }

        return groups.Skip(1).Any(Dimensions.IsOfTime) ? "The dimension of time stands first, and there is one at most." : null;
    }

    private static string? WhyNotSummedUp(Metric metric, Query query) => query switch
    {
        { Aggregate: Aggregate.Share } when !metric.IsTotal => $"There is no share of '{metric.Id}'.",
        { Aggregate: Aggregate.Average or Aggregate.Median } when !metric.HasMedian => $"There is no average or median of '{metric.Id}'.",
        { CompareTo: not null } when metric.Id == Metrics.Funnel => "The funnel is not compared.",
        { CompareTo: { Period: null, Value: null } } => "A comparison names a period or a value.",
        _ => null,
    };

    private static string? WhyNotListed(Metric metric) =>
        metric.Records is Subject.Announcements || metric.Id is Metrics.Funnel or Metrics.QuotaAttainment ? $"'{metric.Id}' counts no records that could be listed." : null;
}
