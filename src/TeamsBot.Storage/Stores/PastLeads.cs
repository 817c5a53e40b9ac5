using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Scoring;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>What is known of leads that were handed over lately.</summary>
public sealed class PastLeads(ITables tables, JournalStore journal, FiguresModel figures)
{
    /// <summary>So many, the latest ones: more would be answered too late for Teams.</summary>
    public const int Most = 5_000;

    private const int AtOnce = 500;

    /// <summary>Each lead of the organisation that was handed over from one moment to another, which is excluded, with the last of its handoffs then; leads that were forgotten are left out.</summary>
    public async Task<IReadOnlyList<PastLead>> ReadAsync(string tenant, Instant from, Instant to, CancellationToken cancel)
    {
        var latest = new Dictionary<LeadId, (int Number, Instant At)>();
        await foreach (var entry in journal.ReadAsync(from, to, cancel))
        {
            if (entry.Action == HandoffAction.Request && entry.Tenant == tenant && entry.Handoff.Number >= latest.GetValueOrDefault(entry.Handoff.Lead).Number)
            {
                latest[entry.Handoff.Lead] = (entry.Handoff.Number, entry.At);
            }
        }

        await figures.CatchUpAsync(cancel);
        List<PastLead> past = [];
        foreach (var some in latest.OrderByDescending(lead => lead.Value.At).ThenBy(lead => lead.Key.Value, StringComparer.Ordinal).Take(Most).Chunk(AtOnce))
        {
            past.AddRange(await ReadAsync([.. some.Select(lead => new HandoffId(lead.Key, lead.Value.Number))], cancel));
        }

        return past;
    }

    private async Task<IEnumerable<PastLead>> ReadAsync(IReadOnlyList<HandoffId> ids, CancellationToken cancel)
    {
        var leads = await tables.GetManyAsync(TableNames.Leads, [.. ids.Select(id => new TableKey(LeadRow.PartitionKey(id.Lead), LeadRow.RowKey))], cancel);
        var handoffs = await tables.GetManyAsync(TableNames.Leads, [.. ids.Select(id => new TableKey(LeadRow.PartitionKey(id.Lead), HandoffRow.Key(id.Number)))], cancel);
        var deals = (await DealsAsync([.. ids.Select(id => id.Lead)], cancel)).ToLookup(deal => deal.Lead!.Value);
        return from pair in leads.Zip(handoffs)
               where pair is { First: not null, Second: not null }
               let lead = LeadRow.Read(pair.First!)
               let handoff = HandoffRow.Read(pair.Second!)
               where lead.ErasedAt is null
               let won = deals[lead.Id].Count(deal => deal.Status == DealStatus.Won)
               let lost = deals[lead.Id].Count(deal => deal.Status == DealStatus.Lost)
               select new PastLead(lead, handoff.RequestedAt, Accepted(handoff), won, lost);
    }

    private async Task<IEnumerable<Deal>> DealsAsync(IReadOnlyList<LeadId> leads, CancellationToken cancel)
    {
        var ids = await figures.DealsOfAsync(leads, cancel);
        var rows = await tables.GetManyAsync(TableNames.Deals, [.. ids.Select(id => new TableKey(DealRow.PartitionKey(id), DealRow.RowKey))], cancel);
        return rows.OfType<TableEntity>().Select(DealRow.Read).Where(deal => deal.Lead is { } lead && leads.Contains(lead));
    }

    private static bool? Accepted(Handoff handoff) => handoff.AcceptedAt is not null ? true : handoff.Rejection is not null ? false : null;
}
