using TeamsBot.Domain.Campaigns;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Campaigns by id.</summary>
public sealed class CampaignStore(ITables tables, TimeProvider time)
{
    public async Task<Campaign?> GetAsync(string id, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Campaigns, CampaignRow.PartitionKey(id), CampaignRow.RowKey, cancel) is { } row ? CampaignRow.Read(row) : null;

    /// <summary>All campaigns that records tell of, in no order.</summary>
    public IAsyncEnumerable<Campaign> AllAsync(CancellationToken cancel) =>
        tables.QueryAsync(TableNames.Campaigns, TableRange.OfEachPartition(CampaignRow.RowKey), take: null, cancel).Select(CampaignRow.Read);

    /// <summary>Adds the campaigns that are new and changes those that differ in what <paramref name="coverage"/> names.</summary>
    public Task<IReadOnlyList<Saved>> SaveAsync(IReadOnlyList<Campaign> campaigns, Coverage coverage, CancellationToken cancel) =>
        new RecordSaver(tables, time, TableNames.Campaigns, NotedRecords.Campaigns, (stored, incoming) => RowMerge.Merge(stored, incoming, coverage))
            .SaveAsync([.. campaigns.Select(CampaignRow.Write)], cancel);
}
