using Azure;

namespace TeamsBot.Storage.Tables.Azure;

/// <summary>
/// Tells our own write from another's. When a try breaks off, the write may have happened, and the next try then meets its
/// own traces as a conflict. So each transaction marks the rows that it writes with an id of its own; a conflict after a
/// broken try reads these rows, and the same id on one of them means that all of the transaction was done.
/// </summary>
/// <remarks>
/// Equal contents would not prove it: two writers may raise the same counter to the same number. A transaction of deletions
/// alone has no row to mark: after a broken try, a row that is gone counts as deleted. Where somebody changed all marked
/// rows in between, the conflict stands and the caller reads again. The mark is never seen outside this folder.
/// </remarks>
internal static class WriteId
{
    public const string Property = "_writeId";

    // What a row is given that was changed after our write: an ETag that no row has, so that the caller reads again.
    private static readonly ETag Outdated = new("W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\"");

    /// <summary>True where the mark, a property more, still fits.</summary>
    public static bool Fits(TableEntity entity) => entity.Count < EntityLimits.Properties;

    /// <summary>The ETags of a transaction that an earlier try of ours did, or null when it was not done by us.</summary>
    public static async Task<IReadOnlyList<ETag>?> FindAsync(
        TableClient client, IReadOnlyList<TableTransactionAction> actions, Guid writeId, ServiceError conflict, CancellationToken cancel)
    {
        if (actions.All(action => action.ActionType is TableTransactionActionType.Delete))
        {
            return conflict.Status == 404 ? new ETag[actions.Count] : null;
        }

        var etags = new ETag[actions.Count];
        var done = false;
        for (var i = 0; i < etags.Length; i++)
        {
            if (actions[i] is { ActionType: not TableTransactionActionType.Delete, Entity: var row })
            {
                var found = await client.ReadAsync(row.PartitionKey, row.RowKey, cancel);
                var ours = found?.WriteId == writeId;
                etags[i] = ours ? found!.Value.Row.ETag : Outdated;
                done |= ours;
            }
        }

        return done ? etags : null;
    }
}
