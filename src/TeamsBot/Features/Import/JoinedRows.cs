namespace TeamsBot.Features.Import;

/// <summary>The cells of a file's rows, trimmed, followed by the columns that joins add to them.</summary>
internal sealed class JoinedRows
{
    private readonly List<(JoinTable Table, int[] Keys, int Count)> joins = [];
    private readonly List<string?> columns;
    private readonly int own;

    /// <param name="folders">Where the files to join are looked for, in this order.</param>
    /// <exception cref="ImportException">when a file to join is not there, or a column of the key.</exception>
    public JoinedRows(Mapping mapping, IReadOnlyList<string> ownColumns, string file, IReadOnlyList<string> folders)
    {
        columns = [.. ownColumns];
        own = columns.Count;
        foreach (var join in mapping.Joins)
        {
            var finder = new ColumnFinder(columns, file);
            int[] keys = [.. join.On.Select(key => finder.Find($"{join.Path}.on", key.Column))];
            finder.ThrowIfMissing();
            joins.Add((new JoinTable(join, Locate(join, folders), mapping.Format), keys, join.Columns.Count));
            foreach (var column in join.Columns)
            {
                Add(column.Name);
            }
        }
    }

    /// <summary>The names of all cells; null where a joined column took the name over.</summary>
    public IReadOnlyList<string?> Columns => columns;

    /// <summary>The row's own cells and the joined ones; null where nothing stands.</summary>
    public string?[] Extend(IReadOnlyList<string> row)
    {
        var cells = new string?[columns.Count];
        for (var i = 0; i < own; i++)
        {
            cells[i] = row[i].Trim() is { Length: > 0 } text ? text : null;
        }

        var place = own;
        foreach (var (table, keys, count) in joins)
        {
            table.Find(keys.Select(key => cells[key]))?.CopyTo(cells, place);
            place += count;
        }

        return cells;
    }

    private void Add(string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            columns[i] = columns[i] == name ? null : columns[i];
        }

        columns.Add(name);
    }

    private static string Locate(Join join, IReadOnlyList<string> folders) =>
        folders.Select(folder => Path.Combine(folder, join.File)).FirstOrDefault(File.Exists)
        ?? throw new ImportException($"{join.Path}.file names {join.File}, which is neither beside the file nor beside the mapping.");
}
