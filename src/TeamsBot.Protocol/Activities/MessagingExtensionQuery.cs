using System.Text.Json;

namespace TeamsBot.Protocol.Activities;

/// <summary>
/// The value of a <c>composeExtension/query</c> invoke: what somebody typed into a search of the message extension ("Respond to search commands").
/// All of it is under the client's control.
/// </summary>
public sealed record MessagingExtensionQuery : WireObject
{
    /// <summary>The name of the only parameter when the search was just opened and nothing was typed yet.</summary>
    public const string InitialRun = "initialRun";

    /// <summary>The command's id in the manifest.</summary>
    public string? CommandId { get; set; }

    public IReadOnlyList<MessagingExtensionParameter>? Parameters { get; set; }

    public MessagingExtensionQueryOptions? QueryOptions { get; set; }

    /// <summary>Reads the value of an invoke; null where it names no command, which is answered with 400.</summary>
    public static MessagingExtensionQuery? From(Activity activity) =>
        activity.ReadValue(ActivityJson.Wire.MessagingExtensionQuery) is { CommandId.Length: > 0 } read ? read : null;

    /// <summary>What was typed for a parameter of the manifest; empty where nothing was.</summary>
    public string Typed(string parameter)
    {
        var value = Parameters?.FirstOrDefault(known => known.Name == parameter)?.Value;
        return value is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
    }
}

/// <summary>One parameter of a search.</summary>
public sealed record MessagingExtensionParameter
{
    public string? Name { get; set; }

    public JsonElement? Value { get; set; }
}

/// <summary>Which page of the results is asked for.</summary>
public sealed record MessagingExtensionQueryOptions
{
    /// <summary>How many results were shown already.</summary>
    public int Skip { get; set; }
}
