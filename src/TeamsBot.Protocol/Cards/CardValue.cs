using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>A string or a number, written as such.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct CardValue
{
    private readonly string? _text;
    private readonly double _number;

    private CardValue(string text) => _text = text;

    private CardValue(double number) => _number = number;

    public static implicit operator CardValue(string text) => FromString(text);

    public static implicit operator CardValue(int number) => FromNumber(number);

    public static implicit operator CardValue(double number) => FromNumber(number);

    public static CardValue FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text);
    }

    /// <exception cref="ArgumentOutOfRangeException">JSON has no infinity and no not-a-number.</exception>
    public static CardValue FromNumber(double number) =>
        double.IsFinite(number) ? new(number) : throw new ArgumentOutOfRangeException(nameof(number), number, "A card takes finite numbers.");

    internal void Write(Utf8JsonWriter writer)
    {
        if (_text is null)
        {
            writer.WriteNumberValue(_number);
        }
        else
        {
            writer.WriteStringValue(_text);
        }
    }

    internal sealed class Converter : WriteOnlyConverter<CardValue>
    {
        public override void Write(Utf8JsonWriter writer, CardValue value, JsonSerializerOptions options) => value.Write(writer);
    }
}
