using Azure;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Pairs of leads that wait for a person, and what people said of pairs. Ids alone.</summary>
public sealed class PairStore(ITables tables)
{
    private const string Open = "open";
    private const string Said = "said";

    /// <summary>Lets pairs wait for a person; those that wait already stay as they are.</summary>
    /// <returns>How many are new.</returns>
    public async Task<int> AddAsync(IReadOnlyList<OpenPair> pairs, CancellationToken cancel)
    {
        var outcomes = await tables.SubmitManyAsync([.. pairs.DistinctBy(pair => pair.Pair.Key).Select(pair => new TableTransaction(TableNames.Duplicates, [new(TableTransactionActionType.Add, Write(pair))]))], cancel);
        return outcomes.FirstOrDefault(outcome => outcome is not null && outcome.Error != TableError.AlreadyExists) is { } problem ? throw problem : outcomes.Count(outcome => outcome is null);
    }

    /// <summary>The next pair behind one that was seen; from the beginning again after the last. Null when none waits.</summary>
    public async Task<OpenPair?> NextAsync(string? after, CancellationToken cancel)
    {
        var range = after is null ? TableRange.Partition(Open) : TableRange.Rows(Open, after + "~", null);
        var row = await tables.QueryAsync(TableNames.Duplicates, range, 1, cancel).FirstOrDefaultAsync(cancel);
        return row is not null ? ReadOpen(row) : after is null ? null : await NextAsync(after: null, cancel);
    }

    public async Task<OpenPair?> FindAsync(string key, CancellationToken cancel) =>
        Keys.Fits(key) && await tables.GetAsync(TableNames.Duplicates, Open, Keys.Join(key), cancel) is { } row ? ReadOpen(row) : null;

    /// <summary>How many wait, counted up to a limit.</summary>
    public async Task<int> CountAsync(int most, CancellationToken cancel) => await tables.QueryAsync(TableNames.Duplicates, TableRange.Partition(Open), most, cancel).CountAsync(cancel);

    /// <summary>Whether one of the first so many that wait came since then, or ever.</summary>
    public async Task<bool> HasSinceAsync(NodaTime.Instant? since, int most, CancellationToken cancel) =>
        await tables.QueryAsync(TableNames.Duplicates, TableRange.Partition(Open), most, cancel).AnyAsync(row => since is null || row.GetInstant("At") > since, cancel);

    /// <summary>Takes a pair off the list; it may be gone already.</summary>
    public async Task RemoveAsync(LeadPair pair, CancellationToken cancel)
    {
        try
        {
            await tables.SubmitAsync(TableNames.Duplicates, [new(TableTransactionActionType.Delete, new TableEntity(Open, pair.Key), ETag.All)], cancel);
        }
        catch (TableException problem) when (problem.Error == TableError.NotFound)
        {
            // Somebody else decided it.
        }
    }

    /// <summary>Remembers what somebody said; the latest word counts.</summary>
    public async Task RememberAsync(Remembered said, CancellationToken cancel)
    {
        var row = new TableEntity(Said, said.Pair.Key)
        {
            ["One"] = said.Pair.One.Value,
            ["Other"] = said.Pair.Other.Value,
            ["AreSame"] = said.AreSame,
            ["By"] = said.By.Id.Value,
            ["ByName"] = said.By.Name,
            ["At"] = said.At.ToDateTimeOffset(),
        };
        try
        {
            await tables.SubmitAsync(TableNames.Duplicates, [new(TableTransactionActionType.Add, row)], cancel);
        }
        catch (TableException problem) when (problem.Error == TableError.AlreadyExists)
        {
            await tables.SubmitAsync(TableNames.Duplicates, [new(TableTransactionActionType.UpdateReplace, row, ETag.All)], cancel);
        }
    }

    /// <summary>Whether somebody said that a lead of one group and one of the other are two.</summary>
    public async Task<bool> AreDifferentAsync(IEnumerable<LeadId> one, IReadOnlyList<LeadId> other, CancellationToken cancel)
    {
        TableKey[] keys = [.. one.SelectMany(member => other.Select(mate => new TableKey(Said, new LeadPair(member, mate).Key)))];
        return (await tables.GetManyAsync(TableNames.Duplicates, keys, cancel)).Any(row => row?.GetBoolean("AreSame") == false);
    }

    private static TableEntity Write(OpenPair pair) => new(Open, pair.Pair.Key)
    {
        ["One"] = pair.Pair.One.Value,
        ["Other"] = pair.Pair.Other.Value,
        ["Why"] = JoinRow.Write(pair.Why),
        ["At"] = pair.At.ToDateTimeOffset(),
    };

    private static OpenPair ReadOpen(TableEntity row) => new(new(new(row.GetString("One")!), new(row.GetString("Other")!)), JoinRow.ReadWhy(row.GetString("Why")), row.GetInstant("At")!.Value);
}
