using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Privacy;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>All that is held of one lead, row by row.</summary>
/// <param name="Partition">The lead itself, its handoffs, their ledger and audit, and where its cards stand.</param>
/// <param name="FoundBy">The keys of the rows by which it is found: words of its name and company, its email.</param>
/// <param name="Deals">Sales that name it.</param>
public sealed record LeadDossier(TableEntity Lead, IReadOnlyList<TableEntity> Partition, IReadOnlyList<string> FoundBy, IReadOnlyList<TableEntity> Deals)
{
    public IReadOnlyList<Handoff> Handoffs { get; } =
        [.. Partition.Where(row => row.RowKey.StartsWith(HandoffRow.Prefix, StringComparison.Ordinal)).Select(HandoffRow.Read)];

    /// <summary>The cards of a week that quote what was said of it.</summary>
    public IReadOnlyList<WeekCardId> QuotedOn { get; } =
        [.. Partition.Where(row => row.RowKey.StartsWith(FeedbackStore.QuotedPrefix, StringComparison.Ordinal)).Select(FeedbackStore.ReadQuoted)];

    /// <summary>The other leads that are one with it.</summary>
    public IReadOnlyList<LeadId> Joined { get; init; } = [];

    /// <summary>That it was forgotten; null while it is not.</summary>
    public PrivacyDeed? Erased { get; } = Partition.FirstOrDefault(row => row.RowKey == ErasureRow.Key) is { } row ? ErasureRow.Read(row, LeadRow.Read(Lead).Id) : null;

    /// <summary>Whether a sale of it is known.</summary>
    public bool IsWon => Deals.Any(row => DealRow.Read(row).Status == DealStatus.Won);

    /// <summary>Whether the lead, as it is now, may be handed off again.</summary>
    public bool MayFollow(Return back) => back.MayFollow(LeadRow.Read(Lead), IsWon);

    public HeldRecords Held => new(Handoffs.Count, Partition.Count(row => row.RowKey.StartsWith("card|", StringComparison.Ordinal)), Deals.Count, FoundBy.Count);
}

/// <summary>Gathers what is held of a lead.</summary>
public sealed class DossierStore(ITables tables, FiguresModel figures)
{
    /// <summary>Null when there is no such lead.</summary>
    public async Task<LeadDossier?> FindAsync(LeadId lead, CancellationToken cancel)
    {
        if (!Keys.Fits(lead.Value))
        {
            return null;
        }

        var partition = await tables.QueryAsync(TableNames.Leads, TableRange.Partition(LeadRow.PartitionKey(lead)), take: null, cancel).ToListAsync(cancel);
        if (partition.Find(row => row.RowKey == LeadRow.RowKey) is not { } row)
        {
            return null;
        }

        var group = await new JoinStore(tables).GroupAsync(lead, cancel);
        return new(row, partition, [.. LeadIndex.Entries(row).Keys], await DealsAsync(lead, cancel)) { Joined = [.. group.Select(member => member.Value.Lead).Where(other => other != lead)] };
    }

    // No table has a lead's deals under its id; the read model knows them, and the deals themselves say whether it is still so.
    private async Task<IReadOnlyList<TableEntity>> DealsAsync(LeadId lead, CancellationToken cancel)
    {
        await figures.CatchUpAsync(cancel);
        var ids = await figures.DealsOfAsync([lead], cancel);
        var rows = await tables.GetManyAsync(TableNames.Deals, [.. ids.Select(id => new TableKey(DealRow.PartitionKey(id), DealRow.RowKey))], cancel);
        return [.. rows.OfType<TableEntity>().Where(row => row.GetString(nameof(Deal.Lead)) == lead.Value)];
    }
}
