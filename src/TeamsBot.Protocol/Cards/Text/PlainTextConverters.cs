using System.Text.Json;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// For plain strings that share a line with others: they must not turn their neighbours around. Clients expand {{DATE(...)}} even where
/// they read no markdown, so a word joiner, which has no width, goes between two braces.
/// </summary>
internal sealed class LiteralTextConverter : WriteOnlyConverter<string>
{
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Bidi.Contain(value).Replace("{{", "{\u2060{", StringComparison.Ordinal));
}

/// <summary>
/// For plain strings that Teams shows as they are, but that other clients read as markdown: choices, toggles and error messages. A
/// backslash would be seen in Teams, so a word joiner takes links apart instead; bold and italics are left to those other clients.
/// </summary>
internal sealed class UnlinkedTextConverter : WriteOnlyConverter<string>
{
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(
            CardMarkdown.SingleLine(Bidi.Contain(value))
                .Replace("](", "]\u2060(", StringComparison.Ordinal)
                .Replace("<", "<\u2060", StringComparison.Ordinal)
                .Replace("{{", "{\u2060{", StringComparison.Ordinal));
}
