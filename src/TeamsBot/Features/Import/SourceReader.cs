using System.Text.Json;

namespace TeamsBot.Features.Import;

/// <summary>Reads where values come from: a column's name, or an object with column, const, default and format.</summary>
internal sealed class SourceReader(FileFormat format, MappingNode? values)
{
    /// <summary>Null after an error was noted. Constants and defaults are read as the field would read them.</summary>
    public Source? Read(MappingNode node, CellParser parse, params IReadOnlyList<string> further)
    {
        var map = ValuesOf(node.Key);
        if (node.Json.ValueKind == JsonValueKind.String)
        {
            return node.Text() is { } column ? new Source(node.Path, column) { Values = map } : null;
        }

        if (node.Json.ValueKind != JsonValueKind.Object)
        {
            node.Error("is neither a column's name nor an object with column, const, default or format");
            return null;
        }

        var errors = node.Errors.Count;
        _ = node.Properties(["column", "const", "default", "format", .. further]).Count();
        var source = new Source(node.Path, node.Find("column")?.Text())
        {
            Const = node.Find("const")?.Scalar(),
            Default = node.Find("default")?.Scalar(),
            DatePattern = node.Find("format")?.Text(),
            Values = map,
        };
        Check(node, source, parse);
        return node.Errors.Count == errors ? source : null;
    }

    /// <summary>The value map for a field, attribute or joined column. One that is for none of them is passed over, as an extra column is.</summary>
    public ValueMap ValuesOf(string name)
    {
        if (values?.Find(name) is not { } node || !node.IsObject())
        {
            return ValueMap.None;
        }

        return new(node.Json.EnumerateObject().ToDictionary(
            pair => pair.Name.Trim(),
            pair => pair.Value.ValueKind == JsonValueKind.Null ? null : Blank(new MappingNode(pair.Value, $"{node.Path}.{pair.Name}", node.Errors)),
            StringComparer.Ordinal));
    }

    private static string? Blank(MappingNode value) =>
        value.Json.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.Json.GetString()) ? null : value.Scalar();

    private void Check(MappingNode node, Source source, CellParser parse)
    {
        if (source is { Column: null, Const: null } && node.Find("column") is null && node.Find("const") is null)
        {
            node.Error("names neither a column nor a const");
        }

        if (source is { Column: not null, Const: not null })
        {
            node.Error("names a column and a const; one of the two is expected");
        }

        if (source.DatePattern is { } pattern && !CellParsers.IsDatePattern(pattern, format.Culture))
        {
            node.Find("format")!.Value.Error($"is '{pattern}', which does not give a date back; write yyyy for the year, MM for the month, dd for the day, HH:mm:ss for the time");
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["const", "default"])
        {
            var text = name == "const" ? source.Const : source.Default;
            if (text is not null && parse(text, new CellFormat(format.Culture, format.Zone, source.DatePattern)).Problem is { } problem)
            {
                node.Find(name)!.Value.Error(problem);
            }
        }
    }
}
