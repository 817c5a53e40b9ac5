using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// A mention of a person in a card. The tag in the text and the entity must match to the letter, so both are made here. The tag holds a
/// key instead of the name, so that no name can break it and two people of the same name stay apart; Teams shows the name.
/// </summary>
public sealed record AdaptiveMention
{
    /// <param name="key">Unique in the card, 1 to 20 ASCII letters and digits, such as "u1".</param>
    /// <param name="userId">"29:…", the AAD object id or the UPN.</param>
    /// <param name="name">Display name, shown as plain text.</param>
    public AdaptiveMention(string key, string userId, string name)
    {
        if (key.Length is 0 or > 20 || !key.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException("A mention key has 1 to 20 ASCII letters and digits.", nameof(key));
        }

        Text = CardText.Raw($"<at>{key}</at>");
        Mentioned = new AdaptiveMentionedEntity(userId, Bidi.Strip(name));
    }

    [JsonInclude, JsonPropertyName("type"), JsonPropertyOrder(-1)]
    internal string Type => "mention";

    /// <summary>Goes into the text of a TextBlock or the value of a fact.</summary>
    public CardText Text { get; }

    public AdaptiveMentionedEntity Mentioned { get; }
}

public sealed record AdaptiveMentionedEntity(string Id, string Name);
