namespace TeamsBot.Protocol.Connector;

/// <summary>Why a file did not arrive.</summary>
public enum FileUploadError
{
    /// <summary>A refusal that asking again does not change, such as a full OneDrive (507); the status says more.</summary>
    Refused,

    /// <summary>Not called: the address is not a place to which this bot sends files.</summary>
    HostNotAllowed,

    /// <summary>404: the upload session has ended. The person must be asked again, which opens a new one.</summary>
    SessionNotFound,

    /// <summary>429: too fast.</summary>
    Throttled,

    /// <summary>500, 502, 503 or 504: OneDrive is not there for the moment.</summary>
    Unavailable,

    /// <summary>No answer: the connection failed, broke or took too long.</summary>
    Unreachable,
}

/// <summary>
/// An upload that failed, after all retries. It is no <see cref="ConnectorException"/>: what OneDrive refuses says nothing about the conversation or the bot.
/// </summary>
public sealed class FileUploadException(FileUploadError error, string message, Exception? inner = null) : Exception(message, inner)
{
    public FileUploadError Error { get; } = error;

    /// <summary>HTTP status; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>How long OneDrive asks to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The same upload may succeed later.</summary>
    public bool IsTransient => Error is FileUploadError.Throttled or FileUploadError.Unavailable or FileUploadError.Unreachable;

    /// <summary>The file may be complete in the person's OneDrive although the last answer was lost.</summary>
    public bool MayHaveHappened { get; init; }
}
