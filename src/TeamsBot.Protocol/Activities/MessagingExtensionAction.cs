using System.Text.Json;

namespace TeamsBot.Protocol.Activities;

/// <summary>
/// The value of a <c>composeExtension/fetchTask</c> or <c>composeExtension/submitAction</c> invoke: somebody opened an action of the message
/// extension, or pressed a button in its dialog. All of it is under the client's control.
/// </summary>
public sealed record MessagingExtensionAction : WireObject
{
    /// <summary>The command's id in the manifest.</summary>
    public string? CommandId { get; set; }

    /// <summary><c>compose</c>, <c>commandbox</c> or <c>message</c>.</summary>
    public string? CommandContext { get; set; }

    /// <summary>The data of the button with the card's inputs merged in; absent when the dialog is only opened.</summary>
    public JsonElement? Data { get; set; }

    /// <summary>Reads the value of an invoke; null where it names no command, which is answered with 400.</summary>
    public static MessagingExtensionAction? From(Activity activity) =>
        activity.ReadValue(ActivityJson.Wire.MessagingExtensionAction) is { CommandId.Length: > 0 } read ? read : null;
}
