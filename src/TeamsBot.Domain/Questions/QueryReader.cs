using System.Text.Json;

namespace TeamsBot.Domain.Questions;

/// <summary>What became of the JSON of a query.</summary>
/// <param name="Query">Null where anything is wrong with it.</param>
/// <param name="Faults">In English, for a log or for the one who wrote the JSON; each names the place.</param>
public sealed record QueryParse(Query? Query, IReadOnlyList<string> Faults);

/// <summary>
/// Reads what <see cref="QueryJson"/> wrote. It comes back from outside (a card's button, a language model), so nothing in it is
/// believed: ids have to exist, dates to be dates, and what does not belong there is a fault.
/// </summary>
public static class QueryReader
{
    private const int DeepestJson = 8;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestJson };

    /// <param name="vocabulary">With it, a dimension that is none of Baton's own has to be an attribute of the data.</param>
    public static QueryParse Read(string json, Vocabulary? vocabulary = null)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement, vocabulary);
        }
        catch (JsonException)
        {
            return new(null, ["query: this is not JSON"]);
        }
    }

    /// <param name="vocabulary">With it, a dimension that is none of Baton's own has to be an attribute of the data.</param>
    public static QueryParse Read(JsonElement json, Vocabulary? vocabulary = null)
    {
        var root = new QueryNode(json, "query", []);
        var query = QueryOf(root, vocabulary);
        return root.Faults.Count == 0 ? new(query, []) : new(null, root.Faults);
    }

    private static Query QueryOf(QueryNode root, Vocabulary? vocabulary)
    {
        root.OnlyHas("metric", "aggregate", "filters", "groupBy", "period", "compareTo", "order", "limit", "form", "field");
        var query = new Query(MetricOf(root))
        {
            Form = root.Choice<QueryForm>("form") ?? QueryForm.Figure,
            Aggregate = root.Choice<Aggregate>("aggregate"),
            Filters = [.. root.Items("filters", QueryLimits.Filters).Select(filter => FilterOf(filter, vocabulary))],
            GroupBy = [.. root.Items("groupBy", QueryLimits.Groups).Select(group => DimensionOf(group, group.Value(QueryLimits.Text), vocabulary, mayBeTime: true))],
            Period = PeriodOf(root.Child("period")),
            CompareTo = ComparisonOf(root.Child("compareTo"), vocabulary),
            Order = root.Choice<Order>("order"),
            Limit = root.Number("limit", QueryLimits.Rows),
            Field = root.Text("field", QueryLimits.Text),
        };
        return Checked(root, query);
    }

    // What holds between the parts.
    private static Query Checked(QueryNode root, Query query)
    {
        root.Expect(!query.GroupBy.Skip(1).Any(Dimensions.IsOfTime), "groupBy", "a dimension of time stands first, and there is one at most");
        root.Expect(query.GroupBy.Distinct(StringComparer.Ordinal).Count() == query.GroupBy.Count, "groupBy", "a dimension stands there twice");
        root.Expect(query.Filters.All(filter => !filter.IsPart) || query.Aggregate == Aggregate.Share, "filters", "part belongs to a share");
        var metric = Metrics.Find(query.Metric);
        root.Expect(metric is null || query.Aggregate != Aggregate.Median || metric.HasMedian, "aggregate", $"{query.Metric} has no median");
        root.Expect(metric is null || query.Aggregate != Aggregate.Share || metric.IsTotal, "aggregate", $"{query.Metric} has no shares");
        return query;
    }

    private static string MetricOf(QueryNode root)
    {
        var id = root.Text("metric", QueryLimits.Text) ?? "";
        var isTerm = id.Length == 0 && root.Choice<QueryForm>("form") == QueryForm.Definition && root.Text("field", QueryLimits.Text) is not null;
        root.Expect(isTerm || Metrics.Find(id) is not null, "metric", $"'{id}' is no metric");
        return id;
    }

    private static QueryFilter FilterOf(QueryNode node, Vocabulary? vocabulary)
    {
        node.OnlyHas("dimension", "values", "exclude", "part");
        var dimension = DimensionOf(node, node.Text("dimension", QueryLimits.Text) ?? "", vocabulary, mayBeTime: false);
        string[] values = [.. node.Items("values", QueryLimits.Values).Select(value => value.Value(QueryLimits.Text))];
        node.Expect(values.Length > 0, "values", "a filter needs a value");
        return new(dimension, values, node.Flag("exclude"), node.Flag("part"));
    }

    private static string DimensionOf(QueryNode node, string id, Vocabulary? vocabulary, bool mayBeTime)
    {
        var isKnown = Dimensions.IsOfTime(id) ? mayBeTime
            : Dimensions.All.Contains(id) || (vocabulary is null ? id.Length > 0 : vocabulary.Dimensions.Any(dimension => dimension.Id == id));
        node.Expect(isKnown, null, $"'{id}' is no dimension here");
        return id;
    }

    private static Period? PeriodOf(QueryNode? node)
    {
        if (node is null)
        {
            return null;
        }

        node.OnlyHas("from", "to");
        var (from, to) = (node.Day("from"), node.Day("to"));
        node.Expect(from is not null || to is not null, null, "a period needs a day on one side at least");
        node.Expect(from is null || to is null || from < to, "to", "it is not after from");
        return new(from, to);
    }

    private static Comparison? ComparisonOf(QueryNode? node, Vocabulary? vocabulary)
    {
        if (node is null)
        {
            return null;
        }

        node.OnlyHas("period", "value");
        var (period, value) = (node.Child("period"), node.Child("value"));
        node.Expect((period is null) != (value is null), null, "either a period or a value is compared with");
        return new() { Period = PeriodOf(period), Value = value is null ? null : FilterOf(value, vocabulary) };
    }
}

/// <summary>How much of each a query may have.</summary>
public static class QueryLimits
{
    public const int Filters = 12;
    public const int Values = 100;
    public const int Groups = 2;
    public const int Rows = 1_000;

    /// <summary>Characters of an id or value.</summary>
    public const int Text = 200;
}
