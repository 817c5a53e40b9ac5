using System.Text.Json;

namespace TeamsBot.Protocol.Cards;

/// <summary>The addresses that a card may hold.</summary>
internal static class CardUrl
{
    public static Uri Https(Uri url) => OneOf(url, "https");

    public static Uri OneOf(Uri url, params ReadOnlySpan<string> schemes)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsAbsoluteUri && schemes.Contains(url.Scheme)
            ? url
            : throw new ArgumentException($"A card takes only {string.Join(", ", schemes)} addresses here.", nameof(url));
    }
}

internal sealed class CardUrlConverter : WriteOnlyConverter<Uri>
{
    public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options) => writer.WriteStringValue(value.AbsoluteUri);
}
