using Azure;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// Which lead points to which. All of it is one partition, so that a join changes both of its leads in one transaction: only a lead that
/// points nowhere is made to point, and only to another that points nowhere. So there is never a circle.
/// </summary>
public sealed class JoinStore(ITables tables)
{
    /// <summary>More leads than this are never one: a group that grows so is a mistake, and a person decides.</summary>
    public const int MostMembers = 50;

    private const string Partition = "joins";

    public async Task<Stored<Join>> LoadAsync(LeadId lead, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Duplicates, Partition, JoinRow.Key(lead), cancel) is { } row ? new(JoinRow.Read(row), row.ETag) : new(Join.None(lead), default);

    /// <summary>The lead that stands for this one: itself, unless it is joined.</summary>
    public async Task<LeadId> RootAsync(LeadId lead, CancellationToken cancel)
    {
        var at = lead;
        while ((await LoadAsync(at, cancel)).Value.To is { } to)
        {
            at = to;
        }

        return at;
    }

    /// <summary>All leads that are one with this, the one that stands for them first.</summary>
    public async Task<IReadOnlyList<Stored<Join>>> GroupAsync(LeadId lead, CancellationToken cancel)
    {
        var root = await LoadAsync(lead, cancel);
        while (root.Value.To is { } to)
        {
            root = await LoadAsync(to, cancel);
        }

        List<Stored<Join>> group = [root];
        for (var at = 0; at < group.Count && group.Count <= MostMembers; at++)
        {
            foreach (var copy in group[at].Value.Copies)
            {
                group.Add(await LoadAsync(copy, cancel));
            }
        }

        return group;
    }

    /// <summary>Makes one lead point to another; false when somebody joined one of them meanwhile.</summary>
    public Task<bool> JoinAsync(Stored<Join> copy, Stored<Join> root, JoinCause cause, CancellationToken cancel) => TrySubmitAsync(
        [
            Save(copy.Value with { To = root.Value.Lead, Cause = cause }, copy.ETag),
            Save(root.Value with { Copies = [.. root.Value.Copies, copy.Value.Lead] }, root.ETag),
            new(TableTransactionActionType.Add, new TableEntity(Partition, LogKey(copy.Value.Lead, cause.At)) { ["Lead"] = copy.Value.Lead.Value, ["IsByItself"] = cause.By.IsBaton }),
        ],
        cancel);

    /// <summary>Lets a joined lead stand for itself again; false when somebody changed one of the two meanwhile.</summary>
    public async Task<bool> UndoAsync(Stored<Join> copy, CancellationToken cancel)
    {
        var root = await LoadAsync(copy.Value.To!.Value, cancel);
        return await TrySubmitAsync(
            [
                Save(copy.Value with { To = null, Cause = null }, copy.ETag),
                Save(root.Value with { Copies = [.. root.Value.Copies.Where(other => other != copy.Value.Lead)] }, root.ETag),
                new(TableTransactionActionType.Delete, new TableEntity(Partition, LogKey(copy.Value.Lead, copy.Value.Cause!.At)), ETag.All),
            ],
            cancel);
    }

    /// <summary>The leads that are joined, the latest first.</summary>
    public async Task<IReadOnlyList<Join>> LatestAsync(int most, CancellationToken cancel)
    {
        List<Join> latest = [];
        await foreach (var row in tables.QueryAsync(TableNames.Duplicates, TableRange.RowsStartingWith(Partition, "log|"), most, cancel))
        {
            if ((await LoadAsync(new(row.GetString("Lead")!), cancel)).Value is { To: not null } join)
            {
                latest.Add(join);
            }
        }

        return latest;
    }

    /// <summary>How many leads were joined by themselves since then, or ever, and still are; counted up to a limit.</summary>
    public async Task<int> CountSinceAsync(Instant? since, int most, CancellationToken cancel)
    {
        var until = since is { } known ? Keys.Join("log", Keys.TicksLatestFirst(known)) : "log|~";
        return await tables.QueryAsync(TableNames.Duplicates, TableRange.Rows(Partition, "log|", until), most, cancel).CountAsync(row => row.GetBoolean("IsByItself") == true, cancel);
    }

    private static string LogKey(LeadId lead, Instant at) => Keys.Join("log", Keys.TicksLatestFirst(at), HashChain.Hash(lead.Value)[..24]);

    private static TableTransactionAction Save(Join join, ETag etag) => etag == default
        ? new(TableTransactionActionType.Add, JoinRow.Write(Partition, join))
        : new(TableTransactionActionType.UpdateReplace, JoinRow.Write(Partition, join), etag);

    private async Task<bool> TrySubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Duplicates, actions, cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
    }
}
