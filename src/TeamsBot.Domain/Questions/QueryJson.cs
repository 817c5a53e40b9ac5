using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace TeamsBot.Domain.Questions;

/// <summary>
/// Writes a <see cref="Query"/> as the JSON that answers and buttons carry. What is rarely there stands only where it is:
/// <c>form</c> when it is no figure, <c>field</c>, and <c>part</c> on the filters that a share is taken of.
/// </summary>
public static class QueryJson
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Of(Query query)
    {
        var json = new JsonObject
        {
            ["metric"] = query.Metric.Length == 0 ? null : query.Metric, // A definition of a word that is no metric.
            ["aggregate"] = Name(query.Aggregate),
            ["filters"] = new JsonArray([.. query.Filters.Select(Of)]),
            ["groupBy"] = new JsonArray([.. query.GroupBy.Select(id => JsonValue.Create(id))]),
            ["period"] = Of(query.Period),
            ["compareTo"] = Of(query.CompareTo),
            ["order"] = Name(query.Order),
            ["limit"] = query.Limit,
        };
        if (query.Form != QueryForm.Figure)
        {
            json["form"] = Name<QueryForm>(query.Form);
        }

        if (query.Field is { } field)
        {
            json["field"] = field;
        }

        return json;
    }

    /// <summary>The same on one line.</summary>
    public static string Text(Query query) => Of(query).ToJsonString(Compact);

    private static JsonObject Of(QueryFilter filter)
    {
        var json = new JsonObject
        {
            ["dimension"] = filter.Dimension,
            ["values"] = new JsonArray([.. filter.Values.Select(value => JsonValue.Create(value))]),
            ["exclude"] = filter.Exclude,
        };
        if (filter.IsPart)
        {
            json["part"] = true;
        }

        return json;
    }

    private static JsonObject? Of(Period? period) =>
        period is null ? null : new() { ["from"] = Text(period.From), ["to"] = Text(period.To) };

    private static JsonObject? Of(Comparison? comparison) => comparison switch
    {
        null => null,
        { Period: { } period } => new() { ["period"] = Of(period) },
        { Value: { } value } => new() { ["value"] = Of(value) },
        _ => [],
    };

    private static string? Name<T>(T? value)
        where T : struct, Enum =>
        value?.ToString().ToLowerInvariant();

    private static string? Text(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;
}
