using System.Globalization;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>The rows of one lead's handoffs and ledgers, as the check of a chain takes them.</summary>
internal static class LeadAudit
{
    public static bool Concerns(TableEntity row) =>
        row.RowKey.StartsWith(LedgerRow.Prefix, StringComparison.Ordinal) || row.RowKey.StartsWith(HandoffRow.Prefix, StringComparison.Ordinal);

    /// <param name="rows">All that concern it, of one partition.</param>
    public static AuditedLead Of(IReadOnlyList<TableEntity> rows)
    {
        var lead = LeadOf(rows);
        var placed = rows.ToLookup(row => lead is null ? null : PlaceOf(row.RowKey));
        var handoffs = placed.Where(place => place.Key is not null).ToLookup(place => place.Key!.Handoff, place => (place.Key!.Number, Row: place.Single()));
        AuditedHandoff[] audited = [.. Numbers(handoffs.Select(handoff => handoff.Key)).Select(number => AuditedHandoff.Of(new(lead!.Value, number), handoffs[number]))];
        return new(
            [.. placed[null].Select(row => new RowFinding(row.PartitionKey, row.RowKey, LedgerFault.Added)), .. audited.SelectMany(handoff => handoff.Findings)],
            [.. audited.Where(handoff => handoff.LastHash is not null).Select(handoff => (handoff.Id, handoff.LastHash!))],
            handoffs.SelectMany(rows => rows).Count(row => row.Number is not null));
    }

    // Handoffs are numbered without a gap, so one that lies between others was there.
    private static IEnumerable<int> Numbers(IEnumerable<int> there)
    {
        var known = there.ToHashSet();
        return known.Union(Enumerable.Range(1, known.DefaultIfEmpty().Max())).Order();
    }

    private static LeadId? LeadOf(IReadOnlyList<TableEntity> rows)
    {
        try
        {
            return rows.Count > 0 && Keys.Split(rows[0].PartitionKey) is [var id] && !string.IsNullOrWhiteSpace(id) && Keys.Join(id) == rows[0].PartitionKey
                ? new LeadId(id)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Null for a key that is none of ours.
    private static Place? PlaceOf(string key) => key.Split('|') switch
    {
        ["handoff", var handoff] when NumberOf(handoff) is > 0 and var number => new(number, null),
        ["ack", var handoff, var row] when NumberOf(handoff) is > 0 and var number && NumberOf(row) is { } ledgerRow => new(number, ledgerRow),
        _ => null,
    };

    private static int? NumberOf(string part) =>
        part.Length == 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <param name="Number">Of the ledger's row; null is the handoff's own row.</param>
    private sealed record Place(int Handoff, int? Number);
}

/// <param name="LastHash">As the handoff's own row has it; null where it is not there or cannot be read.</param>
internal sealed record AuditedHandoff(HandoffId Id, string? LastHash, IReadOnlyList<RowFinding> Findings)
{
    public static AuditedHandoff Of(HandoffId id, IEnumerable<(int? Number, TableEntity Row)> rows)
    {
        var own = rows.FirstOrDefault(row => row.Number is null).Row;
        var end = own is null ? null : EndOf(id, own);
        var found = rows.Where(row => row.Number is not null).Select(row => new FoundEntry(row.Number!.Value, LedgerRow.ReadUnaltered(row.Row)));
        return new(id, end?.Hash, [.. LedgerCheck.Check(id, end, found).Select(finding => Finding(id, finding, isThere: own is not null))]);
    }

    private static RowFinding Finding(HandoffId id, LedgerFinding finding, bool isThere) => new(
        Keys.Join(id.Lead.Value),
        finding.Number is { } number ? LedgerRow.Key(id, number) : HandoffRow.Key(id.Number),
        finding.Number is null && !isThere ? LedgerFault.Missing : finding.Fault);

    private static LedgerEnd? EndOf(HandoffId id, TableEntity row)
    {
        try
        {
            var handoff = HandoffRow.Read(row);
            return handoff.Id == id && handoff.LedgerHash is not null ? new(handoff.LedgerRows, handoff.LedgerHash) : null;
        }
        catch (Exception)
        {
            // Whatever somebody wrote into the row: it is not one of ours any more.
            return null;
        }
    }
}
