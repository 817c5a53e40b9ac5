using System.Globalization;

namespace TeamsBot.Features.Import;

/// <summary>What became of the rows of a file; all rows that were read are in one of the other four.</summary>
internal sealed record ImportCounts(long Added, long Updated, long Unchanged, long Refused)
{
    public static ImportCounts Nothing { get; } = new(0, 0, 0, 0);

    public long Read => Added + Updated + Unchanged + Refused;

    public static ImportCounts operator +(ImportCounts a, ImportCounts b) =>
        new(a.Added + b.Added, a.Updated + b.Updated, a.Unchanged + b.Unchanged, a.Refused + b.Refused);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Read:N0} rows read, {Added:N0} added, {Updated:N0} updated, {Unchanged:N0} unchanged, {Refused:N0} refused");
}

/// <param name="LastLine">The last line that was read; all before it is done.</param>
/// <param name="Completed">False when the import was stopped before the file's end.</param>
internal sealed record ImportReport(ImportCounts Counts, long LastLine, bool Completed);
