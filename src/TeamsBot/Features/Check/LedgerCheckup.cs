using System.Globalization;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Check;

/// <summary>
/// Goes through all ledgers and says, a line each, which rows are not as Baton left them. Ends with the counts and a fingerprint: who keeps
/// it, with an export of the same day, can show later what the ledger was, even to those who could rewrite all of it.
/// </summary>
internal sealed class LedgerCheckup(ITables tables, TextWriter output, CheckProgress progress)
{
    /// <summary>True when nothing is wrong.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        using var fingerprint = new LedgerFingerprint();
        var (rows, handoffs, wrong) = (0L, 0L, 0L);
        await foreach (var lead in new LedgerAudit(tables).RunAsync(cancel))
        {
            foreach (var finding in lead.Findings)
            {
                await output.WriteLineAsync($"{TableNames.Leads} \"{finding.PartitionKey}\" \"{finding.RowKey}\": {Words(finding.Fault)}");
            }

            foreach (var (id, lastHash) in lead.Handoffs)
            {
                fingerprint.Add(id, lastHash);
            }

            rows += lead.Rows;
            handoffs += lead.Handoffs.Count;
            wrong += lead.Findings.Count;
            progress.Report(rows, handoffs);
        }

        var verdict = wrong == 0 ? "all as they were stored" : string.Create(CultureInfo.InvariantCulture, $"{wrong} differences");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Ledger: {rows} rows of {handoffs} handoffs, {verdict}. Fingerprint {fingerprint.Finish()}"));
        return wrong == 0;
    }

    private static string Words(LedgerFault fault) => fault switch
    {
        LedgerFault.Altered => "altered",
        LedgerFault.Missing => "missing",
        LedgerFault.Replaced => "not the one that was stored",
        LedgerFault.Added => "not stored by Baton",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault."),
    };
}
