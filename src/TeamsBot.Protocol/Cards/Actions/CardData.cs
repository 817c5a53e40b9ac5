using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// What an action sends back to the bot, beside the inputs of the card: <c>CardData.Of(("order", id), ("v", 3))</c>. It passes through
/// the client, so the server treats it as a claim and checks it.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed record CardData
{
    private CardData(IReadOnlyList<(string Key, CardValue Value)> values) => Values = values;

    public static CardData Empty { get; } = new([]);

    public IReadOnlyList<(string Key, CardValue Value)> Values { get; }

    internal TeamsSubmitData? Teams { get; init; }

    /// <exception cref="ArgumentException">A key comes twice, or is "msteams", which belongs to Teams.</exception>
    public static CardData Of(params ReadOnlySpan<(string Key, CardValue Value)> values)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal) { "msteams" };
        foreach (var (key, _) in values)
        {
            if (!keys.Add(key))
            {
                throw new ArgumentException($"The key '{key}' comes twice or is reserved.", nameof(values));
            }
        }

        return new(values.ToArray());
    }

    internal sealed class Converter : WriteOnlyConverter<CardData>
    {
        public override void Write(Utf8JsonWriter writer, CardData value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (key, item) in value.Values)
            {
                writer.WritePropertyName(key);
                item.Write(writer);
            }

            if (value.Teams is not null)
            {
                writer.WritePropertyName("msteams"u8);
                JsonSerializer.Serialize(writer, value.Teams, (JsonTypeInfo<TeamsSubmitData>)options.GetTypeInfo(typeof(TeamsSubmitData)));
            }

            writer.WriteEndObject();
        }
    }
}
