using System.Text;

namespace TeamsBot.Features.Import;

/// <summary>
/// A CSV file, row by row, in bounded memory. A broken row costs itself and no other: when its quotes do not close, or
/// close in a wrong place, its first line is refused and reading goes on with the line after it.
/// </summary>
internal sealed class CsvFile : IRowFile
{
    // A cell of this many lines is taken for one whose quote was never closed.
    private const int MaxLines = 500;
    private const int MaxCharacters = 256 * 1024;

    private readonly Stream stream;
    private readonly LineReader lines;
    private readonly FileFormat format;
    private readonly List<string> cells = [];

    /// <param name="name">For messages.</param>
    /// <exception cref="ImportException">when the file has no header.</exception>
    public CsvFile(string name, Stream stream, FileFormat format)
    {
        this.stream = stream;
        this.format = format with { Encoding = InputFile.SkipMark(stream, format.Encoding) };
        lines = new(new StreamReader(stream, this.format.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024));
        var header = Next() ?? throw new ImportException($"{name} is empty: not even a line with the names of its columns is there.");
        if (header.Problem is { } problem)
        {
            throw new ImportException($"{name} has no header that can be read: its first line {problem}.");
        }

        Columns = [.. header.Cells.Select(column => column.Trim())];
    }

    public IReadOnlyList<string> Columns { get; } = [];

    public double Progress => stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;

    public IEnumerable<SourceRow> Rows()
    {
        while (Next() is { } row)
        {
            yield return row;
        }
    }

    public void Dispose() => stream.Dispose();

    private SourceRow? Next()
    {
        Line? line;
        do
        {
            line = lines.Read();
        }
        while (line is { Text: [] });
        return line is { } first ? Record(first) : null;
    }

    private SourceRow Record(Line first)
    {
        if (first.TooLong)
        {
            return new(first.Number, [first.Text[..1000]], $"is longer than {LineReader.MaxLength} characters");
        }

        var how = CsvSplitter.Split(first.Text, format.Delimiter, cells);
        return how == CsvSplit.Open ? SeveralLines(first) : Checked(first, how);
    }

    private SourceRow SeveralLines(Line first)
    {
        var text = new StringBuilder(first.Text);
        var further = new List<Line>();
        var how = CsvSplit.Open;
        while (how == CsvSplit.Open && further.Count < MaxLines && text.Length < MaxCharacters && lines.Read() is { } next)
        {
            further.Add(next);
            text.Append('\n').Append(next.Text);
            if (next.Text.Contains('"', StringComparison.Ordinal))
            {
                how = CsvSplitter.Split(text.ToString(), format.Delimiter, cells);
            }
        }

        if (how == CsvSplit.Whole && cells.Count == ColumnCount)
        {
            return Checked(first, how);
        }

        lines.Return(further);
        return new(first.Number, [first.Text], "opens a quote that does not close before a cell ends; reading went on with the next line");
    }

    private SourceRow Checked(Line first, CsvSplit how)
    {
        if (how == CsvSplit.TextAfterQuote)
        {
            return new(first.Number, [first.Text], "has text between a closing quote and the end of the cell");
        }

        string[] row = [.. cells];
        return new(first.Number, row, Problem(row));
    }

    private string? Problem(string[] row)
    {
        if (row.Any(cell => cell.Contains(Encodings.Undecodable, StringComparison.Ordinal)))
        {
            return $"holds bytes that are not {format.Encoding.WebName}";
        }

        if (row.Any(cell => cell.Contains('\0', StringComparison.Ordinal)))
        {
            return "holds a NUL character";
        }

        return row.Length == ColumnCount ? null : $"has {row.Length} cells where the header has {ColumnCount}";
    }

    // The header itself may have any number.
    private int ColumnCount => Columns.Count > 0 ? Columns.Count : cells.Count;
}
