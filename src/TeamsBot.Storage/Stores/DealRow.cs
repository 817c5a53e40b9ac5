using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A deal as a row. Partition: the deal's id; row: <c>deal</c>.</summary>
public static class DealRow
{
    public const string RowKey = "deal";

    public static string PartitionKey(string id) => Keys.Join(id);

    public static TableEntity Write(Deal deal) => new(PartitionKey(deal.Id), RowKey)
    {
        { nameof(Deal.Id), deal.Id },
        { nameof(Deal.Lead), deal.Lead?.Value },
        { nameof(Deal.Account), deal.Account },
        { nameof(Deal.Product), deal.Product },
        { nameof(Deal.Rep), deal.Rep },
        { nameof(Deal.Manager), deal.Manager },
        { nameof(Deal.Region), deal.Region },
        { nameof(Deal.Team), deal.Team },
        { nameof(Deal.Source), deal.Source },
        { nameof(Deal.Campaign), deal.Campaign },
        { nameof(Deal.Segment), deal.Segment },
        { nameof(Deal.Country), deal.Country },
        { nameof(Deal.OpenedAt), deal.OpenedAt?.ToDateTimeOffset() },
        { nameof(Deal.ClosedAt), deal.ClosedAt?.ToDateTimeOffset() },
        { nameof(Deal.Status), deal.Status.ToString() },
        { nameof(Deal.Stage), deal.Stage },
        { nameof(Deal.Value), RowValues.Write(deal.Value) },
        { nameof(Deal.Currency), deal.Currency },
        { nameof(Deal.Attributes), RowJson.Write(deal.Attributes) },
    };

    public static Deal Read(TableEntity row) => new(row.GetString(nameof(Deal.Id))!)
    {
        Lead = row.GetString(nameof(Deal.Lead)) is { } lead ? new LeadId(lead) : null,
        Account = row.GetString(nameof(Deal.Account)),
        Product = row.GetString(nameof(Deal.Product)),
        Rep = row.GetString(nameof(Deal.Rep)),
        Manager = row.GetString(nameof(Deal.Manager)),
        Region = row.GetString(nameof(Deal.Region)),
        Team = row.GetString(nameof(Deal.Team)),
        Source = row.GetString(nameof(Deal.Source)),
        Campaign = row.GetString(nameof(Deal.Campaign)),
        Segment = row.GetString(nameof(Deal.Segment)),
        Country = row.GetString(nameof(Deal.Country)),
        OpenedAt = row.GetInstant(nameof(Deal.OpenedAt)),
        ClosedAt = row.GetInstant(nameof(Deal.ClosedAt)),
        Status = Enum.Parse<DealStatus>(row.GetString(nameof(Deal.Status))!),
        Stage = row.GetString(nameof(Deal.Stage)),
        Value = row.GetDecimal(nameof(Deal.Value)),
        Currency = row.GetString(nameof(Deal.Currency)),
        Attributes = RowJson.ReadAttributes(row.GetString(nameof(Deal.Attributes))),
    };
}
