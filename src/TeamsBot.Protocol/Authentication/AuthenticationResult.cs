namespace TeamsBot.Protocol.Authentication;

/// <summary>Whether an activity came from Teams: <see cref="Authenticated"/> or a <see cref="Rejection"/>.</summary>
public abstract record AuthenticationResult
{
    private protected AuthenticationResult()
    {
    }
}

/// <summary>The activity is what Teams sent to this bot.</summary>
public sealed record Authenticated : AuthenticationResult
{
    private Authenticated()
    {
    }

    public static Authenticated Instance { get; } = new();
}

/// <summary>The activity is refused with HTTP 401 and an empty body; the reason is for the log.</summary>
public sealed record Rejection(RejectionReason Reason) : AuthenticationResult;

/// <summary>Why an activity was refused. The names are stable: logs and alerts may rely on them.</summary>
public enum RejectionReason
{
    /// <summary>The bot has no app id, so that no token can be meant for it.</summary>
    BotHasNoAppId,

    /// <summary>No Authorization header with the Bearer scheme.</summary>
    MissingToken,

    /// <summary>Not a JSON Web Token.</summary>
    MalformedToken,

    /// <summary>No signature, a signature by another algorithm than RS256, RS384 or RS512, or one that does not match.</summary>
    InvalidSignature,

    /// <summary>Signed by a key that Bot Framework does not publish (any more).</summary>
    UnknownKey,

    WrongIssuer,

    WrongAudience,

    Expired,

    NotYetValid,

    /// <summary>A token without an end.</summary>
    MissingExpiry,

    /// <summary>The serviceurl claim is missing, or is not the activity's service URL.</summary>
    WrongServiceUrl,

    /// <summary>The signing key is not endorsed for the activity's channel.</summary>
    MissingEndorsement,

    /// <summary>The tenant is missing or is not on the list.</summary>
    WrongTenant,

    /// <summary>The signing keys could not be read: nothing can be said about any token.</summary>
    KeysUnavailable,

    /// <summary>Local mode: the activity wants its answer sent to another machine.</summary>
    ServiceUrlNotLocal,

    /// <summary>Anything else that the token library refuses.</summary>
    Other,
}
