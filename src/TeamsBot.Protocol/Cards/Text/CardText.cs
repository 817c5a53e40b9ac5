using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// Text in the markdown of cards. This is the only place where such markdown is made: a string gets in by <see cref="Plain"/>, which
/// escapes it, or through a hole of <see cref="Markdown(ref CardTextHandler)"/>, which escapes it too. There is no conversion from string.
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct CardText
{
    private readonly string? _markdown;

    private CardText(string markdown) => _markdown = markdown;

    public static CardText Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(_markdown);

    /// <summary>Shows <paramref name="text"/> to the letter, on one line: line breaks and runs of spaces become one space.</summary>
    public static CardText Plain(string? text) => string.IsNullOrEmpty(text) ? Empty : new(CardMarkdown.Escape(text));

    /// <summary>Like <see cref="Plain"/>, but keeps the lines, each as a paragraph, and leaves empty ones out.</summary>
    public static CardText Paragraphs(string? text) =>
        Join(Raw("\n\n"), [.. (text ?? "").Split(['\r', '\n']).Select(line => Plain(line.Trim())).Where(line => !line.IsEmpty)]);

    /// <summary>
    /// Markdown of our own with holes: <c>CardText.Markdown($"**{label}** {name}")</c>. The literal parts are markdown; what fills a hole
    /// is escaped, except another <see cref="CardText"/>. Numbers are written in the invariant culture.
    /// </summary>
    public static CardText Markdown(ref CardTextHandler text) => text.ToCardText();

    /// <summary>As the other overload, with the culture in which numbers and dates in holes are written.</summary>
    public static CardText Markdown(
        IFormatProvider culture,
        [System.Runtime.CompilerServices.InterpolatedStringHandlerArgument(nameof(culture))] ref CardTextHandler text) => text.ToCardText();

    /// <summary>A link. The label is escaped, and so is the address.</summary>
    /// <exception cref="ArgumentException">The address is not https, mailto or tel.</exception>
    public static CardText Link(string label, Uri url) =>
        new($"[{CardMarkdown.Escape(label)}]({CardMarkdown.EscapeUrl(CardUrl.OneOf(url, "https", "mailto", "tel"))})");

    /// <summary>A list with a bullet before each item.</summary>
    public static CardText Bullets(params ReadOnlySpan<CardText> items) =>
        items.IsEmpty ? Empty : new($"- {Join(Raw("\n- "), items)}");

    public static CardText Join(CardText separator, params ReadOnlySpan<CardText> parts)
    {
        var markdown = new string?[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            markdown[i] = parts[i]._markdown;
        }

        return new(string.Join(separator._markdown, markdown));
    }

    /// <summary>The markdown.</summary>
    public override string ToString() => _markdown ?? "";

    internal static CardText Raw(string markdown) => new(markdown);

    internal sealed class Converter : WriteOnlyConverter<CardText>
    {
        public override void Write(Utf8JsonWriter writer, CardText value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value._markdown ?? "");
    }
}
