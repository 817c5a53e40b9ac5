using System.Globalization;
using System.Text.Json;

namespace TeamsBot.Domain.Agreement;

/// <summary>One place of an agreement's text: its JSON, its path, and the list that all faults go to.</summary>
internal sealed record AgreementNode(JsonElement Json, string Path, List<AgreementFault> Faults)
{
    private const int LongestShown = 60;

    /// <summary>The property's own name, without blanks around it.</summary>
    public string Key { get; init; } = "";

    /// <summary>The properties of an object; a name that comes again, capitals aside, is a fault.</summary>
    public IReadOnlyList<AgreementNode> Properties(int most = int.MaxValue)
    {
        if (Json.ValueKind != JsonValueKind.Object)
        {
            Fault(AgreementFaultKind.NotAnObject, Shown);
            return [];
        }

        var nodes = new Dictionary<string, AgreementNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in Children())
        {
            if (!nodes.TryAdd(node.Key, node))
            {
                node.Fault(AgreementFaultKind.DuplicateName, node.Key);
            }
        }

        return IsWithin(most, nodes.Count) ? [.. nodes.Values] : [];
    }

    /// <summary>Notes what this is not an object of, and every name but these.</summary>
    public void Allow(params IReadOnlyList<string> names)
    {
        foreach (var node in Properties().Where(node => !names.Contains(node.Key, StringComparer.OrdinalIgnoreCase)))
        {
            node.Fault(AgreementFaultKind.UnknownName, node.Key, names);
        }
    }

    public AgreementNode? Find(string name) => Json.ValueKind == JsonValueKind.Object
        ? Children().FirstOrDefault(node => string.Equals(node.Key, name, StringComparison.OrdinalIgnoreCase))
        : null;

    /// <summary>The property, or null after a fault was noted.</summary>
    public AgreementNode? Require(string name)
    {
        if (Json.ValueKind == JsonValueKind.Object && Find(name) is null)
        {
            Child(name, default).Fault(AgreementFaultKind.Missing, "");
        }

        return Find(name);
    }

    /// <summary>The items of a list; none, and a fault, where it is none or has too many.</summary>
    public IReadOnlyList<AgreementNode> Items(int most)
    {
        if (Json.ValueKind != JsonValueKind.Array)
        {
            Fault(AgreementFaultKind.NotAList, Shown);
            return [];
        }

        return IsWithin(most, Json.GetArrayLength())
            ? [.. Json.EnumerateArray().Select((item, index) => new AgreementNode(item, $"{Path}[{index}]", Faults))]
            : [];
    }

    /// <summary>Notes a list with nothing in it as a fault.</summary>
    public void NoteEmpty()
    {
        if (Json.ValueKind == JsonValueKind.Array && Json.GetArrayLength() == 0)
        {
            Fault(AgreementFaultKind.Missing, "");
        }
    }

    /// <summary>A text that is not blank, without blanks around it; null after a fault was noted.</summary>
    public string? Text()
    {
        var text = Json.ValueKind == JsonValueKind.String ? Json.GetString()!.Trim() : "";
        if (text.Length > 0)
        {
            return text;
        }

        Fault(AgreementFaultKind.NotAText, Shown);
        return null;
    }

    public bool Is(string word) => Json.ValueKind == JsonValueKind.String && string.Equals(Json.GetString()!.Trim(), word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole number, in quotes or not, with or without its unit; null after a fault was noted.</summary>
    public int? Whole(int least, int most, string unit = "")
    {
        var isNumber = Json.ValueKind == JsonValueKind.Number;
        var text = isNumber ? Json.GetRawText() : Json.ValueKind == JsonValueKind.String ? Json.GetString()!.Trim() : "";
        text = unit.Length > 0 && text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length] : text;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            // JSON knows numbers that nothing can count.
            value = isNumber ? decimal.MaxValue : 0.5m;
        }

        if (value != decimal.Truncate(value))
        {
            Fault(AgreementFaultKind.NotANumber, Shown);
            return null;
        }

        if (value < least || value > most)
        {
            Fault(AgreementFaultKind.OutOfRange, Shown, $"{least}..{most}");
            return null;
        }

        return (int)value;
    }

    public void Fault(AgreementFaultKind kind, string found, params IReadOnlyList<string> allowed) =>
        Faults.Add(new(Path, kind, Short(found)) { Allowed = string.Join(", ", allowed) });

    /// <summary>Whether so many are not too many, which is a fault.</summary>
    public bool IsWithin(int most, int count)
    {
        if (count > most)
        {
            Fault(AgreementFaultKind.TooLarge, $"{count}", $"{most}");
        }

        return count <= most;
    }

    private string Shown => Json.ValueKind switch
    {
        JsonValueKind.Object => "{…}",
        JsonValueKind.Array => "[…]",
        JsonValueKind.String => Json.GetString()!,
        _ => Json.GetRawText(),
    };

    private IEnumerable<AgreementNode> Children() => Json.EnumerateObject().Select(property => Child(property.Name.Trim(), property.Value));

    private AgreementNode Child(string name, JsonElement value) =>
        new(value, Path.Length == 0 ? Short(name) : $"{Path}.{Short(name)}", Faults) { Key = name };

    private static string Short(string text)
    {
        if (text.Length <= LongestShown)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown;
        return text[..end] + "…";
    }
}
