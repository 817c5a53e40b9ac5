using System.Text.Json;

namespace TeamsBot.Features.Import;

/// <summary>One place of a mapping file: its JSON, its path, and the list that all errors go to.</summary>
internal readonly record struct MappingNode(JsonElement Json, string Path, List<string> Errors)
{
    /// <summary>The property's own name, which may hold a dot.</summary>
    public string Key { get; init; } = "";

    /// <summary>The properties, after those that nothing knows were named as errors.</summary>
    public IEnumerable<MappingNode> Properties(params IReadOnlyList<string> allowed)
    {
        if (!IsObject())
        {
            yield break;
        }

        foreach (var property in Json.EnumerateObject())
        {
            var node = new MappingNode(property.Value, Path.Length == 0 ? property.Name : $"{Path}.{property.Name}", Errors);
            if (allowed.Count == 0 || allowed.Contains(property.Name))
            {
                yield return node with { Key = property.Name };
            }
            else
            {
                node.Error($"is not known here{Nearest.Hint(property.Name, allowed)}; allowed: {string.Join(", ", allowed)}");
            }
        }
    }

    /// <summary>The property of this name, or null.</summary>
    public MappingNode? Find(string name) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value)
            ? new(value, Path.Length == 0 ? name : $"{Path}.{name}", Errors) { Key = name }
            : null;

    public IEnumerable<MappingNode> Items()
    {
        if (Json.ValueKind != JsonValueKind.Array)
        {
            Error($"is {Kind}; a list [...] is expected");
            yield break;
        }

        foreach (var (index, item) in Json.EnumerateArray().Index())
        {
            yield return new(item, $"{Path}[{index}]", Errors);
        }
    }

    /// <summary>A text that is not blank; null after an error was noted.</summary>
    public string? Text()
    {
        if (Json.ValueKind != JsonValueKind.String)
        {
            Error($"is {Kind}; a text \"...\" is expected");
            return null;
        }

        if (string.IsNullOrWhiteSpace(Json.GetString()))
        {
            Error("is empty");
            return null;
        }

        return Json.GetString();
    }

    /// <summary>A text, number or truth value as the text that a cell would hold; null after an error was noted.</summary>
    public string? Scalar() => Json.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? Json.GetRawText() : Text();

    public bool IsObject()
    {
        if (Json.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        Error($"is {Kind}; an object {{...}} is expected");
        return false;
    }

    public void Error(string problem) => Errors.Add(Path.Length == 0 ? $"the mapping {problem}" : $"{Path} {problem}");

    private string Kind => Json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
