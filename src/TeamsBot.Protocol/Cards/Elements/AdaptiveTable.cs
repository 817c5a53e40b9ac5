using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>A grid. The first row is its header unless told otherwise, which is how a screen reader names the cells.</summary>
public sealed record AdaptiveTable : AdaptiveElement
{
    public IReadOnlyList<AdaptiveTableColumnDefinition>? Columns { get; init; }

    public required IReadOnlyList<AdaptiveTableRow> Rows { get; init; }

    /// <summary>Null is the client's default, which is true.</summary>
    public bool? FirstRowAsHeaders { get; init; } = true;

    /// <summary>Null is the client's default, which is true.</summary>
    public bool? ShowGridLines { get; init; }

    public AdaptiveContainerStyle? GridStyle { get; init; }

    public AdaptiveHorizontalAlignment? HorizontalCellContentAlignment { get; init; }

    public AdaptiveVerticalAlignment? VerticalCellContentAlignment { get; init; }
}

public sealed record AdaptiveTableColumnDefinition(
    AdaptiveWidth Width,
    AdaptiveHorizontalAlignment? HorizontalCellContentAlignment = null,
    AdaptiveVerticalAlignment? VerticalCellContentAlignment = null);

public sealed record AdaptiveTableRow
{
    [JsonInclude, JsonPropertyName("type"), JsonPropertyOrder(-1)]
    internal string Type => "TableRow";

    public required IReadOnlyList<AdaptiveTableCell> Cells { get; init; }

    public AdaptiveContainerStyle? Style { get; init; }

    public AdaptiveHorizontalAlignment? HorizontalCellContentAlignment { get; init; }

    public AdaptiveVerticalAlignment? VerticalCellContentAlignment { get; init; }
}

public sealed record AdaptiveTableCell
{
    [JsonInclude, JsonPropertyName("type"), JsonPropertyOrder(-1)]
    internal string Type => "TableCell";

    public required IReadOnlyList<AdaptiveElement> Items { get; init; }

    public AdaptiveContainerStyle? Style { get; init; }

    public bool? Rtl { get; init; }

    public AdaptiveVerticalAlignment? VerticalContentAlignment { get; init; }

    public AdaptiveAction? SelectAction { get; init; }
}
