using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TeamsBot.Protocol.Cards;

/// <summary>Writes cards as the JSON that Teams takes: nothing null, nothing that says only the default.</summary>
public static class CardJson
{
    /// <summary>Teams refuses messages over about 100 KB; a card of this size is safe on every client.</summary>
    public const int MaxBytes = 28 * 1024;

    // The relaxed encoder leaves Arabic and Chinese as they are, which is a third of the size of \u escapes. The JSON goes into the
    // body of a request, never into a page.
    private static readonly JsonTypeInfo<AdaptiveCard> Card =
        new CardJsonContext(new JsonSerializerOptions(CardJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .AdaptiveCard;

    /// <summary>The card as UTF-8.</summary>
    public static byte[] Serialize(AdaptiveCard card) => JsonSerializer.SerializeToUtf8Bytes(card, Card);

    /// <summary>The card as a value, for the content of an attachment.</summary>
    public static JsonElement ToJsonElement(AdaptiveCard card) => JsonSerializer.SerializeToElement(card, Card);

    /// <summary>Writes the card into JSON that is being written.</summary>
    public static void Write(Utf8JsonWriter writer, AdaptiveCard card) => JsonSerializer.Serialize(writer, card, Card);
}
