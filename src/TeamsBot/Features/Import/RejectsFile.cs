using System.Globalization;
using System.Text;
using TeamsBot.Text;

namespace TeamsBot.Features.Import;

/// <summary>
/// The rows that were refused, with line and reason before their own cells, in a CSV file beside the one that was imported.
/// Made with the first such row; an old one goes when there is none any more.
/// </summary>
internal sealed class RejectsFile(string importedFile, IReadOnlyList<string> columns) : IDisposable
{
    private StreamWriter? writer;

    public string Path { get; } = importedFile + ".rejects.csv";

    public void Add(SourceRow row, string reason)
    {
        writer ??= Start();
        Write([row.Line.ToString(CultureInfo.InvariantCulture), reason, .. row.Cells]);
    }

    /// <summary>Completes the file; true when there is one.</summary>
    public bool Finish()
    {
        if (writer is null)
        {
            File.Delete(Path);
            return false;
        }

        writer.Dispose();
        return true;
    }

    public void Dispose() => writer?.Dispose();

    // With a byte order mark: without it, Excel would take the file for the local code page.
    private StreamWriter Start()
    {
        try
        {
            writer = new StreamWriter(Path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"The refused rows cannot be written to {Path}: {failure.Message}", failure);
        }

        Write(["line", "reason", .. columns]);
        return writer;
    }

    private void Write(IEnumerable<string> cells) => writer!.Write(CsvLine.Of(cells.Select(Readable)));

    private static string Readable(string cell) => cell.Replace(Encodings.Undecodable, '\ufffd').Replace('\0', '\ufffd');
}
