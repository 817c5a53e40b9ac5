using System.Runtime.CompilerServices;
using Azure;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A handoff and its lead as they were read, with the versions that a change must name.</summary>
public sealed record StoredHandoff(Handoff Handoff, ETag ETag, Lead Lead, ETag LeadETag);

/// <summary>Handoffs in their lead's partition: state, ledger, audit and the lead's stage change together or not at all.</summary>
public sealed class HandoffStore(ITables tables)
{
    /// <summary>Null when there is no such handoff.</summary>
    public async Task<StoredHandoff?> LoadAsync(HandoffId id, CancellationToken cancel)
    {
        if (!Keys.Fits(id.Lead.Value))
        {
            return null;
        }

        var partition = Keys.Join(id.Lead.Value);
        var rows = await tables.GetManyAsync(TableNames.Leads, [new(partition, LeadRow.RowKey), new(partition, HandoffRow.Key(id.Number))], cancel);
        return rows is [{ } lead, { } handoff]
            ? new(HandoffRow.Read(handoff), handoff.ETag, LeadRow.Read(lead), lead.ETag)
            : null;
    }

    /// <summary>Which version of a handoff is stored now; null when there is no such handoff.</summary>
    public async Task<int?> VersionAsync(HandoffId id, CancellationToken cancel) =>
        (await tables.GetAsync(TableNames.Leads, Keys.Join(id.Lead.Value), HandoffRow.Key(id.Number), cancel))?.GetInt32("Version");

    /// <summary>A lead with the version that handing it over must name; null when there is no such lead.</summary>
    public async Task<Stored<Lead>?> LeadAsync(LeadId id, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Leads, LeadRow.PartitionKey(id), LeadRow.RowKey, cancel) is { } row ? new(LeadRow.Read(row), row.ETag) : null;

    /// <summary>The last handoff of a lead; null when it was never handed over.</summary>
    public async Task<Handoff?> LatestAsync(LeadId lead, CancellationToken cancel)
    {
        Handoff? latest = null;
        var range = TableRange.RowsStartingWith(Keys.Join(lead.Value), HandoffRow.Prefix);
        await foreach (var row in tables.QueryAsync(TableNames.Leads, range, take: null, cancel))
        {
            latest = HandoffRow.Read(row);
        }

        return latest;
    }

    /// <summary>The handoffs of a lead before this one, oldest first.</summary>
    public async Task<IReadOnlyList<Handoff>> EarlierAsync(HandoffId id, CancellationToken cancel)
    {
        if (id.Number == 1)
        {
            return [];
        }

        var range = TableRange.Rows(Keys.Join(id.Lead.Value), HandoffRow.Prefix, HandoffRow.Key(id.Number));
        return await tables.QueryAsync(TableNames.Leads, range, take: null, cancel).Select(HandoffRow.Read).ToListAsync(cancel);
    }

    /// <summary>Stores a new handoff with the lead's new stage; false when somebody else changed the lead or handed it over meanwhile.</summary>
    /// <param name="origin">What asked for it: an activity's id, or the intake.</param>
    public Task<bool> AddAsync(Handoff handoff, Lead lead, ETag leadETag, string origin, CancellationToken cancel)
    {
        var change = new Change(HandoffAction.Request, handoff.RequestedBy, handoff.RequestedAt, HandoffState.Waiting, HandoffState.Waiting);
        return TrySubmitAsync(
            [
                new(TableTransactionActionType.Add, HandoffRow.Write(handoff)),
                new(TableTransactionActionType.Add, HandoffRow.Write(handoff, change, origin)),
                LeadFollows(lead, leadETag, handoff),
            ],
            cancel);
    }

    /// <summary>Stores a decision whole; false when the handoff or its lead changed since they were read.</summary>
    public Task<bool> SaveAsync(StoredHandoff before, Decision.Applied decision, string origin, CancellationToken cancel)
    {
        List<TableTransactionAction> actions =
        [
            new(TableTransactionActionType.UpdateReplace, HandoffRow.Write(decision.After), before.ETag),
            new(TableTransactionActionType.Add, HandoffRow.Write(decision.After, decision.Change, origin)),
        ];
        actions.AddRange(decision.Entries.Select(entry => new TableTransactionAction(TableTransactionActionType.Add, LedgerRow.Write(entry))));

        // An answer may still come for a handoff that is closed, while the lead is already on its way with a later one.
        if (decision.Change.From != decision.Change.To || decision.After.Owner != before.Handoff.Owner)
        {
            actions.Add(LeadFollows(before.Lead, before.LeadETag, decision.After));
        }

        return TrySubmitAsync(actions, cancel);
    }

    /// <summary>The ledger of a handoff, oldest row first.</summary>
    public async IAsyncEnumerable<LedgerEntry> LedgerAsync(HandoffId id, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in tables.QueryAsync(TableNames.Leads, LedgerRow.Range(id, after: 0), take: null, cancel))
        {
            yield return LedgerRow.Read(row);
        }
    }

    private static TableTransactionAction LeadFollows(Lead lead, ETag etag, Handoff handoff)
    {
        var after = lead.Following(handoff);
        return new(TableTransactionActionType.UpdateMerge, LeadRow.Moved(lead.Id, after.Stage, after.Owner), etag);
    }

    private async Task<bool> TrySubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Leads, actions, cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
    }
}
