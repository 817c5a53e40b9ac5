using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.ReadModel;

/// <summary>A lead with its handoffs: what its partition says for figures.</summary>
/// <param name="ImportedStage">The stage that its source gave it, before Baton moved it on.</param>
internal sealed record LeadRecords(Lead Lead, FunnelStage ImportedStage, IReadOnlyList<Handoff> Handoffs)
{
    /// <summary>Handoffs stand before the lead in the order of keys; a few other rows between them are passed over.</summary>
    public static TableRange Of(string partition) => TableRange.Rows(partition, HandoffRow.Prefix, LeadRow.RowKey + "!");

    public static TableRange OfAll { get; } = new("", null, HandoffRow.Prefix, LeadRow.RowKey + "!");

    /// <summary>The furthest stage of the path that it is known to have reached. Whoever is off the path and was never handed over was at least known.</summary>
    public FunnelStage Reached => new[]
    {
        OnPath(Lead.Stage), OnPath(ImportedStage),
        Handoffs.Count > 0 ? FunnelStage.HandedOff : FunnelStage.Awareness,
        AcceptedAt is null ? FunnelStage.Awareness : FunnelStage.Accepted,
        QualifiedAt is null ? FunnelStage.Awareness : FunnelStage.Qualified,
    }.Max();

    /// <summary>When it reached Intent: at the first contact where its source said so, else when it was first handed over.</summary>
    public Instant? MqlAt => OnPath(ImportedStage) < FunnelStage.Intent && HandedAt is { } handed ? handed : Lead.CreatedAt;

    public Instant? HandedAt => Handoffs.Min(handoff => (Instant?)handoff.RequestedAt);

    public Instant? AcceptedAt => Handoffs.Min(handoff => handoff.AcceptedAt);

    public Instant? QualifiedAt => Handoffs.Min(handoff => handoff.QualifiedAt);

    /// <summary>Each time that it was returned to nurture; one that came so from its source was when it was first heard of.</summary>
    public IEnumerable<Instant?> Recycled
    {
        get
        {
            var recycled = Handoffs.Select(RecycledAt).Where(at => at is not null).ToList();
            return recycled.Count == 0 && FunnelStage.Recycled == Lead.Stage ? [Lead.CreatedAt] : recycled;
        }
    }

    // Rejected to come back on a day is returned to nurture as well.
    private static Instant? RecycledAt(Handoff handoff) => handoff.Recycling?.At ?? (handoff.Rejection is { Until: not null, At: var at } ? at : null);

    /// <summary>Puts the rows of one or more partitions together, in the order of their keys.</summary>
    public static async IAsyncEnumerable<LeadRecords> ReadAsync(IAsyncEnumerable<TableEntity> rows)
    {
        List<Handoff> handoffs = [];
        var partition = "";
        await foreach (var row in rows)
        {
            if (row.PartitionKey != partition)
            {
                partition = row.PartitionKey;
                handoffs = [];
            }

            if (row.RowKey == LeadRow.RowKey)
            {
                yield return Of(row, handoffs);
            }
            else if (row.RowKey.StartsWith(HandoffRow.Prefix, StringComparison.Ordinal))
            {
                handoffs.Add(HandoffRow.Read(row));
            }
        }
    }

    private static LeadRecords Of(TableEntity row, IReadOnlyList<Handoff> handoffs)
    {
        var lead = LeadRow.ReadFacts(row);
        return new(lead, row.GetString(LeadRow.ImportedStage) is { } imported ? Enum.Parse<FunnelStage>(imported) : lead.Stage, handoffs);
    }

    private static FunnelStage OnPath(FunnelStage stage) => stage <= FunnelStage.Retained ? stage : FunnelStage.Awareness;
}
