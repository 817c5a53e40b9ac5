using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Deals by id.</summary>
public sealed class DealStore(ITables tables, TimeProvider time)
{
    public async Task<Deal?> GetAsync(string id, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Deals, DealRow.PartitionKey(id), DealRow.RowKey, cancel) is { } row ? DealRow.Read(row) : null;

    /// <summary>Adds the deals that are new and changes those that differ in what <paramref name="coverage"/> names.</summary>
    public Task<IReadOnlyList<Saved>> SaveAsync(IReadOnlyList<Deal> deals, Coverage coverage, CancellationToken cancel) =>
        new RecordSaver(tables, time, TableNames.Deals, NotedRecords.Deals, (stored, incoming) => RowMerge.Merge(stored, incoming, coverage))
            .SaveAsync([.. deals.Select(DealRow.Write)], cancel);
}
