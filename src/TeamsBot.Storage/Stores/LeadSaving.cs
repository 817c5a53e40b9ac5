using System.Collections.ObjectModel;
using Azure;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Storage.Stores;

/// <summary>Saves leads together with the rows by which they are found.</summary>
internal sealed class LeadSaving(ITables tables, TimeProvider time, Coverage coverage)
{
    private static readonly IReadOnlyDictionary<string, bool> NoEntries = ReadOnlyDictionary<string, bool>.Empty;

    /// <summary>Why nothing is taken in for a lead that was forgotten.</summary>
    public const string Forgotten = "This lead was forgotten: nothing is taken in under its id any more. Where the person has agreed anew, give the lead a new id.";

    public async Task<IReadOnlyList<Saved>> SaveAsync(IReadOnlyList<Lead> leads, CancellationToken cancel)
    {
        TableEntity[] rows = [.. leads.Select(Write)];
        var saved = await new RecordSaver(tables, time, TableNames.Leads, NotedRecords.Leads, Merge, WhyNot, PrepareAsync).SaveAsync(rows, cancel);

        // An import that was under way while the lead was forgotten may have made it findable by what it brought.
        await ForgetAsync([.. rows.Zip(saved).Where(pair => pair.Second.Why == Forgotten).Select(pair => pair.First)], cancel);
        return saved;
    }

    /// <summary>Deletes the rows by which a lead is found, as they follow from this row of it.</summary>
    public Task ForgetAsync(IReadOnlyList<TableEntity> leads, CancellationToken cancel) =>
        IndexAsync([.. leads.Select(lead => new RowChange(0, lead, new TableEntity(lead.PartitionKey, lead.RowKey)))], cancel);

    private async Task PrepareAsync(IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        await new DuplicateWork(new WorkQueue(tables, time), new DuplicateNewsStore(tables, time), time).PlanAsync([.. changes.Where(change => MatchIndex.IsToBeMatched(change)).Select(change => LeadRow.IdOf(change.After))], cancel);
        await IndexAsync(changes, cancel);
    }

    private static string? WhyNot(TableEntity stored) => stored[nameof(Lead.ErasedAt)] is null ? null : Forgotten;

    private static TableEntity Write(Lead lead)
    {
        var row = LeadRow.Write(lead);
        row[LeadRow.ImportedStage] = row[nameof(Lead.Stage)];
        return row;
    }

    // A lead that Baton has moved on is not set back to what a file says.
    private TableEntity Merge(TableEntity stored, TableEntity incoming)
    {
        var row = RowMerge.Merge(stored, incoming, coverage);
        row[nameof(Lead.JoinedTo)] = stored[nameof(Lead.JoinedTo)];
        var movedOn = stored.GetString(nameof(Lead.Stage)) != stored.GetString(LeadRow.ImportedStage);
        if (movedOn)
        {
            row[nameof(Lead.Stage)] = stored[nameof(Lead.Stage)];
            row[nameof(Lead.Owner)] = stored[nameof(Lead.Owner)];
        }
        else
        {
            row[LeadRow.ImportedStage] = row[nameof(Lead.Stage)];
        }

        return row;
    }

    // Before the leads themselves: a crash in between leaves leads that still differ from the file, so that the next
    // run comes here again. The other way round, a lead might never be found by its new name.
    private async Task IndexAsync(IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        // In the order of their keys, neighbours in the store are written together.
        List<TableTransaction> transactions = [.. changes.SelectMany(Changes)
            .OrderBy(action => action.Entity.PartitionKey, StringComparer.Ordinal)
            .Select(action => new TableTransaction(TableNames.Index, [action]))];
        while (transactions.Count > 0)
        {
            var failures = await tables.SubmitManyAsync(transactions, cancel);
            transactions = [.. transactions.Zip(failures).Where(pair => pair.Second is not null).Select(pair => Again(pair.First, pair.Second!)).OfType<TableTransaction>()];
        }
    }

    private static IEnumerable<TableTransactionAction> Changes(RowChange change)
    {
        var after = LeadIndex.Entries(change.After);
        var before = change.Before is null ? NoEntries : LeadIndex.Entries(change.Before);
        foreach (var (partition, whole) in after)
        {
            var row = LeadIndex.Row(partition, change.After.PartitionKey, whole);
            if (!before.TryGetValue(partition, out var wasWhole))
            {
                yield return Add(row);
            }
            else if (wasWhole != whole)
            {
                yield return Replace(row);
            }
        }

        foreach (var partition in before.Keys.Where(partition => !after.ContainsKey(partition)).Concat(MatchIndex.Obsolete(change)))
        {
            yield return Delete(LeadIndex.Row(partition, change.After.PartitionKey, whole: false));
        }
    }

    // An earlier run may have done a part of it before it was cut short.
    private static TableTransaction? Again(TableTransaction failed, TableException failure)
    {
        var action = failed.Actions[0];
        return (failure.Error, action.ActionType) switch
        {
            (TableError.AlreadyExists, _) => new(failed.Table, [Replace(action.Entity)]),
            (TableError.NotFound, TableTransactionActionType.Delete) => null,
            (TableError.NotFound, TableTransactionActionType.UpdateReplace) => new(failed.Table, [Add(action.Entity)]),
            _ => throw failure,
        };
    }

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private static TableTransactionAction Replace(TableEntity row) => new(TableTransactionActionType.UpdateReplace, row, ETag.All);

    private static TableTransactionAction Delete(TableEntity row) => new(TableTransactionActionType.Delete, row, ETag.All);
}
