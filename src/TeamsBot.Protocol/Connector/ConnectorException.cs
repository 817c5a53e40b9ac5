namespace TeamsBot.Protocol.Connector;

/// <summary>A connector call that failed, after all retries, with what a caller needs to decide what to do about it.</summary>
public sealed class ConnectorException(ConnectorError error, string message, Exception? inner = null) : Exception(message, inner)
{
    public ConnectorError Error { get; } = error;

    /// <summary>HTTP status; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Teams' own error code, as it came.</summary>
    public string? Code { get; init; }

    /// <summary>How long Teams asks to wait before the next try, or this client where it was <see cref="ConnectorError.NotItsTurn"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same call may succeed later. False means final: an operator should see it.</summary>
    public bool IsTransient => Error is ConnectorError.PreconditionFailed or ConnectorError.Throttled
        or ConnectorError.Unavailable or ConnectorError.Unreachable or ConnectorError.NotItsTurn or ConnectorError.CredentialUnavailable;

    /// <summary>Teams may have done the work although the answer was lost: sending once more may show a message twice.</summary>
    public bool MayHaveHappened { get; init; }

    /// <summary>The conversation refuses this bot until it is heard from again: stop writing to it.</summary>
    public bool IsConversationClosed => Error is ConnectorError.BotNotInConversationRoster
        or ConnectorError.BotDisabledByAdmin or ConnectorError.ConversationBlockedByUser;
}
