using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Features.Sla;

/// <summary>
/// The ledger in the order of time, for one reader. It is read from the journal, which follows a deed within moments: a period is all
/// that is read then, where the ledger itself would have to be looked for at every lead.
/// </summary>
public sealed class SlaJournal(JournalStore journal)
{
    /// <param name="zone">The organisation's, on whose calendar the days are.</param>
    public IAsyncEnumerable<LedgerEntry> ReadAsync(SlaScope scope, DaySpan days, DateTimeZone zone, CancellationToken cancel) =>
        journal.ReadAsync(days.StartIn(zone), days.EndIn(zone), cancel).Where(entry => entry.Number > 0 && scope.Shows(entry));
}
