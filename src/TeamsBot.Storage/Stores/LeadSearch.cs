using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>Finds leads through the index.</summary>
internal sealed class LeadSearch(ITables tables, LeadStore leads)
{
    /// <summary>
    /// So many rows of the index are looked at for one word. A word that more leads share needs a second one that is
    /// rarer, or the full name.
    /// </summary>
    private const int MaxRowsPerWord = 500;

    /// <summary>So few leads are loaded and looked at, rather than narrowed down by a further word first.</summary>
    private const int FewEnough = 50;

    public async Task<IReadOnlyList<Lead>> WithEmailAsync(string email, int limit, CancellationToken cancel)
    {
        var rows = await tables.QueryAsync(TableNames.Index, LeadIndex.WithEmail(email), limit, cancel).ToListAsync(cancel);
        var found = await leads.GetManyAsync(rows.Select(LeadIndex.LeadOf), cancel);
        return [.. found.Where(lead => email.Equals(lead.Email, StringComparison.OrdinalIgnoreCase))];
    }

    public async Task<IReadOnlyList<Lead>> WithWordsAsync(string text, int limit, CancellationToken cancel)
    {
        var words = FoldedWords.Of(text);
        if (words.Count == 0)
        {
            return [];
        }

        var whole = await WholeNamesAsync(words, cancel);
        var candidates = await CandidatesAsync(words, cancel);
        var found = new List<Lead>();
        foreach (var ids in whole.Concat(candidates.Except(whole)).Chunk(Math.Max(limit, FewEnough)))
        {
            found.AddRange((await leads.GetManyAsync(ids, cancel)).Where(lead => Matches(lead, words)));
            if (found.Count >= limit)
            {
                break;
            }
        }

        return [.. found.OrderByDescending(lead => whole.Contains(lead.Id)).ThenBy(lead => lead.Name, StringComparer.Ordinal).Take(limit)];
    }

    private async Task<IReadOnlySet<LeadId>> WholeNamesAsync(IReadOnlyList<string> words, CancellationToken cancel)
    {
        var phrase = string.Join(' ', words);
        var rows = await RowsAsync(phrase, cancel);
        return rows.Where(row => LeadIndex.IsWhole(row, phrase)).Select(LeadIndex.LeadOf).ToHashSet();
    }

    // The longest word first, which tends to be the rarest. Where the rows of a word are not complete, they tell what
    // is a candidate only when no other word does.
    private async Task<IReadOnlyCollection<LeadId>> CandidatesAsync(IReadOnlyList<string> words, CancellationToken cancel)
    {
        HashSet<LeadId>? complete = null;
        HashSet<LeadId> incomplete = [];
        foreach (var word in words.OrderByDescending(word => word.Length))
        {
            var rows = await RowsAsync(word, cancel);
            var ids = rows.Select(LeadIndex.LeadOf);
            if (rows.Count == MaxRowsPerWord)
            {
                incomplete.UnionWith(ids);
                continue;
            }

            complete = complete is null ? [.. ids] : [.. complete.Intersect(ids)];
            if (complete.Count <= FewEnough)
            {
                break;
            }
        }

        return complete ?? incomplete;
    }

    private ValueTask<List<TableEntity>> RowsAsync(string start, CancellationToken cancel) =>
        tables.QueryAsync(TableNames.Index, LeadIndex.TermsStartingWith(start), MaxRowsPerWord, cancel).ToListAsync(cancel);

    private static bool Matches(Lead lead, IReadOnlyList<string> asked)
    {
        string[] words = [.. FoldedWords.Of(lead.Name), .. FoldedWords.Of(lead.Company)];
        return asked.All(part => words.Any(word => SearchText.IsPart(word, part)));
    }
}
