using System.Runtime.CompilerServices;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A row of the leads' table that is not as Baton left it.</summary>
public sealed record RowFinding(string PartitionKey, string RowKey, LedgerFault Fault);

/// <summary>What was found in the ledgers of one lead.</summary>
/// <param name="Handoffs">Each with the hash of the last row that it has.</param>
/// <param name="Rows">How many rows its ledgers have.</param>
public sealed record AuditedLead(IReadOnlyList<RowFinding> Findings, IReadOnlyList<(HandoffId Id, string LastHash)> Handoffs, int Rows);

/// <summary>Looks through the ledgers of all handoffs, lead by lead in the order of their keys, holding one lead at a time.</summary>
public sealed class LedgerAudit(ITables tables)
{
    private const int MostLooks = 5;

    private const string From = LedgerRow.Prefix;

    private const string To = HandoffRow.Prefix + "~";

    /// <summary>Every lead that was handed over, or has rows as if it had been.</summary>
    public async IAsyncEnumerable<AuditedLead> RunAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        List<TableEntity> rows = [];
        await foreach (var row in tables.QueryAsync(TableNames.Leads, new TableRange("", null, From, To), take: null, cancel))
        {
            if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
            {
                yield return await LookAsync(rows, cancel);
                rows = [];
            }

            if (LeadAudit.Concerns(row))
            {
                rows.Add(row);
            }
        }

        if (rows.Count > 0)
        {
            yield return await LookAsync(rows, cancel);
        }
    }

    // While the bot works, a page may hold rows from before a change and its handoff from after: what is wrong stays wrong when looked at again.
    private async Task<AuditedLead> LookAsync(List<TableEntity> rows, CancellationToken cancel)
    {
        var seen = LeadAudit.Of(rows);
        for (var look = 1; look < MostLooks && seen.Findings.Count > 0; look++)
        {
            var range = TableRange.Rows(rows[0].PartitionKey, From, To);
            var again = LeadAudit.Of(await tables.QueryAsync(TableNames.Leads, range, take: null, cancel).Where(LeadAudit.Concerns).ToListAsync(cancel));
            if (again.Findings.SequenceEqual(seen.Findings))
            {
                return again;
            }

            seen = again;
        }

        return seen;
    }
}
