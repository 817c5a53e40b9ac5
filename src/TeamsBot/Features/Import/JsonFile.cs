using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Features.Import;

internal enum JsonLayout
{
    /// <summary>One array of objects; rows are numbered as its elements.</summary>
    Array,

    /// <summary>One object a line.</summary>
    Lines,
}

/// <summary>
/// A file of JSON objects, whose properties are the cells: texts as they are, numbers and truth values as JSON writes
/// them, null or a missing property as an empty cell, anything deeper as its JSON.
/// </summary>
internal sealed class JsonFile(string name, Stream stream, IReadOnlyList<string> columns, JsonLayout layout) : IRowFile
{
    public IReadOnlyList<string> Columns { get; } = columns;

    public double Progress => stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;

    public IEnumerable<SourceRow> Rows() => layout == JsonLayout.Lines ? FromLines() : FromArray();

    public void Dispose() => stream.Dispose();

    private IEnumerable<SourceRow> FromLines()
    {
        var encoding = InputFile.SkipMark(stream, Encodings.Utf8);
        var lines = new LineReader(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024));
        while (lines.Read() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line.Text))
            {
                yield return Parse(line);
            }
        }
    }

    private SourceRow Parse(Line line)
    {
        if (line.TooLong)
        {
            return Refused(line.Number, $"is longer than {LineReader.MaxLength} characters");
        }

        if (line.Text.Contains(Encodings.Undecodable, StringComparison.Ordinal))
        {
            return Refused(line.Number, "holds bytes that are not utf-8");
        }

        try
        {
            using var document = JsonDocument.Parse(line.Text);
            return Row(line.Number, document.RootElement);
        }
        catch (JsonException)
        {
            return Refused(line.Number, "is not JSON");
        }
    }

    private IEnumerable<SourceRow> FromArray()
    {
        InputFile.SkipMark(stream, Encodings.Utf8);
        using var elements = JsonSerializer.DeserializeAsyncEnumerable(stream, ElementJson.Default.JsonElement).ToBlockingEnumerable().GetEnumerator();
        for (var number = 1L; MoveNext(elements, number); number++)
        {
            yield return Row(number, elements.Current);
        }
    }

    private bool MoveNext(IEnumerator<JsonElement> elements, long number)
    {
        try
        {
            return elements.MoveNext();
        }
        catch (JsonException broken)
        {
            throw new ImportException($"{name} is not a JSON array of objects from element {number} on; what stands before it was read.", broken);
        }
    }

    private SourceRow Row(long number, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Refused(number, "is not a JSON object");
        }

        try
        {
            string[] cells = [.. Columns.Select(column => element.TryGetProperty(column, out var value) ? Text(value) : "")];
            return new(number, cells, cells.Any(cell => cell.Contains('\0', StringComparison.Ordinal)) ? "holds a NUL character" : null);
        }
        catch (InvalidOperationException)
        {
            return Refused(number, "holds an escape that is half of a character");
        }
    }

    private SourceRow Refused(long number, string problem) => new(number, [.. Columns.Select(_ => "")], problem);

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class ElementJson : JsonSerializerContext;
