using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TeamsBot.Protocol.Activities;

/// <summary>
/// One JSON value as the UTF-8 that was or will be on the wire. A card is serialised once and then only copied,
/// also when the same one goes to many conversations.
/// </summary>
[JsonConverter(typeof(RawJsonConverter))]
public sealed class RawJson
{
    /// <param name="utf8">One well-formed JSON value. It is not checked again when it is written.</param>
    public RawJson(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            throw new ArgumentException("One JSON value is needed.", nameof(utf8));
        }

        Utf8 = utf8;
    }

    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>Serialises a value once.</summary>
    public static RawJson From<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>Takes the text of an element as it was read.</summary>
    public static RawJson From(JsonElement element) => new(JsonMarshal.GetRawUtf8Value(element).ToArray());

    /// <summary>A JSON string with this text.</summary>
    public static RawJson FromText(string text) => From(text, ActivityJson.Wire.String);

    public JsonElement ToElement()
    {
        var reader = new Utf8JsonReader(Utf8.Span);
        return JsonElement.ParseValue(ref reader);
    }

    public override string ToString() => System.Text.Encoding.UTF8.GetString(Utf8.Span);
}

/// <summary>Writes the bytes as they are; reads one value without building objects from it.</summary>
public sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RawJson.From(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}
