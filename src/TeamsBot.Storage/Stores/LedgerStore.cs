using System.Runtime.CompilerServices;
using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// The ledgers of all handoffs where they were written, in the transactions of the deeds themselves. Complete at every moment, unlike
/// the journal; but all leads are walked through, whatever the period.
/// </summary>
public sealed class LedgerStore(ITables tables)
{
    private static readonly TableRange Rows = new("", null, LedgerRow.Prefix, LedgerRow.Prefix + "~");

    /// <summary>The rows from one moment to another, which is excluded, by lead, handoff and number.</summary>
    /// <param name="from">Null is from the beginning on.</param>
    /// <param name="to">Null is without an end.</param>
    /// <exception cref="TableException">A row cannot be read, since somebody changed it.</exception>
    public async IAsyncEnumerable<LedgerEntry> ReadAsync(Instant? from, Instant? to, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Leads, Rows, take: null, cancel))
        {
            var entry = Read(row);
            if ((from is null || entry.At >= from) && (to is null || entry.At < to))
            {
                yield return entry;
            }
        }
    }

    private static LedgerEntry Read(TableEntity row) => LedgerRow.TryRead(row) ?? throw new TableException(
        TableError.Invalid, $"The row {row.PartitionKey} {row.RowKey} of the ledger cannot be read: somebody changed it. The command check tells more.");
}
