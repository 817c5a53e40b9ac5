using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace TeamsBot.Domain.Questions;

/// <summary>A place in the JSON of a query. Whatever is asked of it that is not so becomes a fault that names the place.</summary>
internal sealed class QueryNode(JsonElement json, string path, List<string> faults)
{
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Takes note of a fault unless <paramref name="holds"/>.</summary>
    public void Expect(bool holds, string? name, string fault)
    {
        if (!holds)
        {
            faults.Add($"{(name is null ? path : $"{path}.{name}")}: {fault}");
        }
    }

    public void OnlyHas(params ReadOnlySpan<string> names)
    {
        Expect(json.ValueKind == JsonValueKind.Object, null, "an object belongs here");
        if (json.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in json.EnumerateObject())
        {
            Expect(names.Contains(member.Name), null, $"'{member.Name}' means nothing here");
        }
    }

    /// <summary>Null when it is missing or null.</summary>
    public QueryNode? Child(string name) => Find(name) is { } found ? new(found, $"{path}.{name}", faults) : null;

    public IReadOnlyList<QueryNode> Items(string name, int most)
    {
        if (Find(name) is not { } found)
        {
            return [];
        }

        Expect(found.ValueKind == JsonValueKind.Array, name, "a list belongs here");
        if (found.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        Expect(found.GetArrayLength() <= most, name, $"more than {most} are too many");
        return [.. found.EnumerateArray().Take(most).Select((item, index) => new QueryNode(item, $"{path}.{name}[{index}]", faults))];
    }

    public string? Text(string name, int most) => Child(name)?.Value(most);

    /// <summary>The text that the place itself is; empty when it is none.</summary>
    public string Value(int most)
    {
        var text = json.ValueKind == JsonValueKind.String ? StringOf(json) : "";
        Expect(text.Length > 0 && text.Length <= most, null, $"a text of 1 to {most} characters belongs here");
        return text.Length <= most ? text : "";
    }

    public bool Flag(string name)
    {
        var found = Find(name);
        Expect(found is null or { ValueKind: JsonValueKind.True or JsonValueKind.False }, name, "true or false belongs here");
        return found is { ValueKind: JsonValueKind.True };
    }

    public int? Number(string name, int most)
    {
        if (Find(name) is not { } found)
        {
            return null;
        }

        var isWhole = found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number) && number >= 1 && number <= most;
        Expect(isWhole, name, $"a whole number from 1 to {most} belongs here");
        return isWhole ? found.GetInt32() : null;
    }

    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Text(name, QueryLimits.Text) is not { } text)
        {
            return null;
        }

        var isOne = char.IsAsciiLetter(text.FirstOrDefault()) && Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice);
        Expect(isOne, name, $"'{text}' is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
        return isOne ? Enum.Parse<T>(text, ignoreCase: true) : null;
    }

    public LocalDate? Day(string name)
    {
        if (Text(name, QueryLimits.Text) is not { } text)
        {
            return null;
        }

        var read = LocalDatePattern.Iso.Parse(text);
        var isDay = read is { Success: true, Value: { Year: >= 1970 and < 9999 } };
        Expect(isDay, name, $"'{text}' is no day such as 2018-03-01");
        return isDay ? read.Value : null;
    }

    private JsonElement? Find(string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    // Half of a surrogate pair, written as an escape, is no text.
    private static string StringOf(JsonElement json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
