using System.Globalization;
using NodaTime;

namespace TeamsBot.Features.Import;

/// <summary>What a cell's text came to: a value, or why there is none.</summary>
internal readonly record struct Cell(object? Value, string? Problem)
{
    public static Cell Of(object value) => new(value, null);

    public static Cell Wrong(string problem) => new(null, problem);
}

/// <summary>How a file writes numbers and dates. <paramref name="DatePattern"/> is null for ISO 8601.</summary>
internal sealed record CellFormat(CultureInfo Culture, DateTimeZone Zone, string? DatePattern);

/// <summary>Reads the text of a cell, which is never empty.</summary>
internal delegate Cell CellParser(string text, CellFormat format);
