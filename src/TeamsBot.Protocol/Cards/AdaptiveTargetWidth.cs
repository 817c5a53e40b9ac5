using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>The widths at which an element shows. Standard is a chat column, VeryNarrow a phone or the side panel of a meeting.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct AdaptiveTargetWidth
{
    private readonly string _wire;

    private AdaptiveTargetWidth(string wire) => _wire = wire;

    public static AdaptiveTargetWidth Only(AdaptiveCardWidth width) => new(width.ToString());

    public static AdaptiveTargetWidth AtLeast(AdaptiveCardWidth width) => new($"atLeast:{width}");

    public static AdaptiveTargetWidth AtMost(AdaptiveCardWidth width) => new($"atMost:{width}");

    public override string ToString() => _wire;

    internal sealed class Converter : WriteOnlyConverter<AdaptiveTargetWidth>
    {
        public override void Write(Utf8JsonWriter writer, AdaptiveTargetWidth value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value._wire);
    }
}

public enum AdaptiveCardWidth { VeryNarrow, Narrow, Standard, Wide }
