using System.Collections.ObjectModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeamsBot.Domain.Leads;

namespace TeamsBot.Storage.Stores;

/// <summary>The two lists of a record that are kept as one JSON property each. Empty lists are no property at all.</summary>
internal static class RowJson
{
    // Rows are read by us alone, never put into a page: letters of all scripts may stand as they are.
    private static readonly RowJsonContext Json = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string? Write(IReadOnlyDictionary<string, string> attributes) =>
        attributes.Count == 0 ? null : WriteAll(attributes);

    /// <summary>The same where none is something else than no list.</summary>
    public static string WriteAll(IReadOnlyDictionary<string, string> attributes) =>
        JsonSerializer.Serialize(Sorted(attributes), Json.IReadOnlyDictionaryStringString);

    public static string? Write(IReadOnlyList<ScoreLine> lines) =>
        lines.Count == 0 ? null : JsonSerializer.Serialize(lines, Json.IReadOnlyListScoreLine);

    public static IReadOnlyDictionary<string, string> ReadAttributes(string? json) =>
        json is null ? ReadOnlyDictionary<string, string>.Empty : JsonSerializer.Deserialize(json, Json.IReadOnlyDictionaryStringString)!;

    public static IReadOnlyList<ScoreLine> ReadScoreLines(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Json.IReadOnlyListScoreLine)!;

    // The same attributes have to give the same text, in whatever order a file named them.
    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> attributes) =>
        new(attributes.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}

[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<ScoreLine>))]
internal sealed partial class RowJsonContext : JsonSerializerContext;
