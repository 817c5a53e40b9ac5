using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Testing.App;

/// <summary>A card as somebody has it before them.</summary>
/// <param name="ConversationId">Where, with the thread.</param>
/// <param name="ActivityId">The message that holds it.</param>
public sealed record ShownCard(string ConversationId, string ActivityId, JsonElement Json)
{
    /// <summary>The titles of all buttons, those of forms too.</summary>
    public IReadOnlyList<string> Buttons => [.. Actions().Select(action => action.Text("title") ?? "")];

    public string Language => Json.Text("lang") ?? "";

    /// <summary>The number of this handoff, as the buttons carry it.</summary>
    public string Handoff => Actions().Select(action => action.Child("data")?.Text("handoff")).OfType<string>().First();

    /// <summary>The texts that clients read as markdown, as they stand on the wire.</summary>
    public IReadOnlyList<string> Markdown =>
    [
        .. Objects(Json).Where(part => part.Text("type") == "TextBlock").Select(part => part.Text("text")!),
        .. Objects(Json).SelectMany(part => part.Items("facts")).SelectMany(fact => (string[])[fact.Text("title")!, fact.Text("value")!]),
    ];

    public static ShownCard Of(ConnectorEvent shown) => new(shown.ConversationId, shown.ActivityId!, shown.Card);

    /// <summary>Whether these words are in one of the card's texts, as a reader sees them: without escapes and marks of direction.</summary>
    public bool Says(string words) => Texts(Json).Any(text => Seen(text).Contains(words, StringComparison.Ordinal));

    public bool Has(string button) => Find(button) is not null;

    /// <summary>What an input is filled with; null when it is empty.</summary>
    public string? Filled(string input) => Objects(Json).First(part => part.Text("id") == input).Text("value");

    /// <summary>The verb and the data of a button, found by its title, its id or its verb, with the inputs merged in as clients do.</summary>
    public (string Verb, string Data) Press(string button, params IEnumerable<(string Name, string Value)> inputs)
    {
        var action = Find(button) ?? throw new InvalidOperationException($"There is no button {button}, but {string.Join(", ", Buttons)}.");
        var data = action.Child("data") is { } given ? JsonNode.Parse(given.GetRawText())!.AsObject() : [];
        foreach (var (name, value) in inputs)
        {
            data[name] = value;
        }

        return (action.Text("verb") ?? "", data.ToJsonString());
    }

    private static string Seen(string text) =>
        string.Concat(text.Where(c => c is not ('\\' or '\u2060' or (>= '\u2066' and <= '\u2069')))).Replace('\u00a0', ' ');

    private JsonElement? Find(string button)
    {
        // In a dialog the verb stands within the data.
        var found = Actions().Where(action => new[] { action.Text("title"), action.Text("id"), action.Text("verb"), action.Child("data")?.Text("verb") }.Contains(button)).ToList();
        return found.Count == 0 ? null : found[0];
    }

    private IEnumerable<JsonElement> Actions() => Objects(Json).Where(part => part.Text("type") is "Action.Execute" or "Action.Submit" or "Action.ShowCard");

    // A refresh is nothing that a person presses.
    private static IEnumerable<JsonElement> Objects(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Objects),
        JsonValueKind.Object => json.EnumerateObject().Where(property => !property.NameEquals("refresh")).SelectMany(property => Objects(property.Value)).Prepend(json),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonElement json) =>
        Objects(json).SelectMany(part => (string?[])[part.Text("text"), part.Text("title"), part.Text("value"), part.Text("label")]).OfType<string>();
}
