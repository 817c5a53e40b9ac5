using System.Text.Json;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.Testing.Teams;

/// <summary>What the connector can be asked to do.</summary>
public enum ConnectorOperation
{
    Send,
    Reply,
    Update,
    Delete,
    CreateConversation,
    GetMember,
    GetPagedMembers,
    GetTeam,
    GetTeamChannels,
    Upload,
}

/// <summary>One call that reached the connector, and how it was answered.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="ConversationId">Where; of a created conversation, its new id; of an upload, the session.</param>
/// <param name="ActivityId">The message that was sent, updated or deleted.</param>
/// <param name="Body">The body as it came; of an upload, its range of bytes, the bytes being with <see cref="FakeUploads"/>.</param>
public sealed record ConnectorEvent(ConnectorOperation Operation, string ConversationId, string? ActivityId, string Body)
{
    /// <summary>The path as it stood on the wire, still escaped, with its query.</summary>
    public string RawTarget { get; init; } = "";

    public string? Authorization { get; init; }

    /// <summary>The place in a trace from which it came, as a W3C traceparent.</summary>
    public string? Trace { get; init; }

    /// <summary>The status that was answered; 0 where the connection was cut.</summary>
    public int Status { get; init; }

    /// <summary>The work was done, whatever was answered.</summary>
    public bool IsDone { get; init; }

    public Activity? Activity { get; init; }

    public bool IsTyping => Activity?.Type == ActivityTypes.Typing;

    /// <summary>A new message, whichever call brought it.</summary>
    public bool IsNewMessage => IsDone && !IsTyping && Activity is not null
        && Operation is ConnectorOperation.Send or ConnectorOperation.Reply or ConnectorOperation.CreateConversation;

    /// <summary>The adaptive card of the message.</summary>
    public JsonElement Card => Activity!.Attachments!.First(a => a.ContentType == ContentTypes.AdaptiveCard).Content!.ToElement();
}
