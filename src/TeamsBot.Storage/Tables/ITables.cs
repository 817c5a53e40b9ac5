using Azure;

namespace TeamsBot.Storage.Tables;

/// <summary>
/// The storage contract: what Azure Table storage promises, and no more. Two engines keep it, Azure Tables and one
/// SQLite file; one contract suite runs against both.
/// </summary>
/// <remarks>
/// Rows sort by partition key, then row key, both compared ordinally. There is no unconditional write: a row is added,
/// or changed under the ETag that was read (<see cref="ETag.All"/> says "whatever is there" and has to be written out).
/// Every failure that a caller can act on is a <see cref="TableException"/>.
/// </remarks>
public interface ITables
{
    /// <summary>Creates the tables that are missing; those that exist stay as they are.</summary>
    Task CreateAsync(IEnumerable<string> tables, CancellationToken cancel);

    /// <summary>One row, or null when there is none.</summary>
    Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancel);

    /// <summary>Many rows by key, in the order asked, null where there is none. For imports: engines answer it in few round trips.</summary>
    Task<IReadOnlyList<TableEntity?>> GetManyAsync(string table, IReadOnlyList<TableKey> keys, CancellationToken cancel);

    /// <summary>The rows of a key range in key order, page by page underneath; stops after <paramref name="take"/> rows.</summary>
    IAsyncEnumerable<TableEntity> QueryAsync(string table, TableRange range, int? take, CancellationToken cancel);

    /// <summary>
    /// One entity group transaction: all of its actions, or none. At most 100 actions on one partition, each row once.
    /// Answers the new ETag of each action, in order (default for a deletion).
    /// </summary>
    /// <exception cref="TableException">with <see cref="TableException.FailedIndex"/> naming the action that failed.</exception>
    Task<IReadOnlyList<ETag>> SubmitAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel);

    /// <summary>
    /// Many transactions, each atomic by itself and none depending on another. For imports: engines run them side by side
    /// or in one commit. Answers one outcome for each, in order: null when it was done, else why not.
    /// </summary>
    Task<IReadOnlyList<TableException?>> SubmitManyAsync(IReadOnlyList<TableTransaction> transactions, CancellationToken cancel);

    /// <summary>
    /// Sees to it that nothing of rows that were deleted or replaced is left in files of this machine. Takes as long as writing the
    /// whole store, and writers wait for it. Does nothing where a service keeps the rows.
    /// </summary>
    Task ScrubAsync(CancellationToken cancel);
}

/// <summary>The address of a row within its table.</summary>
public readonly record struct TableKey(string PartitionKey, string RowKey);

/// <summary>The actions of one entity group transaction on one table.</summary>
public sealed record TableTransaction(string Table, IReadOnlyList<TableTransactionAction> Actions);

/// <summary>What one action of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Inserts; fails with <see cref="TableError.AlreadyExists"/> when the row is there.</summary>
    Add,

    /// <summary>Overwrites the properties given and keeps the others, under an ETag.</summary>
    UpdateMerge,

    /// <summary>Replaces the whole row, under an ETag.</summary>
    UpdateReplace,

    /// <summary>Deletes the row, under an ETag.</summary>
    Delete,
}

/// <summary>One action of a transaction. <paramref name="ETag"/> is required for all but <see cref="TableTransactionActionType.Add"/>.</summary>
public sealed record TableTransactionAction(TableTransactionActionType ActionType, TableEntity Entity, ETag ETag = default);

/// <summary>
/// Keys from (inclusive) to (exclusive; null is no bound). The row bounds hold within every partition of the range.
/// </summary>
public sealed record TableRange(string PartitionFrom, string? PartitionTo, string RowFrom, string? RowTo)
{
    /// <summary>The whole table.</summary>
    public static TableRange Everything { get; } = new("", null, "", null);

    /// <summary>All rows of one partition.</summary>
    public static TableRange Partition(string partitionKey) => Rows(partitionKey, "", null);

    /// <summary>The rows of one partition whose row key is at least <paramref name="from"/> and below <paramref name="to"/>.</summary>
    public static TableRange Rows(string partitionKey, string from, string? to) => new(partitionKey, Next(partitionKey), from, to);

    /// <summary>The rows of one partition whose row key starts with <paramref name="prefix"/>.</summary>
    public static TableRange RowsStartingWith(string partitionKey, string prefix) => Rows(partitionKey, prefix, After(prefix));

    /// <summary>All rows of the partitions whose key starts with <paramref name="prefix"/>.</summary>
    public static TableRange PartitionsStartingWith(string prefix) => new(prefix, After(prefix), "", null);

    /// <summary>One row of every partition that has it; its key is a word, so that nothing of ours sorts between it and the mark.</summary>
    public static TableRange OfEachPartition(string rowKey) => new("", null, rowKey, rowKey + "!");

    // The smallest string above all that start with the prefix. A last character is raised where that holds in UTF-16 and in
    // UTF-8 order alike; U+FFFF, which no key holds, follows the others.
    private static string? After(string prefix) => prefix switch
    {
        "" => null,
        [.. var head, < '\ud7ff' and var last] => head + (char)(last + 1),
        _ => prefix + '\uffff',
    };

    // The smallest string above a key: nothing sorts between the two.
    private static string Next(string key) => key + '\0';

    /// <summary>The partition when the range is within one, else null: engines answer that case from one place.</summary>
    public string? SinglePartition => PartitionTo == Next(PartitionFrom) ? PartitionFrom : null;
}
