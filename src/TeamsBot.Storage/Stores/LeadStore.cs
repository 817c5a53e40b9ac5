using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Leads by id.</summary>
public sealed class LeadStore(ITables tables, TimeProvider time)
{
    public async Task<Lead?> GetAsync(LeadId id, CancellationToken cancel) =>
        Keys.Fits(id.Value) && await tables.GetAsync(TableNames.Leads, LeadRow.PartitionKey(id), LeadRow.RowKey, cancel) is { } row ? LeadRow.Read(row) : null;

    /// <summary>The leads of these ids, in their order, without those that do not exist.</summary>
    public async Task<IReadOnlyList<Lead>> GetManyAsync(IEnumerable<LeadId> ids, CancellationToken cancel)
    {
        TableKey[] keys = [.. ids.Select(id => new TableKey(LeadRow.PartitionKey(id), LeadRow.RowKey))];
        var rows = await tables.GetManyAsync(TableNames.Leads, keys, cancel);
        return [.. rows.OfType<TableEntity>().Select(LeadRow.Read)];
    }

    /// <summary>
    /// Finds leads by id, email, or words of name and company; each word may be cut short. The exact id comes first,
    /// then the exact full name or company, then the others that match all words, by name. Never scans the leads.
    /// </summary>
    public async Task<IReadOnlyList<Lead>> FindAsync(string text, int limit, CancellationToken cancel)
    {
        text = text.Trim();
        if (text.Length == 0)
        {
            return [];
        }

        var byId = text.Length <= Limits.KeyLength / 5 ? await GetAsync(new LeadId(text), cancel) : null;
        var search = new LeadSearch(tables, this);
        var others = LeadIndex.IsEmail(text) ? await search.WithEmailAsync(text, limit, cancel) : await search.WithWordsAsync(text, limit, cancel);
        return [.. others.Where(lead => lead.Id != byId?.Id).Prepend(byId).OfType<Lead>().Take(limit)];
    }

    /// <summary>
    /// Adds the leads that are new and changes those that differ in what <paramref name="coverage"/> names. Stage and owner
    /// of a lead that Baton has moved on stay as they are.
    /// </summary>
    public Task<IReadOnlyList<Saved>> SaveAsync(IReadOnlyList<Lead> leads, Coverage coverage, CancellationToken cancel) =>
        new LeadSaving(tables, time, coverage).SaveAsync(leads, cancel);
}
