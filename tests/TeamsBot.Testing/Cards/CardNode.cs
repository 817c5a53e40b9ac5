using System.Text.Json;

namespace TeamsBot.Testing.Cards;

/// <summary>Something in a card that has a type: an element, an action, a column, a nested card.</summary>
internal sealed record CardNode(JsonElement Json, bool IsFallback)
{
    // What an action sends is data of the bot, and a refresh action is no button.
    private static readonly string[] NotParts = ["data", "refresh", "authentication", "msteams", "choices.data", "requires"];

    public string Type => Json.Text("type") ?? "";

    public string? Id => Json.Text("id");

    /// <summary>The texts that clients read as markdown.</summary>
    public IEnumerable<string> Markdown => Type switch
    {
        "TextBlock" => [Json.Text("text") ?? ""],
        "FactSet" => Json.Items("facts").SelectMany(fact => (string[])[fact.Text("title") ?? "", fact.Text("value") ?? ""]),
        _ => [],
    };

    /// <summary>The card itself and all that it is made of, forms and fallbacks too.</summary>
    public static IEnumerable<CardNode> All(JsonElement json, bool isFallback = false) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => All(item, isFallback)),
        JsonValueKind.Object => [.. Itself(json, isFallback), .. Parts(json, isFallback)],
        _ => [],
    };

    public override string ToString() => Id is null ? Type : $"{Type} {Id}";

    private static IEnumerable<CardNode> Itself(JsonElement json, bool isFallback) =>
        json.TryGetProperty("type", out _) ? [new CardNode(json, isFallback)] : [];

    private static IEnumerable<CardNode> Parts(JsonElement json, bool isFallback) =>
        json.EnumerateObject()
            .Where(property => !NotParts.Contains(property.Name) || property.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(property => All(property.Value, isFallback || property.NameEquals("fallback")));
}
