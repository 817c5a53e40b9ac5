using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>A time of day to the minute; comes back as "14:30".</summary>
public sealed record AdaptiveTimeInput : AdaptiveInput
{
    [JsonConverter(typeof(MinuteConverter))]
    public TimeOnly? Value { get; init; }

    [JsonConverter(typeof(MinuteConverter))]
    public TimeOnly? Min { get; init; }

    [JsonConverter(typeof(MinuteConverter))]
    public TimeOnly? Max { get; init; }

    public string? Placeholder { get; init; }

    internal sealed class MinuteConverter : WriteOnlyConverter<TimeOnly>
    {
        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
    }
}
