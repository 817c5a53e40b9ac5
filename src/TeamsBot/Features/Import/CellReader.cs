namespace TeamsBot.Features.Import;

/// <summary>Reads one field or attribute from the cells of a row.</summary>
/// <param name="place">Of the column among the cells; unused for a constant.</param>
internal sealed class CellReader(Source source, int place, CellParser parse, FileFormat file)
{
    private readonly CellFormat format = new(file.Culture, file.Zone, source.DatePattern);

    /// <summary>The value; neither value nor problem where nothing stands in the cell and there is no default.</summary>
    public Cell Read(string?[] cells)
    {
        if ((Text(cells) ?? source.Default) is not { } text)
        {
            return default;
        }

        var cell = parse(text, format);
        return cell.Problem is { } problem && source.Column is { } column ? Cell.Wrong($"{problem} (column '{column}')") : cell;
    }

    private string? Text(string?[] cells)
    {
        if (source.Const is not null)
        {
            return source.Const;
        }

        return cells[place] is { } text ? source.Values.Apply(text) : null;
    }
}
