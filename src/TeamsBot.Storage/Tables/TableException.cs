namespace TeamsBot.Storage.Tables;

/// <summary>Why a table refused, as far as a caller can act on it.</summary>
public enum TableError
{
    /// <summary>409: the row to add is there already.</summary>
    AlreadyExists,

    /// <summary>412: the row changed since its ETag was read.</summary>
    PreconditionFailed,

    /// <summary>404: no such row, or no such table.</summary>
    NotFound,

    /// <summary>400 or 413: a key, a value, a row or a transaction that no table takes; the message says which and why.</summary>
    Invalid,

    /// <summary>401 or 403: the credential does not open this store.</summary>
    Denied,

    /// <summary>429, 5xx, a timeout or a broken connection, after all retries. A write may have happened: read before writing again.</summary>
    Unavailable,
}

/// <summary>A table operation that failed, with what a caller needs to decide what to do about it.</summary>
public sealed class TableException(TableError error, string message, int? failedIndex = null, Exception? inner = null)
    : Exception(message, inner)
{
    public TableError Error { get; } = error;

    /// <summary>Zero-based index of the action that failed the transaction, where the store says so.</summary>
    public int? FailedIndex { get; } = failedIndex;

    /// <summary>Another writer was faster: read again and decide again.</summary>
    public bool IsConflict => Error is TableError.AlreadyExists or TableError.PreconditionFailed;
}
