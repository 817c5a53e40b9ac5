using Azure;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Saves leads together with the rows by which they are found.</summary>
internal sealed class LeadSaving(ITables tables, Coverage coverage)
{
    public Task<IReadOnlyList<Saved>> SaveAsync(IReadOnlyList<Lead> leads, CancellationToken cancel) =>
        new RecordSaver(tables, TableNames.Leads, Merge, IndexAsync).SaveAsync([.. leads.Select(Write)], cancel);

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
        List<TableTransaction> transactions = [.. changes.SelectMany(Changes).Select(action => new TableTransaction(TableNames.Index, [action]))];
        while (transactions.Count > 0)
        {
            var failures = await tables.SubmitManyAsync(transactions, cancel);
            transactions = [.. transactions.Zip(failures).Where(pair => pair.Second is not null).Select(pair => Again(pair.First, pair.Second!)).OfType<TableTransaction>()];
        }
    }

    private static IEnumerable<TableTransactionAction> Changes(RowChange change)
    {
        var after = LeadIndex.Rows(change.After).ToDictionary(row => row.PartitionKey, StringComparer.Ordinal);
        var before = change.Before is { } row ? LeadIndex.Rows(row).ToDictionary(row => row.PartitionKey, StringComparer.Ordinal) : [];
        return
        [
            .. before.Values.Where(old => !after.ContainsKey(old.PartitionKey)).Select(Delete),
            .. after.Values.Where(entry => !before.ContainsKey(entry.PartitionKey)).Select(Add),
            .. after.Values.Where(entry => before.TryGetValue(entry.PartitionKey, out var old) && !RowMerge.Same(old, entry)).Select(Replace),
        ];
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
