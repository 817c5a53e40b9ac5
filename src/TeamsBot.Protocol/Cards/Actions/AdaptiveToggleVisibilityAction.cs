namespace TeamsBot.Protocol.Cards;

/// <summary>Shows and hides elements without a word to the bot.</summary>
public sealed record AdaptiveToggleVisibilityAction : AdaptiveAction
{
    public required IReadOnlyList<AdaptiveTargetElement> TargetElements { get; init; }
}

/// <summary>Null for <paramref name="IsVisible"/> turns what is shown into hidden and back.</summary>
public sealed record AdaptiveTargetElement(string ElementId, bool? IsVisible = null);
