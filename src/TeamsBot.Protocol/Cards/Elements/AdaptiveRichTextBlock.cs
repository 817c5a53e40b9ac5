using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>A paragraph of runs, each with its own look. Clients do not read runs as markdown.</summary>
public sealed record AdaptiveRichTextBlock : AdaptiveElement
{
    public AdaptiveRichTextBlock()
    {
    }

    [SetsRequiredMembers]
    public AdaptiveRichTextBlock(params ReadOnlySpan<AdaptiveTextRun> inlines) => Inlines = inlines.ToArray();

    public required IReadOnlyList<AdaptiveTextRun> Inlines { get; init; }
}

/// <summary>A run of plain text: what is in <see cref="Text"/> is what is shown.</summary>
public sealed record AdaptiveTextRun
{
    public AdaptiveTextRun()
    {
    }

    [SetsRequiredMembers]
    public AdaptiveTextRun(string text) => Text = text;

    [JsonInclude, JsonPropertyName("type"), JsonPropertyOrder(-2)]
    internal string Type => "TextRun";

    [JsonPropertyOrder(-1), JsonConverter(typeof(LiteralTextConverter))]
    public required string Text { get; init; }

    public AdaptiveTextSize Size { get; init; }

    public AdaptiveTextWeight Weight { get; init; }

    public AdaptiveTextColor Color { get; init; }

    public bool IsSubtle { get; init; }

    public AdaptiveFontType FontType { get; init; }

    public bool Italic { get; init; }

    public bool Strikethrough { get; init; }

    public bool Highlight { get; init; }

    public bool Underline { get; init; }

    public AdaptiveAction? SelectAction { get; init; }
}
