using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using TeamsBot.Domain.Scoring;

namespace TeamsBot.Storage.Stores;

/// <summary>The lines of a score as one column of its handoff's row.</summary>
internal static partial class ScoreJson
{
    // Rows are read by us alone, never put into a page: letters of all scripts may stand as they are.
    private static readonly ScoreWire Json = new(new JsonSerializerOptions(ScoreWire.Default.Options) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(IReadOnlyList<ScoredLine> lines) => lines.Count == 0 ? "[]" : JsonSerializer.Serialize([.. lines.Select(StoredLine.Of)], Json.StoredLineArray);

    public static IReadOnlyList<ScoredLine> Read(string json) =>
        json == "[]" ? [] : [.. JsonSerializer.Deserialize(json, Json.StoredLineArray)!.Select(stored => stored.Read())];

    internal sealed record StoredLine(ScoreReason Reason, string What, int Points, string? Found, long? At, int Times)
    {
        public static StoredLine Of(ScoredLine line) => new(line.Reason, line.What, line.Points, line.Found, line.At?.ToUnixTimeTicks(), line.Times);

        public ScoredLine Read() => new(Reason, What, Points) { Found = Found, At = At is { } ticks ? Instant.FromUnixTimeTicks(ticks) : null, Times = Times };
    }

    [JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(StoredLine[]))]
    internal sealed partial class ScoreWire : JsonSerializerContext;
}
