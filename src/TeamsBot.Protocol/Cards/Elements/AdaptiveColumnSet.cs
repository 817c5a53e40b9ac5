using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>Columns beside each other. Three at most read well on a phone.</summary>
public sealed record AdaptiveColumnSet : AdaptiveElement
{
    public required IReadOnlyList<AdaptiveColumn> Columns { get; init; }

    public AdaptiveContainerStyle? Style { get; init; }

    public bool Bleed { get; init; }

    /// <summary>Such as "80px".</summary>
    public string? MinHeight { get; init; }

    public AdaptiveAction? SelectAction { get; init; }
}

public sealed record AdaptiveColumn : AdaptiveTypedElement
{
    [JsonInclude, JsonPropertyName("type"), JsonPropertyOrder(-3)]
    internal string Type => "Column";

    /// <summary>Null shares the row evenly.</summary>
    [JsonPropertyOrder(-1)]
    public AdaptiveWidth? Width { get; init; }

    public required IReadOnlyList<AdaptiveElement> Items { get; init; }

    public AdaptiveContainerStyle? Style { get; init; }

    public bool? Rtl { get; init; }

    public bool Bleed { get; init; }

    /// <summary>Such as "80px".</summary>
    public string? MinHeight { get; init; }

    public AdaptiveVerticalAlignment? VerticalContentAlignment { get; init; }

    public AdaptiveAction? SelectAction { get; init; }
}
