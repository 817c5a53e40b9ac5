using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>How marketing keeps its promise: the months, their ledger, and who was told of what.</summary>
public sealed class PromiseStore(ITables tables)
{
    /// <summary>A month, and the ledger that it will add to. A month that is not stored yet is null.</summary>
    public async Task<(Stored<PromiseMonth>? Month, Stored<PromiseChain> Chain)> LoadAsync(string tenant, YearMonth month, CancellationToken cancel)
    {
        var partition = Keys.Join(tenant);
        var rows = await tables.GetManyAsync(TableNames.Agreement, [new(partition, PromiseRow.MonthKey(month)), new(partition, PromiseRow.ChainKey)], cancel);
        return (
            rows[0] is { } row ? new(PromiseRow.Read(row, tenant, month), row.ETag) : null,
            new(PromiseRow.ReadChain(rows[1]), rows[1]?.ETag ?? default));
    }

    /// <summary>Stores a month with what it adds to the ledger, in one transaction; false when somebody else changed either meanwhile.</summary>
    /// <param name="before">Null for a month that is not stored yet.</param>
    public async Task<bool> SaveAsync(
        Stored<PromiseMonth>? before, PromiseMonth after, Stored<PromiseChain> chain, IReadOnlyList<PromiseEntry> entries, CancellationToken cancel)
    {
        List<TableTransactionAction> actions = [Put(PromiseRow.Write(after), before?.ETag ?? default)];
        if (entries.Count > 0)
        {
            actions.AddRange(entries.Select(entry => new TableTransactionAction(TableTransactionActionType.Add, PromiseRow.Write(entry))));
            actions.Add(Put(PromiseRow.Write(after.Tenant, new(entries[^1].Number, entries[^1].Hash)), chain.ETag));
        }

        try
        {
            await tables.SubmitAsync(TableNames.Agreement, actions, cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict)
        {
            return false;
        }
    }

    /// <summary>What was promised and kept, oldest first.</summary>
    public async IAsyncEnumerable<PromiseEntry> LedgerAsync(string tenant, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in LedgerRowsAsync(tenant, cancel))
        {
            yield return PromiseRow.ReadEntry(row, tenant);
        }
    }

    /// <summary>The number of the first row of the ledger that is not as it was written, or is missing; null when all are there.</summary>
    public async Task<int?> FirstBrokenAsync(string tenant, CancellationToken cancel)
    {
        var rows = await LedgerRowsAsync(tenant, cancel).Select(row => PromiseRow.Chained(row, tenant)).ToListAsync(cancel);
        var chain = PromiseRow.ReadChain(await tables.GetAsync(TableNames.Agreement, Keys.Join(tenant), PromiseRow.ChainKey, cancel));
        return HashChain.FirstBroken(rows, chain.Hash);
    }

    /// <summary>
    /// Claims the telling of a notice, before anything is sent; false when it was claimed before. A claim is never given
    /// up by itself: a crash between sending and <see cref="ToldAsync"/> must not let it be sent twice.
    /// </summary>
    public async Task<bool> ClaimAsync(PromiseMonth month, PromiseNotice notice, PersonRef person, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Agreement, [new(TableTransactionActionType.Add, Claim(month, notice, person))], cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict)
        {
            return false;
        }
    }

    /// <summary>Remembers the message that tells it.</summary>
    public Task ToldAsync(PromiseMonth month, PromiseNotice notice, PersonRef person, string conversation, string? activityId)
    {
        var row = Claim(month, notice, person);
        (row["Conversation"], row["ActivityId"]) = (conversation, activityId);
        return tables.SubmitAsync(TableNames.Agreement, [new(TableTransactionActionType.UpdateReplace, row, Azure.ETag.All)], CancellationToken.None);
    }

    /// <summary>Gives a claim up: Teams has certainly not taken the message.</summary>
    public Task ReleaseAsync(PromiseMonth month, PromiseNotice notice, PersonRef person) =>
        tables.SubmitAsync(TableNames.Agreement, [new(TableTransactionActionType.Delete, Claim(month, notice, person), Azure.ETag.All)], CancellationToken.None);

    private static TableEntity Claim(PromiseMonth month, PromiseNotice notice, PersonRef person) => new(
        Keys.Join(month.Tenant), Keys.Join("told", PromiseMonth.Write(month.Month), Keys.Number(notice.Number), person.Id.Value))
    {
        ["Person"] = person.Id.Value,
        ["Notice"] = notice.Number,
    };

    private static TableTransactionAction Put(TableEntity row, Azure.ETag etag) =>
        etag == default ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, etag);

    private IAsyncEnumerable<TableEntity> LedgerRowsAsync(string tenant, CancellationToken cancel) =>
        tables.QueryAsync(TableNames.Agreement, TableRange.RowsStartingWith(Keys.Join(tenant), PromiseRow.LedgerPrefix), take: null, cancel);
}
