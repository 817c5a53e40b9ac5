using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Import;

/// <summary>Imports files from disk: checks them all before it touches the store, then takes one after the other.</summary>
internal sealed class FileImport(ITables tables, TimeProvider clock, TextWriter output, TextWriter error)
{
    /// <summary>True when all files were read to their end; refused rows do not count against that.</summary>
    /// <exception cref="ImportException">names what is wrong with a file, the mapping or the store.</exception>
    public async Task<bool> RunAsync(IReadOnlyList<string> paths, string mappingPath, CancellationToken cancel)
    {
        var mapping = MappingReader.Read(mappingPath);
        string[] folders = [FolderOf(paths[0]), FolderOf(mappingPath)];
        foreach (var path in paths)
        {
            using var rows = Open(path, mapping);
            _ = Mapper(path, mapping, rows, folders);
        }

        var (total, completed) = (ImportCounts.Nothing, true);
        for (var i = 0; i < paths.Count && completed; i++)
        {
            var report = await ImportAsync(paths[i], mapping, folders, cancel);
            (total, completed) = (total + report.Counts, report.Completed);
        }

        if (paths.Count > 1)
        {
            await output.WriteLineAsync($"all files: {total}");
        }

        return completed;
    }

    private async Task<ImportReport> ImportAsync(string path, Mapping mapping, string[] folders, CancellationToken cancel)
    {
        using var rows = Open(path, mapping);
        using var rejects = new RejectsFile(path, rows.Columns);
        var importer = new Importer(tables, clock, rejects.Add, new ImportProgress(error, clock, path, rows).Report);
        var report = await importer.ImportAsync(rows, Mapper(path, mapping, rows, folders), mapping, cancel);
        await output.WriteLineAsync($"{path}: {report.Counts}");
        if (rejects.Finish())
        {
            await output.WriteLineAsync($"Refused rows, each with its reason: {rejects.Path}");
        }

        if (!report.Completed)
        {
            await error.WriteLineAsync($"Stopped after line {report.LastLine} of {path}. What was saved stays; import the file again to do the rest.");
        }

        return report;
    }

    private static RowMapper Mapper(string path, Mapping mapping, IRowFile rows, string[] folders) =>
        new(mapping, new JoinedRows(mapping, rows.Columns, path, folders), path);

    private static IRowFile Open(string path, Mapping mapping) => InputFile.OpenRows(path, mapping.Format, mapping.OwnColumns);

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
