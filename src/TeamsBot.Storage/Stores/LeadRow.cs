using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A lead as a row: one flat property a field, under the field's own name. Partition: the lead's id; row: <c>lead</c>.</summary>
public static class LeadRow
{
    public const string RowKey = "lead";

    /// <summary>
    /// The stage that an import set last. As long as the lead still stands there, imports may change stage and owner;
    /// once it differs, Baton has moved the lead on and what a file says about the two no longer counts.
    /// </summary>
    public const string ImportedStage = nameof(ImportedStage);

    public static string PartitionKey(LeadId id) => Keys.Join(id.Value);

    public static TableEntity Write(Lead lead) => new(PartitionKey(lead.Id), RowKey)
    {
        { nameof(Lead.Id), lead.Id.Value },
        { nameof(Lead.Name), lead.Name },
        { nameof(Lead.Company), lead.Company },
        { nameof(Lead.Title), lead.Title },
        { nameof(Lead.Email), lead.Email },
        { nameof(Lead.Phone), lead.Phone },
        { nameof(Lead.Country), lead.Country },
        { nameof(Lead.Speaks), lead.Speaks },
        { nameof(Lead.Employees), lead.Employees },
        { nameof(Lead.Source), lead.Source },
        { nameof(Lead.Campaign), lead.Campaign },
        { nameof(Lead.Product), lead.Product },
        { nameof(Lead.Segment), lead.Segment },
        { nameof(Lead.CreatedAt), lead.CreatedAt?.ToDateTimeOffset() },
        { nameof(Lead.Stage), lead.Stage.ToString() },
        { nameof(Lead.Score), lead.Score },
        { nameof(Lead.ScoreLines), RowJson.Write(lead.ScoreLines) },
        { nameof(Lead.LastActivity), lead.LastActivity },
        { nameof(Lead.LastActivityAt), lead.LastActivityAt?.ToDateTimeOffset() },
        { nameof(Lead.FirstStep), lead.FirstStep },
        { nameof(Lead.Owner), lead.Owner },
        { nameof(Lead.Attributes), RowJson.Write(lead.Attributes) },
        { nameof(Lead.ErasedAt), lead.ErasedAt?.ToDateTimeOffset() },
        { nameof(Lead.JoinedTo), lead.JoinedTo?.Value },
    };

    public static Lead Read(TableEntity row) => ReadFacts(row) with
    {
        Email = row.GetString(nameof(Lead.Email)),
        Phone = row.GetString(nameof(Lead.Phone)),
        Speaks = row.GetString(nameof(Lead.Speaks)),
        Employees = row.GetInt32(nameof(Lead.Employees)),
        ScoreLines = RowJson.ReadScoreLines(row.GetString(nameof(Lead.ScoreLines))),
        LastActivity = row.GetString(nameof(Lead.LastActivity)),
        LastActivityAt = row.GetInstant(nameof(Lead.LastActivityAt)),
        FirstStep = row.GetString(nameof(Lead.FirstStep)),
    };

    /// <summary>The lead as far as figures need it: nothing personal but the name, and nothing that takes long to read.</summary>
    internal static Lead ReadFacts(TableEntity row) => new(new LeadId(row.GetString(nameof(Lead.Id))!))
    {
        Name = row.GetString(nameof(Lead.Name)),
        Company = row.GetString(nameof(Lead.Company)),
        Title = row.GetString(nameof(Lead.Title)),
        Country = row.GetString(nameof(Lead.Country)),
        Source = row.GetString(nameof(Lead.Source)),
        Campaign = row.GetString(nameof(Lead.Campaign)),
        Product = row.GetString(nameof(Lead.Product)),
        Segment = row.GetString(nameof(Lead.Segment)),
        CreatedAt = row.GetInstant(nameof(Lead.CreatedAt)),
        Stage = Enum.Parse<FunnelStage>(row.GetString(nameof(Lead.Stage))!),
        Score = row.GetInt32(nameof(Lead.Score)),
        Owner = row.GetString(nameof(Lead.Owner)),
        Attributes = RowJson.ReadAttributes(row.GetString(nameof(Lead.Attributes))),
        ErasedAt = row.GetInstant(nameof(Lead.ErasedAt)),
        JoinedTo = JoinedTo(row),
    };

    internal static LeadId IdOf(TableEntity row) => new(Keys.Split(row.PartitionKey)[0]);

    /// <summary>The lead that stands for the row's; null when it stands for itself.</summary>
    internal static LeadId? JoinedTo(TableEntity row) => row.GetString(nameof(Lead.JoinedTo)) is { } to ? new(to) : null;

    /// <summary>The row as it is, pointing to another lead, or nowhere.</summary>
    internal static TableEntity Joined(TableEntity row, LeadId? to)
    {
        var joined = new TableEntity(row.PartitionKey, row.RowKey);
        foreach (var (name, value) in row)
        {
            joined[name] = value;
        }

        joined[nameof(Lead.JoinedTo)] = to?.Value;
        return joined;
    }

    /// <summary>
    /// The part of the row that a handoff changes, for a merge (<see cref="TableTransactionActionType.UpdateMerge"/>):
    /// all other properties stay. A null owner leaves the owner as it is.
    /// </summary>
    public static TableEntity Moved(LeadId id, FunnelStage stage, string? owner) => new(PartitionKey(id), RowKey)
    {
        { nameof(Lead.Stage), stage.ToString() },
        { nameof(Lead.Owner), owner },
    };
}
