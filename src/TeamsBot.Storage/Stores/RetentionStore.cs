using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>How far the day's look for old leads came.</summary>
/// <param name="Day">The last day whose look has ended.</param>
/// <param name="Cursor">The key of the lead that was looked at last; empty between two looks.</param>
public sealed record RetentionState(LocalDate? Day, string Cursor);

/// <summary>One stretch of a look.</summary>
/// <param name="Old">Leads that have been kept for long enough.</param>
/// <param name="Cursor">Where the next stretch begins; null at the end.</param>
public sealed record RetentionStretch(IReadOnlyList<LeadId> Old, string? Cursor);

/// <summary>Looks through all leads for those that are to be forgotten for their age, some at a time; several instances share one look.</summary>
public sealed class RetentionStore(ITables tables)
{
    private const string Partition = "retention";
    private const string Row = "state";

    public async Task<Stored<RetentionState>> LoadAsync(CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Privacy, Partition, Row, cancel) is { } row
            ? new(new(row.GetDay("Day"), row.GetString("Cursor") ?? ""), row.ETag)
            : new(new(null, ""), default);

    /// <summary>False when another instance went on meanwhile.</summary>
    public async Task<bool> SaveAsync(Stored<RetentionState> before, RetentionState after, CancellationToken cancel)
    {
        var row = new TableEntity(Partition, Row) { ["Day"] = RowValues.Write(after.Day), ["Cursor"] = after.Cursor };
        var action = before.ETag == default
            ? new TableTransactionAction(TableTransactionActionType.Add, row)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, before.ETag);
        try
        {
            await tables.SubmitAsync(TableNames.Privacy, [action], cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
    }

    /// <summary>The next stretch: it ends after so many rows, or so many old leads.</summary>
    /// <param name="isOld">Whether a lead is, given its handoffs and when it was stored last.</param>
    public async Task<RetentionStretch> LookAsync(
        string cursor, Func<Lead, IReadOnlyList<Handoff>, Instant, bool> isOld, int mostRows, int mostOld, CancellationToken cancel)
    {
        List<LeadId> old = [];
        List<Handoff> handoffs = [];
        var (partition, rows) = ("", 0);
        var range = new TableRange(cursor.Length == 0 ? "" : cursor + '\0', null, HandoffRow.Prefix, LeadRow.RowKey + "!");
        await foreach (var row in tables.QueryAsync(TableNames.Leads, range, take: null, cancel))
        {
            if (row.PartitionKey != partition)
            {
                if (rows >= mostRows || old.Count >= mostOld)
                {
                    return new(old, partition);
                }

                (partition, handoffs) = (row.PartitionKey, []);
            }

            rows++;
            if (row.RowKey.StartsWith(HandoffRow.Prefix, StringComparison.Ordinal))
            {
                handoffs.Add(HandoffRow.Read(row));
            }
            else if (row.RowKey == LeadRow.RowKey && LeadRow.Read(row) is var lead && isOld(lead, handoffs, Instant.FromDateTimeOffset(row.Timestamp)))
            {
                old.Add(lead.Id);
            }
        }

        return new(old, Cursor: null);
    }
}
