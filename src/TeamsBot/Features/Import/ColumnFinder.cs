namespace TeamsBot.Features.Import;

/// <summary>Finds columns by name, and gathers those that are not there so that all are named at once.</summary>
internal sealed class ColumnFinder(IReadOnlyList<string?> columns, string file)
{
    private readonly List<string> problems = [];

    /// <summary>The column's place, or -1 after a note of it.</summary>
    /// <param name="path">Where the mapping names the column.</param>
    public int Find(string path, string name)
    {
        int[] places = [.. columns.Index().Where(column => column.Item == name).Select(column => column.Index)];
        if (places.Length > 1)
        {
            problems.Add($"{path} names the column '{name}', which is there {places.Length} times");
        }
        else if (places.Length == 0)
        {
            problems.Add($"{path} names the column '{name}', which is not there{Nearest.Hint(name, columns.OfType<string>())}");
        }

        return places.Length == 1 ? places[0] : -1;
    }

    /// <exception cref="ImportException">names every column that was not found, and those that the file has.</exception>
    public void ThrowIfMissing()
    {
        if (problems.Count > 0)
        {
            throw new ImportException($"{file} does not fit the mapping; nothing was imported:\n  {string.Join("\n  ", problems)}\n  its columns: {string.Join(", ", columns.OfType<string>())}");
        }
    }
}
