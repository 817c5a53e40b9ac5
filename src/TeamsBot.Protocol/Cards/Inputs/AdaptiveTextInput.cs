namespace TeamsBot.Protocol.Cards;

public sealed record AdaptiveTextInput : AdaptiveInput
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>In characters; zero is no limit.</summary>
    public int MaxLength { get; init; }

    public bool IsMultiline { get; init; }

    public AdaptiveTextInputStyle Style { get; init; }

    /// <summary>JavaScript's dialect; the whole value has to match.</summary>
    public string? Regex { get; init; }

    public AdaptiveAction? InlineAction { get; init; }
}

/// <summary>Chooses the keyboard on a phone. Password only masks what is typed: the value travels as it is.</summary>
public enum AdaptiveTextInputStyle { Text, Tel, Url, Email, Password }
