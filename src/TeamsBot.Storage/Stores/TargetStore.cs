using TeamsBot.Domain.Funnel;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Targets by metric.</summary>
public sealed class TargetStore(ITables tables, TimeProvider time)
{
    public async Task<IReadOnlyList<Target>> ReadAsync(string metric, CancellationToken cancel) =>
        await tables.QueryAsync(TableNames.Targets, TableRange.Partition(Keys.Join(metric)), take: null, cancel).Select(TargetRow.Read).ToListAsync(cancel);

    /// <summary>Adds the targets that are new and changes those whose value differs.</summary>
    public Task<IReadOnlyList<Saved>> SaveAsync(IReadOnlyList<Target> targets, CancellationToken cancel) =>
        new RecordSaver(tables, time, TableNames.Targets, NotedRecords.Targets, (stored, incoming) => RowMerge.Merge(stored, incoming, Value))
            .SaveAsync([.. targets.Select(TargetRow.Write)], cancel);

    private static readonly Coverage Value = new([nameof(Target.Value)], []);
}
