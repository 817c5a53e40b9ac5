namespace TeamsBot.Features.Import;

/// <summary>One row as the file has it.</summary>
/// <param name="Line">Counted from 1; of its first line, where it has several.</param>
/// <param name="Problem">Why it can be no record, whatever the mapping says; null when it can.</param>
internal sealed record SourceRow(long Line, IReadOnlyList<string> Cells, string? Problem);

/// <summary>A file of rows with named columns, read once from start to end.</summary>
internal interface IRowFile : IDisposable
{
    /// <summary>What the cells of each row are called, in their order.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>How much of the file was read, from 0 to 1.</summary>
    double Progress { get; }

    IEnumerable<SourceRow> Rows();
}
