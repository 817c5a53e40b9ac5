using System.Text.Json;

namespace TeamsBot.Protocol.Activities;

/// <summary>The value of an <c>adaptiveCard/action</c> invoke (universal action model). All of it is under the client's control.</summary>
public sealed record AdaptiveCardInvokeValue : WireObject
{
    public AdaptiveCardInvokeAction? Action { get; set; }

    /// <summary><c>manual</c> for a click, <c>automatic</c> for a refresh, absent from some clients. A refresh must change nothing.</summary>
    public string? Trigger { get; set; }

    /// <summary>The code of a sign-in, where one went before.</summary>
    public string? State { get; set; }

    public AdaptiveCardAuthentication? Authentication { get; set; }

    public bool IsRefresh() => string.Equals(Trigger, "automatic", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the value of an invoke; null where it is not an Action.Execute, which is answered with 400.</summary>
    public static AdaptiveCardInvokeValue? From(Activity activity)
    {
        var read = activity.ReadValue(ActivityJson.Wire.AdaptiveCardInvokeValue);
        return read?.Action?.Type == AdaptiveCardInvokeAction.Execute ? read : null;
    }
}

/// <summary>The action that was pressed, with the card's inputs merged into its data.</summary>
public sealed record AdaptiveCardInvokeAction : WireObject
{
    public const string Execute = "Action.Execute";

    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? Verb { get; set; }

    /// <summary>An object with the inputs merged in, or whatever else the card gave. Inputs are strings mostly: read them tolerantly.</summary>
    public JsonElement? Data { get; set; }
}

/// <summary>The token of a single sign-on, where the card asked for one.</summary>
public sealed record AdaptiveCardAuthentication : WireObject
{
    public string? Id { get; set; }

    public string? ConnectionName { get; set; }

    public string? Token { get; set; }
}
