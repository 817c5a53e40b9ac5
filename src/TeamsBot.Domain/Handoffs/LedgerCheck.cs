namespace TeamsBot.Domain.Handoffs;

/// <summary>What is wrong with a row.</summary>
public enum LedgerFault
{
    /// <summary>Its content is not what its hash was made of, or cannot be read.</summary>
    Altered,

    /// <summary>It was stored once and is not there any more.</summary>
    Missing,

    /// <summary>It is whole in itself, but what came after it was made with another row in its place.</summary>
    Replaced,

    /// <summary>It is one that its handoff never had.</summary>
    Added,
}

/// <summary>A row of a ledger as it was found.</summary>
/// <param name="Number">By its key, as <see cref="LedgerEntry.Number"/>.</param>
/// <param name="Entry">Null when it is not as it was written: the content and the hash disagree, or it cannot be read.</param>
public sealed record FoundEntry(int Number, LedgerEntry? Entry);

/// <summary>What a handoff's own row says of its ledger; null when that row cannot be read.</summary>
public sealed record LedgerEnd(int Rows, string Hash);

/// <param name="Number">The row of the ledger; null is the handoff's own row.</param>
public sealed record LedgerFinding(int? Number, LedgerFault Fault);

/// <summary>
/// Whether a handoff's ledger is as it was written. Each row is bound to the one before by that row's hash, and the last one to
/// the handoff. Whoever rewrites all of them is found by somebody who kept the last hash.
/// </summary>
public static class LedgerCheck
{
    // More do not fit into the keys of a handoff's rows.
    private const int MostRows = 9999;

    /// <param name="handoff">Which one it is.</param>
    /// <param name="end">What the handoff's own row says; null when it cannot be read.</param>
    /// <param name="found">The rows in any order, each number once.</param>
    public static IReadOnlyList<LedgerFinding> Check(HandoffId handoff, LedgerEnd? end, IEnumerable<FoundEntry> found)
    {
        var rows = found.ToDictionary(row => row.Number, row => row.Entry);
        var counted = Counted(end, rows);
        var ledger = new Ledger(handoff, counted == end?.Rows ? end.Hash : null, counted, rows);
        return
        [
            .. counted == end?.Rows ? Array.Empty<LedgerFinding>() : [new(null, LedgerFault.Altered)],
            .. from number in rows.Keys.Union(Enumerable.Range(1, counted)).Order()
               let fault = ledger.FaultOf(number)
               where fault is not null
               select new LedgerFinding(number, fault.Value),
        ];
    }

    // A count that disagrees with a chain which ends as the handoff says is the count's fault, not the rows'.
    private static int Counted(LedgerEnd? end, Dictionary<int, LedgerEntry?> rows)
    {
        var last = rows.Keys.DefaultIfEmpty().Max();
        var lastHash = rows.TryGetValue(last, out var entry) ? entry?.Hash : "";
        return end is null or { Rows: < 0 or > MostRows } || end.Hash == lastHash ? last : end.Rows;
    }

    /// <param name="LastHash">As the handoff's own row has it; null where that row is not to be believed.</param>
    private sealed record Ledger(HandoffId Handoff, string? LastHash, int Counted, Dictionary<int, LedgerEntry?> Rows)
    {
        public LedgerFault? FaultOf(int number)
        {
            if (number < 1 || number > Counted)
            {
                return LedgerFault.Added;
            }

            if (!Rows.TryGetValue(number, out var row))
            {
                return LedgerFault.Missing;
            }

            return row is not { } entry ? LedgerFault.Altered : Belongs(entry, number) && IsFollowed(entry) ? null : LedgerFault.Replaced;
        }

        private bool Belongs(LedgerEntry entry, int number) => entry.Handoff == Handoff && entry.Number == number && (number > 1 || entry.Before.Length == 0);

        // By the next row, and the last one by what the handoff says. A next row that has a fault of its own says nothing.
        private bool IsFollowed(LedgerEntry entry)
        {
            if (entry.Number == Counted)
            {
                return LastHash is null || LastHash == entry.Hash;
            }

            return Rows.GetValueOrDefault(entry.Number + 1) is not { } next || !Belongs(next, entry.Number + 1) || next.Before == entry.Hash;
        }
    }
}
