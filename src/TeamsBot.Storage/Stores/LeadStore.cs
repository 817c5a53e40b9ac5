using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Leads by id, and by what a person types to find one.</summary>
public sealed class LeadStore(ITables tables)
{
    /// <summary>
    /// So many rows of the index are looked at for one word. A word that more leads share needs a second one that is
    /// rarer, or the full name.
    /// </summary>
    private const int MaxRowsPerWord = 500;

    public async Task<Lead?> GetAsync(LeadId id, CancellationToken cancel) =>
        await tables.GetAsync(TableNames.Leads, LeadRow.PartitionKey(id), LeadRow.RowKey, cancel) is { } row ? LeadRow.Read(row) : null;

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

        var byId = await GetAsync(new LeadId(text), cancel);
        var others = LeadIndex.IsEmail(text) ? await WithEmailAsync(text, limit, cancel) : await WithWordsAsync(text, limit, cancel);
        return [.. others.Where(lead => lead.Id != byId?.Id).Prepend(byId).OfType<Lead>().Take(limit)];
    }

    /// <summary>
    /// Adds the leads that are new and changes those that differ in what <paramref name="coverage"/> names. Stage and owner
    /// of a lead that Baton has moved on stay as they are.
    /// </summary>
    public Task<IReadOnlyList<Saved>> SaveAsync(IReadOnlyList<Lead> leads, Coverage coverage, CancellationToken cancel) =>
        new LeadSaving(tables, coverage).SaveAsync(leads, cancel);

    private async Task<IReadOnlyList<Lead>> WithEmailAsync(string email, int limit, CancellationToken cancel)
    {
        var rows = await tables.QueryAsync(TableNames.Index, LeadIndex.WithEmail(email), limit, cancel).ToListAsync(cancel);
        var leads = await GetManyAsync(rows.Select(LeadIndex.LeadOf), cancel);
        return [.. leads.Where(lead => email.Equals(lead.Email, StringComparison.OrdinalIgnoreCase))];
    }

    private async Task<IReadOnlyList<Lead>> WithWordsAsync(string text, int limit, CancellationToken cancel)
    {
        var words = SearchText.Words(text);
        var rows = await CandidatesAsync(words, cancel);
        var best = rows
            .Where(row => LeadIndex.Match(row, words) != NameMatch.None)
            .DistinctBy(LeadIndex.LeadOf)
            .OrderByDescending(row => LeadIndex.Match(row, words))
            .ThenBy(row => row.GetString(nameof(Lead.Name)), StringComparer.Ordinal)
            .Take(limit);
        return await GetManyAsync(best.Select(LeadIndex.LeadOf), cancel);
    }

    // The whole phrase finds a full name however common its words are. Then the longest word, which tends to be the
    // rarest: once one word's rows are complete, the leads that match all words are among them.
    private async Task<IReadOnlyList<TableEntity>> CandidatesAsync(IReadOnlyList<string> words, CancellationToken cancel)
    {
        var found = new List<TableEntity>();
        IEnumerable<string> starts = words.Count > 1 ? [string.Join(' ', words)] : [];
        foreach (var start in starts.Concat(words.OrderByDescending(word => word.Length)))
        {
            var rows = await tables.QueryAsync(TableNames.Index, LeadIndex.TermsStartingWith(start), MaxRowsPerWord, cancel).ToListAsync(cancel);
            found.AddRange(rows);
            if (words.Contains(start) && rows.Count < MaxRowsPerWord)
            {
                break;
            }
        }

        return found;
    }
}
