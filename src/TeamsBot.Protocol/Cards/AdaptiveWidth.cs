using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>The width of a column: as its content, the rest of the row, a share of it, or pixels (which may overflow on a phone).</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct AdaptiveWidth
{
    private readonly CardValue _wire;

    private AdaptiveWidth(CardValue wire) => _wire = wire;

    public static AdaptiveWidth Auto { get; } = new("auto");

    public static AdaptiveWidth Stretch { get; } = new("stretch");

    public static AdaptiveWidth Weight(int weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        return new(weight);
    }

    public static AdaptiveWidth Pixels(int pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pixels);
        return new(FormattableString.Invariant($"{pixels}px"));
    }

    internal sealed class Converter : WriteOnlyConverter<AdaptiveWidth>
    {
        public override void Write(Utf8JsonWriter writer, AdaptiveWidth value, JsonSerializerOptions options) => value._wire.Write(writer);
    }
}
