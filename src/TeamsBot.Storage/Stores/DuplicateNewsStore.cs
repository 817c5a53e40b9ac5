using Azure;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Whether there is something to tell of duplicates, and when each organisation was told last.</summary>
public sealed class DuplicateNewsStore(ITables tables, TimeProvider time)
{
    private const string Partition = "news";
    private const string Waiting = "waiting";
    private const string ToldAt = nameof(ToldAt);

    /// <summary>Whether somebody planned already that what is new is told.</summary>
    public async Task<bool> IsPlannedAsync(CancellationToken cancel) => await tables.GetAsync(TableNames.Duplicates, Partition, Waiting, cancel) is not null;

    public Task<bool> PlannedAsync(CancellationToken cancel) => TrySubmitAsync(new(TableTransactionActionType.Add, new TableEntity(Partition, Waiting)), cancel);

    /// <summary>What becomes new from now on is told another time.</summary>
    public Task<bool> BeginAsync(CancellationToken cancel) => TrySubmitAsync(new(TableTransactionActionType.Delete, new TableEntity(Partition, Waiting), ETag.All), cancel);

    /// <summary>When an organisation was told last; null when it never was.</summary>
    public async Task<Stored<Instant?>> ToldAsync(string tenant, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Duplicates, Partition, Key(tenant), cancel) is { } row ? new(row.GetInstant(ToldAt), row.ETag) : new(null, default);

    /// <summary>Notes that an organisation is told now, before it is; null when another instance does it.</summary>
    public async Task<Stored<Instant?>?> ClaimAsync(string tenant, Stored<Instant?> told, CancellationToken cancel)
    {
        var row = new TableEntity(Partition, Key(tenant)) { [ToldAt] = time.Now.ToDateTimeOffset() };
        return await TrySubmitAsync(told.ETag == default ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, told.ETag), cancel)
            ? await ToldAsync(tenant, cancel)
            : null;
    }

    /// <summary>Takes that back, since Teams took nothing.</summary>
    public Task ReleaseAsync(string tenant, Stored<Instant?> claimed, Instant? before, CancellationToken cancel) =>
        TrySubmitAsync(new(TableTransactionActionType.UpdateReplace, new TableEntity(Partition, Key(tenant)) { [ToldAt] = before?.ToDateTimeOffset() }, claimed.ETag), cancel);

    private static string Key(string tenant) => Keys.Join("told", tenant);

    private async Task<bool> TrySubmitAsync(TableTransactionAction action, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Duplicates, [action], cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
    }
}
