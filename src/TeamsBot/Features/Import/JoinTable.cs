namespace TeamsBot.Features.Import;

/// <summary>
/// The second file of a join, in memory. A key that is not there leaves the joined columns empty; of a key that is there
/// twice the first row counts; a row that is broken is passed over.
/// </summary>
internal sealed class JoinTable
{
    private const char Separator = '\u001f';
    private readonly Dictionary<string, string?[]> rows = new(StringComparer.Ordinal);

    /// <exception cref="ImportException">when the file cannot be read or lacks a column.</exception>
    public JoinTable(Join join, string path, FileFormat format)
    {
        using var file = InputFile.OpenRows(path, format, [.. join.On.Select(key => key.Other), .. join.Columns.Select(column => column.Other)]);
        var columns = new ColumnFinder(file.Columns, path);
        var keys = join.On.Select(key => columns.Find($"{join.Path}.on.{key.Column}", key.Other)).ToArray();
        var values = join.Columns.Select(column => columns.Find($"{join.Path}.fields.{column.Name}", column.Other)).ToArray();
        columns.ThrowIfMissing();
        foreach (var row in file.Rows().Where(row => row.Problem is null))
        {
            if (Key(keys.Select(index => row.Cells[index].Trim())) is { } key)
            {
                rows.TryAdd(key, [.. values.Select((index, i) => Value(row.Cells[index], join.Columns[i].Values))]);
            }
        }
    }

    /// <summary>The joined cells for these values of the key's columns, or null.</summary>
    public string?[]? Find(IEnumerable<string?> key) => Key(key) is { } known ? rows.GetValueOrDefault(known) : null;

    private static string? Key(IEnumerable<string?> parts)
    {
        string?[] all = [.. parts];
        return all.Any(string.IsNullOrEmpty) ? null : string.Join(Separator, all);
    }

    private static string? Value(string cell, ValueMap map) => cell.Trim() is { Length: > 0 } text ? map.Apply(text) : null;
}
