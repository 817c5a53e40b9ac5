using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Privacy;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Deals by id.</summary>
public sealed class DealStore(ITables tables, TimeProvider time)
{
    public async Task<Deal?> GetAsync(string id, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Deals, DealRow.PartitionKey(id), DealRow.RowKey, cancel) is { } row ? DealRow.Read(row) : null;

    /// <summary>Adds the deals that are new and changes those that differ in what <paramref name="coverage"/> names.</summary>
    public async Task<IReadOnlyList<Saved>> SaveAsync(IReadOnlyList<Deal> deals, Coverage coverage, CancellationToken cancel)
    {
        var forgotten = await ForgottenAsync([.. deals.Select(deal => deal.Lead).OfType<LeadId>().Distinct().Where(lead => Keys.Fits(lead.Value))], cancel);
        var rows = deals.Select(deal => DealRow.Write(deal.Lead is { } lead && forgotten.Contains(lead) ? deal.Erased() : deal));
        return await new RecordSaver(tables, time, TableNames.Deals, NotedRecords.Deals, (stored, incoming) => RowMerge.Merge(stored, incoming, coverage)).SaveAsync([.. rows], cancel);
    }

    /// <summary>Takes from a deal whose it was; false when somebody else changed it meanwhile.</summary>
    internal async Task<bool> EraseAsync(string id, CancellationToken cancel)
    {
        if (await tables.GetAsync(TableNames.Deals, DealRow.PartitionKey(id), DealRow.RowKey, cancel) is not { } row)
        {
            return true;
        }

        var erased = DealRow.Write(DealRow.Read(row).Erased());
        if (RowMerge.Same(row, erased))
        {
            return true;
        }

        var notes = new ChangeNotes(tables, time);
        var noting = await notes.BeginAsync(NotedRecords.Deals, [id], cancel);
        try
        {
            await tables.SubmitAsync(TableNames.Deals, [new(TableTransactionActionType.UpdateReplace, erased, row.ETag)], cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict || problem.Error == TableError.NotFound)
        {
            return false;
        }
        finally
        {
            await notes.DoneAsync(noting, cancel);
        }
    }

    // The sale of somebody who was forgotten is taken in, whose it was is not.
    private async Task<HashSet<LeadId>> ForgottenAsync(LeadId[] leads, CancellationToken cancel)
    {
        var rows = await tables.GetManyAsync(TableNames.Leads, [.. leads.Select(lead => new TableKey(LeadRow.PartitionKey(lead), LeadRow.RowKey))], cancel);
        return [.. leads.Zip(rows).Where(pair => pair.Second?[nameof(Lead.ErasedAt)] is not null).Select(pair => pair.First)];
    }
}
