using System.Text.Json;

namespace TeamsBot.Protocol.Cards;

/// <summary>For plain strings that clients nevertheless read as markdown, such as the error message of an input.</summary>
internal sealed class EscapedTextConverter : WriteOnlyConverter<string>
{
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(CardMarkdown.Escape(value));
}

/// <summary>
/// For plain strings that share a line with others: they must not turn their neighbours around. Clients expand {{DATE(...)}} even where
/// they read no markdown, so a word joiner, which has no width, goes between two braces.
/// </summary>
internal sealed class LiteralTextConverter : WriteOnlyConverter<string>
{
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Bidi.Contain(value).Replace("{{", "{\u2060{", StringComparison.Ordinal));
}
