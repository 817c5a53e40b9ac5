using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// A mention of a person in a card. The tag in the text and the entity must match to the letter, so both are made here. The tag holds a
/// key, which has nothing but letters, digits and spaces, so that no name can break it; Teams shows the name in its place.
/// </summary>
public sealed record AdaptiveMention
{
    /// <param name="userId">"29:…", the AAD object id or the UPN.</param>
    /// <param name="name">Display name, shown as plain text. What is safe of it is the key.</param>
    public AdaptiveMention(string userId, string name)
        : this(SafeKey(name), userId, name)
    {
    }

    /// <param name="key">Unique in the card: letters, digits and spaces, for two people of the same name.</param>
    /// <param name="userId">"29:…", the AAD object id or the UPN.</param>
    /// <param name="name">Display name, shown as plain text.</param>
    public AdaptiveMention(string key, string userId, string name)
    {
        if (key.Length == 0 || key != SafeKey(key))
        {
            throw new ArgumentException("A mention key has letters, digits and single spaces.", nameof(key));
        }

        Text = CardText.Raw($"<at>{key}</at>");
        Mentioned = new AdaptiveMentionedEntity(userId, Bidi.Strip(name));
    }

    [JsonInclude, JsonPropertyName("type"), JsonPropertyOrder(-1)]
    internal string Type => "mention";

    /// <summary>Goes into the text of a TextBlock or the value of a fact.</summary>
    public CardText Text { get; }

    public AdaptiveMentionedEntity Mentioned { get; }

    private static string SafeKey(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        var key = string.Join(' ', safe.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return key.Length == 0 ? "person" : key;
    }
}

public sealed record AdaptiveMentionedEntity(string Id, string Name);
