using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.People;

namespace TeamsBot.Storage.Stores;

/// <summary>What the owner noted as one column of the handoff's row, and what was pointed out of a campaign as one of its row.</summary>
internal static partial class FeedbackJson
{
    // Rows are read by us alone, never put into a page: letters of all scripts may stand as they are.
    private static readonly FeedbackWire Json = new(new JsonSerializerOptions(FeedbackWire.Default.Options) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string? Write(ContactFeedback? feedback) => feedback is null ? null : JsonSerializer.Serialize(StoredFeedback.Of(feedback), Json.StoredFeedback);

    public static ContactFeedback? Read(string? json) => json is null ? null : JsonSerializer.Deserialize(json, Json.StoredFeedback)!.Read();

    public static string Write(IReadOnlyList<RememberedTrend> trends) => JsonSerializer.Serialize([.. trends.Select(StoredTrend.Of)], Json.StoredTrendArray);

    public static IReadOnlyList<RememberedTrend> ReadTrends(string json) => [.. JsonSerializer.Deserialize(json, Json.StoredTrendArray)!.Select(stored => stored.Read())];

    internal sealed record StoredFeedback(string By, string ByName, int Version, int SharedVersion, StoredObjection[] Objections, StoredContent[] Content, string? Quote, long? QuotedAt)
    {
        public static StoredFeedback Of(ContactFeedback feedback) => new(
            feedback.By.Id.Value,
            feedback.By.Name,
            feedback.Version,
            feedback.SharedVersion,
            [.. feedback.Objections.Select(noted => new StoredObjection(noted.What, noted.At.ToUnixTimeTicks()))],
            [.. feedback.Content.Select(noted => new StoredContent(noted.What.Id, noted.What.Title, noted.At.ToUnixTimeTicks()))],
            feedback.Quote?.What,
            feedback.Quote?.At.ToUnixTimeTicks());

        public ContactFeedback Read() => new(new PersonRef(new PersonId(By), ByName))
        {
            Version = Version,
            SharedVersion = SharedVersion,
            Objections = [.. Objections.Select(stored => new Noted<Objection>(stored.What, Instant.FromUnixTimeTicks(stored.At)))],
            Content = [.. Content.Select(stored => new Noted<HelpfulContent>(new(stored.Id, stored.Title), Instant.FromUnixTimeTicks(stored.At)))],
            Quote = Quote is null ? null : new(Quote, Instant.FromUnixTimeTicks(QuotedAt!.Value)),
        };
    }

    internal sealed record StoredObjection(Objection What, long At);

    internal sealed record StoredContent(string Id, string? Title, long At);

    internal sealed record StoredTrend(TrendKind Kind, string What, double Now, double Before, double Line, int Year, int Month, int Day)
    {
        public static StoredTrend Of(RememberedTrend known) =>
            new(known.Trend.Kind, known.Trend.What, known.Trend.Now, known.Trend.Before, known.Trend.Line, known.Since.Year, known.Since.Month, known.Since.Day);

        public RememberedTrend Read() => new(new(Kind, What, Now, Before, Line), new(Year, Month, Day));
    }

    [JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(StoredFeedback))]
    [JsonSerializable(typeof(StoredTrend[]))]
    internal sealed partial class FeedbackWire : JsonSerializerContext;
}
