using System.Text.Json;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;

namespace TeamsBot.Features.Import;

/// <summary>Reads a mapping file and names everything that is wrong with it at once, each with its place in the JSON.</summary>
internal static class MappingReader
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    private static readonly Dictionary<string, Language> Languages = new(StringComparer.Ordinal)
    {
        ["en"] = Language.English,
        ["pl"] = Language.Polish,
        ["ar"] = Language.Arabic,
        ["zh"] = Language.Chinese,
    };

    /// <exception cref="ImportException">names the file and, a line each, what is wrong with it.</exception>
    public static Mapping Read(string path)
    {
        var json = ReadFile(path);
        var mapping = Parse(json, out var errors);
        return mapping ?? throw new ImportException($"{path} is not a mapping:\n" + string.Join('\n', errors.Select(error => "  " + error)));
    }

    /// <summary>The mapping, or null with all errors.</summary>
    public static Mapping? Parse(string json, out IReadOnlyList<string> errors)
    {
        var found = new List<string>();
        errors = found;
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var mapping = Read(new MappingNode(document.RootElement, "", found));
            return found.Count == 0 ? mapping : null;
        }
        catch (JsonException broken)
        {
            found.Add($"the file is not JSON, at line {broken.LineNumber + 1}: {broken.Message.Split(" Path:")[0].Split(" LineNumber:")[0]}");
            return null;
        }
    }

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"The mapping {path} cannot be read: {failure.Message}", failure);
        }
    }

    private static Mapping? Read(MappingNode root)
    {
        _ = root.Properties("records", "format", "fields", "values", "join", "attributes").Count();
        if (ReadKind(root) is not { } kind)
        {
            return null;
        }

        var format = root.Find("format") is { } node ? ReadFormat(node) : FileFormat.Default;
        var sources = new SourceReader(format, root.Find("values"));
        var joins = ReadJoins(root, sources);
        var fields = ReadFields(root, kind, sources, joins);
        var attributes = root.Find("attributes") is { } declared ? ReadAttributes(declared, kind, sources) : [];
        return new(kind, format, fields, attributes, joins);
    }

    private static RecordKind? ReadKind(MappingNode root)
    {
        if (!root.IsObject())
        {
            return null;
        }

        string[] names = [.. RecordKinds.All.Select(kind => kind.Name)];
        if (root.Find("records") is not { } node)
        {
            root.Error($"says nothing of \"records\"; allowed: {string.Join(", ", names)}");
            return null;
        }

        if (node.Text() is not { } name)
        {
            return null;
        }

        var known = RecordKinds.All.FirstOrDefault(kind => kind.Name == name);
        if (known is null)
        {
            node.Error($"is '{name}'{Nearest.Hint(name, names)}; allowed: {string.Join(", ", names)}");
        }

        return known;
    }

    private static FileFormat ReadFormat(MappingNode node)
    {
        var format = FileFormat.Default;
        foreach (var property in node.Properties("delimiter", "encoding", "culture", "timeZone"))
        {
            // The culture "" is the one of no country.
            if (property is not { Key: "culture", Json: { ValueKind: JsonValueKind.String } culture } || culture.GetString() is not "")
            {
                format = FormatReader.Apply(format, property);
            }
        }

        return format;
    }

    private static List<MappedField> ReadFields(MappingNode root, RecordKind kind, SourceReader sources, IReadOnlyList<Join> joins)
    {
        var fields = new List<MappedField>();
        if (root.Find("fields") is { } node)
        {
            foreach (var property in node.Properties([.. kind.Fields.Select(field => field.Name)]))
            {
                var field = kind.Fields.First(field => field.Name == property.Key);
                if (sources.Read(property, field.Parse) is { } source)
                {
                    fields.Add(new(field, source));
                }
            }
        }

        // A joined column that bears a field's name fills that field, unless the mapping says otherwise.
        var mapped = root.Find("fields");
        var joined = joins.SelectMany(join => join.Columns.Select(column => (join.Path, column.Name)));
        fields.AddRange(
            from column in joined
            join field in kind.Fields on column.Name equals field.Name
            where mapped?.Find(field.Name) is null
            select new MappedField(field, new Source($"{column.Path}.fields.{column.Name}", column.Name)));

        foreach (var field in kind.Fields.Where(field => field.Required && fields.All(mapped => mapped.Field != field) && mapped?.Find(field.Name) is null))
        {
            root.Error($"does not say where fields.{field.Name} comes from; {kind.Name} need it");
        }

        return fields;
    }

    private static List<MappedAttribute> ReadAttributes(MappingNode node, RecordKind kind, SourceReader sources)
    {
        if (!kind.HasAttributes)
        {
            node.Error($"is not known for {kind.Name}, which have no attributes");
            return [];
        }

        var attributes = new List<MappedAttribute>();
        foreach (var property in node.Properties())
        {
            if (sources.Read(property, CellParsers.AnyText, "label") is { } source)
            {
                attributes.Add(new(new AttributeDefinition(kind.Name, property.Key, ReadLabels(property)), source));
            }
        }

        return attributes;
    }

    private static Dictionary<Language, string> ReadLabels(MappingNode attribute)
    {
        var labels = new Dictionary<Language, string>();
        if (attribute.Find("label") is { } node)
        {
            foreach (var label in node.Properties([.. Languages.Keys]))
            {
                labels[Languages[label.Key]] = label.Text() ?? "";
            }
        }

        return labels;
    }

    private static List<Join> ReadJoins(MappingNode root, SourceReader sources)
    {
        var joins = new List<Join>();
        foreach (var node in root.Find("join")?.Items() ?? [])
        {
            _ = node.Properties("file", "on", "fields").Count();
            var file = JoinPart(node, "file")?.Text();
            var on = JoinPart(node, "on")?.Properties().Select(key => new JoinKey(key.Key, key.Text() ?? "")).ToList() ?? [];
            var columns = JoinPart(node, "fields")?.Properties().Select(column => new JoinedColumn(column.Key, column.Text() ?? "", sources.ValuesOf(column.Key))).ToList() ?? [];
            if (file is not null)
            {
                joins.Add(new(node.Path, file, on, columns));
            }
        }

        return joins;
    }

    private static MappingNode? JoinPart(MappingNode node, string name)
    {
        if (node.Find(name) is not { } part)
        {
            node.Error($"says nothing of \"{name}\"");
            return null;
        }

        if (part.Json.ValueKind == JsonValueKind.Object && !part.Json.EnumerateObject().Any())
        {
            part.Error("is empty; a column is expected");
        }

        return part;
    }
}
