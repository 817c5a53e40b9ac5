using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>
/// Saves records by the thousand: reads what is there in one go, writes what differs in one go. Saving the same again
/// changes nothing, and a record that somebody else changed meanwhile is read and merged anew.
/// </summary>
/// <param name="noted">Whose records these are: a note in the journal goes before them.</param>
/// <param name="merge">What a stored row becomes in the light of a new one.</param>
/// <param name="whyNot">Why a stored row takes over nothing from a new one; null where it does.</param>
/// <param name="prepare">Runs before the rows are written, with those that will be; so a crash between the two is mended by saving again.</param>
internal sealed class RecordSaver(
    ITables tables,
    TimeProvider time,
    string table,
    NotedRecords noted,
    Func<TableEntity, TableEntity, TableEntity> merge,
    Func<TableEntity, string?>? whyNot = null,
    Func<IReadOnlyList<RowChange>, CancellationToken, Task>? prepare = null)
{
    private const int MaxRounds = 20;

    private readonly ChangeNotes notes = new(tables, time);

    /// <summary>One outcome for each row, in order. A key that is there twice is saved twice, the later row after the earlier.</summary>
    public async Task<IReadOnlyList<Saved>> SaveAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancel)
    {
        var outcomes = new Saved[rows.Count];
        List<int> waiting = [.. Enumerable.Range(0, rows.Count)];
        for (var round = 1; waiting.Count > 0; round++)
        {
            var (now, later) = SplitByKey(rows, waiting);
            var changes = await CompareAsync(rows, now, outcomes, cancel);
            var lost = await WriteAsync(changes, outcomes, lastRound: round >= MaxRounds, cancel);
            waiting = [.. lost, .. later];
        }

        return outcomes;
    }

    private static (List<int> Now, List<int> Later) SplitByKey(IReadOnlyList<TableEntity> rows, List<int> waiting)
    {
        var keys = new HashSet<(string, string)>(waiting.Count);
        var now = new List<int>(waiting.Count);
        var later = new List<int>();
        foreach (var index in waiting)
        {
            (keys.Add((rows[index].PartitionKey, rows[index].RowKey)) ? now : later).Add(index);
        }

        return (now, later);
    }

    private async Task<List<RowChange>> CompareAsync(
        IReadOnlyList<TableEntity> rows, List<int> now, Saved[] outcomes, CancellationToken cancel)
    {
        TableKey[] keys = [.. now.Select(index => new TableKey(rows[index].PartitionKey, rows[index].RowKey))];
        var stored = await tables.GetManyAsync(table, keys, cancel);
        var changes = new List<RowChange>();
        for (var i = 0; i < now.Count; i++)
        {
            if (stored[i] is { } closed && whyNot?.Invoke(closed) is { } why)
            {
                outcomes[now[i]] = new(SaveOutcome.Refused, why);
                continue;
            }

            var after = stored[i] is { } before ? merge(before, rows[now[i]]) : rows[now[i]];
            var change = new RowChange(now[i], stored[i], after);
            outcomes[now[i]] = new(change.Outcome);
            if (change.Outcome != SaveOutcome.Unchanged)
            {
                changes.Add(change);
            }
        }

        return changes;
    }

    /// <summary>Answers the indexes of the rows that somebody else changed in between.</summary>
    private async Task<List<int>> WriteAsync(List<RowChange> changes, Saved[] outcomes, bool lastRound, CancellationToken cancel)
    {
        if (changes.Count == 0)
        {
            return [];
        }

        var noting = await notes.BeginAsync(noted, [.. changes.Where(_ => noted != NotedRecords.Targets).Select(change => Keys.Split(change.After.PartitionKey)[0])], cancel);
        if (prepare is not null)
        {
            await prepare(changes, cancel);
        }

        var failures = await tables.SubmitManyAsync([.. changes.Select(change => new TableTransaction(table, [change.Action]))], cancel);
        await notes.DoneAsync(noting, cancel);
        var lost = new List<int>();
        foreach (var (change, failure) in changes.Zip(failures).Where(pair => pair.Second is not null))
        {
            if (failure!.Error == TableError.Invalid)
            {
                outcomes[change.Index] = new(SaveOutcome.Refused, failure.Message);
            }
            else if (failure.IsConflict && !lastRound)
            {
                lost.Add(change.Index);
            }
            else
            {
                throw failure;
            }
        }

        return lost;
    }
}

/// <summary>A row before (null when it is new) and after a save.</summary>
internal sealed record RowChange(int Index, TableEntity? Before, TableEntity After)
{
    public SaveOutcome Outcome { get; } =
        Before is null ? SaveOutcome.Added : RowMerge.Same(Before, After) ? SaveOutcome.Unchanged : SaveOutcome.Updated;

    public TableTransactionAction Action => Before is null
        ? new(TableTransactionActionType.Add, After)
        : new(TableTransactionActionType.UpdateReplace, After, Before.ETag);
}
