using System.Text.Json;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// Writes an element or action as the record that it is. The library's own polymorphism prepares every kind of element
/// before it writes the first card, charts and tables too, which more than doubles the time to the first answer.
/// </summary>
internal sealed class OwnTypeConverter<T> : WriteOnlyConverter<T>
    where T : class
{
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
}
