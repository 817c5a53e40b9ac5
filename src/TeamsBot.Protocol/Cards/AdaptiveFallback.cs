using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TeamsBot.Protocol.Cards;

/// <summary>What a client shows in place of an element that it does not know: another element, or nothing.</summary>
[JsonConverter(typeof(Converter))]
public sealed record AdaptiveFallback
{
    private AdaptiveFallback(AdaptiveElement? element) => Element = element;

    /// <summary>Leaves the element out. Only right when text nearby says the same.</summary>
    public static AdaptiveFallback Drop { get; } = new(element: null);

    /// <summary>The element to show, or null to leave it out.</summary>
    public AdaptiveElement? Element { get; }

    public static implicit operator AdaptiveFallback(AdaptiveElement element) => To(element);

    public static AdaptiveFallback To(AdaptiveElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new(element);
    }

    internal sealed class Converter : WriteOnlyConverter<AdaptiveFallback>
    {
        public override void Write(Utf8JsonWriter writer, AdaptiveFallback value, JsonSerializerOptions options)
        {
            if (value.Element is null)
            {
                writer.WriteStringValue("drop"u8);
                return;
            }

            JsonSerializer.Serialize(writer, value.Element, (JsonTypeInfo<AdaptiveElement>)options.GetTypeInfo(typeof(AdaptiveElement)));
        }
    }
}
