namespace TeamsBot.Protocol.Connector;

/// <summary>Why Teams, or this client on its behalf, refused a call. Named after Teams' own error codes.</summary>
public enum ConnectorError
{
    /// <summary>A refusal that is not known here; the exception's code and status say more.</summary>
    Unknown,

    /// <summary>400: the request was malformed.</summary>
    BadRequest,

    /// <summary>401: the token was not accepted, or the app id is not registered as a bot.</summary>
    BotNotRegistered,

    /// <summary>403: an administrator blocked the bot for the tenant.</summary>
    BotDisabledByAdmin,

    /// <summary>403: the bot is not installed there.</summary>
    BotNotInConversationRoster,

    /// <summary>403: the person blocked the bot.</summary>
    ConversationBlockedByUser,

    /// <summary>403: the bot may not do this.</summary>
    NotEnoughPermissions,

    /// <summary>403: the service URL belongs to another cloud.</summary>
    InvalidBotApiHost,

    /// <summary>404: the message is gone.</summary>
    ActivityNotFoundInConversation,

    /// <summary>404: the conversation is gone.</summary>
    ConversationNotFound,

    /// <summary>404: something else is not there, such as a member.</summary>
    NotFound,

    /// <summary>412: a passing conflict inside Teams.</summary>
    PreconditionFailed,

    /// <summary>413: the message is larger than about 100 KB.</summary>
    MessageSizeTooBig,

    /// <summary>429: too fast.</summary>
    Throttled,

    /// <summary>500: Teams failed, and says that asking again does not help.</summary>
    ServiceError,

    /// <summary>502, 503 or 504: Teams is not there for the moment.</summary>
    Unavailable,

    /// <summary>No answer: the connection failed, broke or took too long.</summary>
    Unreachable,

    /// <summary>Not called: the service URL is not a place to which this bot may speak.</summary>
    HostNotAllowed,

    /// <summary>Not called: the conversation took as many messages as Teams allows for now, and others have the next turns.</summary>
    NotItsTurn,

    /// <summary>Not called: no token for the bot could be had for the moment.</summary>
    CredentialUnavailable,
}
