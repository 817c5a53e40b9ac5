using System.Text.Json;
using TeamsBot.Testing.Cards;

namespace TeamsBot.Testing.App;

/// <summary>What a click was answered with: a card or a sentence.</summary>
public sealed record ClickAnswer(string Json, ShownCard? Card, string? Sentence)
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    public static ClickAnswer Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement.Clone();
        return root.Text("type") == CardType
            ? new(json, new ShownCard("", "", root.Child("value")!.Value), Sentence: null)
            : new(json, Card: null, root.Text("value"));
    }

    /// <summary>The same of what a dialog shows.</summary>
    public static ClickAnswer ReadDialog(string json)
    {
        using var document = JsonDocument.Parse(json);
        var task = document.RootElement.Clone().Child("task")!.Value;
        return task.Text("type") == "continue"
            ? new(json, new ShownCard("", "", task.Child("value")!.Value.Child("card")!.Value.Child("content")!.Value), Sentence: null)
            : new(json, Card: null, task.Text("value"));
    }
}
