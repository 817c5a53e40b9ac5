using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>Cards are only ever written: what comes back from Teams is the data of an action, not a card.</summary>
internal abstract class WriteOnlyConverter<T> : JsonConverter<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Cards are written, never read.");
}
