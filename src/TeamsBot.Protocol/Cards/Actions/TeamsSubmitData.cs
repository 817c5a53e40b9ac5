namespace TeamsBot.Protocol.Cards;

/// <summary>The msteams part of submitted data, which makes a submit action something else than a message with a value.</summary>
public sealed record TeamsSubmitData
{
    private TeamsSubmitData(string type) => Type = type;

    /// <summary>Opens a dialog: the bot gets a task/fetch invoke.</summary>
    public static TeamsSubmitData TaskFetch { get; } = new("task/fetch");

    public string Type { get; }

    public string? Text { get; private init; }

    public string? DisplayText { get; private init; }

    public string? Value { get; private init; }

    /// <summary>Sends <paramref name="value"/> as a message of the person, for all to see.</summary>
    public static TeamsSubmitData ImBack(string value) => new("imBack") { Value = value };

    /// <summary>Sends <paramref name="text"/> to the bot and shows <paramref name="displayText"/> in the chat, or nothing if null.</summary>
    public static TeamsSubmitData MessageBack(string text, string? displayText = null) =>
        new("messageBack") { Text = text, DisplayText = displayText };

    /// <summary>Opens the sign-in page.</summary>
    public static TeamsSubmitData SignIn(Uri url) => new("signin") { Value = CardUrl.Https(url).AbsoluteUri };
}
