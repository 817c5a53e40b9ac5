using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Cards;

/// <summary>Opens a form below the buttons.</summary>
public sealed record AdaptiveShowCardAction : AdaptiveAction
{
    /// <exception cref="ArgumentException">The form opens a form of its own, which Teams does not show.</exception>
    [JsonPropertyOrder(-1)]
    public required AdaptiveCard Card { get; init => field = Form(value); }

    private static AdaptiveCard Form(AdaptiveCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Actions?.Any(action => action is AdaptiveShowCardAction) == true
            ? throw new ArgumentException("A form cannot open another form.", nameof(card))
            : card with { IsForm = true };
    }
}
