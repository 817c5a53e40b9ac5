using System.Text;

namespace TeamsBot.Hosting.Files;

/// <summary>A file in memory, of lines of CSV, that a spreadsheet opens as what it is.</summary>
internal sealed class CsvFile
{
    private readonly MemoryStream bytes = new();

    // With a byte order mark: without it, Excel would take the file for the local code page.
    private readonly StreamWriter writer;

    public CsvFile() => writer = new(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);

    public Task WriteAsync(string line) => writer.WriteAsync(line);

    /// <summary>The whole file; nothing is written after it.</summary>
    public async Task<MemoryStream> EndAsync()
    {
        await writer.DisposeAsync();
        return bytes;
    }
}
