using System.Text.Json;

namespace TeamsBot.Testing.Cards;

/// <summary>Reads card JSON that may be wrong: what is missing or of another kind is null, false or empty.</summary>
public static class CardJsonReading
{
    public static JsonElement? Child(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var child) ? child : null;

    public static string? Text(this JsonElement json, string name) =>
        json.Child(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static bool Flag(this JsonElement json, string name) => json.Child(name) is { ValueKind: JsonValueKind.True };

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Child(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}
