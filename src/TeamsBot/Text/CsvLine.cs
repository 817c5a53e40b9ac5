namespace TeamsBot.Text;

/// <summary>One line of a CSV file (RFC 4180) that a spreadsheet may open: no cell is taken for a formula.</summary>
public static class CsvLine
{
    public static string Of(params IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    // A spreadsheet takes a cell that starts like this for a formula, and runs it.
    private static string Safe(string cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + cell : cell;

    private static string Quoted(string cell)
    {
        var safe = Safe(cell);
        return safe.AsSpan().ContainsAny(",\"\r\n'") || safe.Trim().Length != safe.Length ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
