using TeamsBot.Domain;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Matching;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>What a search for duplicates found.</summary>
/// <param name="Joined">Leads that were joined to another by themselves.</param>
/// <param name="Shown">Pairs that wait for a person since.</param>
public sealed record SearchResult(int Joined, int Shown)
{
    public bool HasNews => Joined + Shown > 0;
}

/// <summary>
/// Compares leads with those that share a key with them, joins what is one and lets what may be one wait for a person. It may run twice for a lead, and be cut
/// short: what is joined stays so, and a pair waits once.
/// </summary>
public sealed class DuplicateSearch(ITables tables, LeadStore leads, JoinStore joins, PairStore pairs, LeadJoins joining, TimeProvider time)
{
    private const int QueriesAtOnce = 16;

    // Of one lead: where more may be the same, nobody looks through all of them.
    private const int MostShown = 3;

    public async Task<SearchResult> RunAsync(IReadOnlyList<LeadId> ids, CancellationToken cancel)
    {
        List<LeadTraits> searched = [.. (await leads.GetManyAsync(ids.Distinct(), cancel)).Where(lead => lead.ErasedAt is null).Select(LeadTraits.Of)];
        await AddKeysAsync(searched, cancel);
        await DropForgottenAsync(searched, cancel);
        var candidates = await CandidatesAsync(searched, cancel);
        var known = await KnownAsync(searched, candidates, cancel);
        var result = new SearchResult(0, 0);
        for (var at = 0; at < searched.Count; at++)
        {
            var near = candidates[at].Where(known.ContainsKey).Where(other => Matcher.Compare(searched[at], known[other]).Verdict != MatchVerdict.Different).ToList();
            if (near.Count > 0)
            {
                var found = await SettleAsync(searched[at], near, known, cancel);
                result = new(result.Joined + found.Joined, result.Shown + found.Shown);
            }
        }

        return result;
    }

    // Before anybody is looked for: of two leads that are compared at the same time, at least one finds the other.
    private async Task AddKeysAsync(List<LeadTraits> searched, CancellationToken cancel)
    {
        List<TableTransaction> rows = [.. searched.SelectMany(traits => MatchIndex.Partitions(traits).Select(partition => MatchIndex.Row(partition, traits.Lead)))
            .OrderBy(row => row.PartitionKey, StringComparer.Ordinal).Select(row => new TableTransaction(TableNames.Index, [new(TableTransactionActionType.Add, row)]))];
        var outcomes = await tables.SubmitManyAsync(rows, cancel);
        if (outcomes.FirstOrDefault(outcome => outcome is not null && outcome.Error != TableError.AlreadyExists) is { } problem)
        {
            throw problem;
        }
    }

    // Who was forgotten since they were read leaves no key.
    private async Task DropForgottenAsync(List<LeadTraits> searched, CancellationToken cancel)
    {
        var erased = (await leads.GetManyAsync(searched.Select(traits => traits.Lead), cancel)).Where(lead => lead.ErasedAt is not null).Select(lead => lead.Id).ToHashSet();
        if (erased.Count > 0)
        {
            await tables.SubmitManyAsync(
                [.. searched.Where(traits => erased.Contains(traits.Lead)).SelectMany(traits => MatchIndex.Partitions(traits).Select(partition => new TableTransaction(TableNames.Index, [new(TableTransactionActionType.Delete, MatchIndex.Row(partition, traits.Lead), Azure.ETag.All)])))], cancel);
            searched.RemoveAll(traits => erased.Contains(traits.Lead));
        }
    }

    // For each lead those that share a key with it.
    private async Task<HashSet<LeadId>[]> CandidatesAsync(List<LeadTraits> searched, CancellationToken cancel)
    {
        var byKey = new System.Collections.Concurrent.ConcurrentDictionary<string, List<LeadId>>(StringComparer.Ordinal);
        var partitions = searched.ConvertAll(traits => MatchIndex.Partitions(traits).ToList());
        await Parallel.ForEachAsync(partitions.SelectMany(keys => keys).Distinct(StringComparer.Ordinal), new ParallelOptions { MaxDegreeOfParallelism = QueriesAtOnce, CancellationToken = cancel }, async (partition, stop) =>
            byKey[partition] = await tables.QueryAsync(TableNames.Index, TableRange.Partition(partition), LeadTraits.MostOfKey, stop).Select(LeadIndex.LeadOf).ToListAsync(stop));
        return [.. searched.Zip(partitions, (traits, keys) => keys.SelectMany(key => byKey[key]).Where(other => other != traits.Lead).ToHashSet())];
    }

    private async Task<Dictionary<LeadId, LeadTraits>> KnownAsync(List<LeadTraits> searched, HashSet<LeadId>[] candidates, CancellationToken cancel)
    {
        var known = searched.ToDictionary(traits => traits.Lead);
        await LoadAsync(candidates.SelectMany(some => some), known, cancel);
        return known;
    }

    private async Task LoadAsync(IEnumerable<LeadId> wanted, Dictionary<LeadId, LeadTraits> known, CancellationToken cancel)
    {
        foreach (var lead in await leads.GetManyAsync(wanted.Where(lead => !known.ContainsKey(lead)).Distinct(), cancel))
        {
            if (lead.ErasedAt is null)
            {
                known[lead.Id] = LeadTraits.Of(lead);
            }
        }
    }

    private async Task<SearchResult> SettleAsync(LeadTraits traits, List<LeadId> near, Dictionary<LeadId, LeadTraits> known, CancellationToken cancel)
    {
        var groups = await GroupsAsync(traits.Lead, near, cancel);
        await LoadAsync(groups.SelectMany(group => group), known, cancel);
        var (joined, open) = (0, new List<OpenPair>());
        var placed = Matcher.Place(traits, groups.Select(group => group.Where(known.ContainsKey).Select(member => known[member]).ToList()).Where(group => group.Count > 0));
        foreach (var (with, match) in placed.OrderByDescending(found => found.Match.Verdict).ThenByDescending(found => found.Match.IsByContact))
        {
            var pair = new LeadPair(traits.Lead, with.Lead);
            var outcome = match.Verdict == MatchVerdict.Join ? (await joining.JoinAsync(pair, match.Reasons, PersonRef.Baton, cancel)).Outcome : JoinOutcome.NeedsPerson;
            joined += outcome == JoinOutcome.Done ? 1 : 0;
            if (outcome is JoinOutcome.NeedsPerson or JoinOutcome.TooMany && !await pairs.AreDifferentAsync([traits.Lead], groups.First(group => group.Contains(with.Lead)), cancel))
            {
                open.Add(new(pair, match.Reasons, time.Now));
            }
        }

        return new(joined, open.Count == 0 ? 0 : await pairs.AddAsync([.. open.Take(MostShown)], cancel));
    }

    // The leads that are one with each candidate; without those that are one with the lead itself.
    private async Task<List<IReadOnlyList<LeadId>>> GroupsAsync(LeadId lead, List<LeadId> near, CancellationToken cancel)
    {
        var seen = (await joins.GroupAsync(lead, cancel)).Select(member => member.Value.Lead).ToHashSet();
        List<IReadOnlyList<LeadId>> groups = [];
        foreach (var candidate in near.Where(candidate => !seen.Contains(candidate)))
        {
            if (!seen.Contains(candidate))
            {
                groups.Add([.. (await joins.GroupAsync(candidate, cancel)).Select(member => member.Value.Lead)]);
                seen.UnionWith(groups[^1]);
            }
        }

        return groups;
    }
}
