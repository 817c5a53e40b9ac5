using System.Text;

namespace TeamsBot.Features.Import;

/// <summary>Opens what an import reads.</summary>
internal static class InputFile
{
    /// <summary>The rows of a file: JSON by its ending (.json, .jsonl), else CSV.</summary>
    /// <param name="named">The columns that a mapping names, which a JSON file is asked for.</param>
    /// <exception cref="ImportException">when there is no such file, or it has no header.</exception>
    public static IRowFile OpenRows(string path, FileFormat format, IReadOnlyList<string> named)
    {
        var stream = Open(path);
        try
        {
            return Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".JSON" => new JsonFile(path, stream, named, JsonLayout.Array),
                ".JSONL" => new JsonFile(path, stream, named, JsonLayout.Lines),
                _ => new CsvFile(path, stream, format),
            };
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <exception cref="ImportException">when there is no such file, or it cannot be read.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new ImportException($"{path} is a folder; name the file in it.");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ImportException(failure is FileNotFoundException or DirectoryNotFoundException ? $"There is no file {path}." : $"{path} cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Stands the stream behind its byte order mark, and answers the encoding that the mark names.</summary>
    public static Encoding SkipMark(Stream stream, Encoding otherwise)
    {
        Span<byte> start = stackalloc byte[4];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var (encoding, markLength) = Encodings.Detect(start[..read], otherwise);
        stream.Position = markLength;
        return encoding;
    }
}
