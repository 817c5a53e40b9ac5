using TeamsBot.Domain.Campaigns;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>A campaign as a row. Partition: the campaign's id; row: <c>campaign</c>.</summary>
public static class CampaignRow
{
    public const string RowKey = "campaign";

    public static string PartitionKey(string id) => Keys.Join(id);

    public static TableEntity Write(Campaign campaign) => new(PartitionKey(campaign.Id), RowKey)
    {
        { nameof(Campaign.Id), campaign.Id },
        { nameof(Campaign.Name), campaign.Name },
        { nameof(Campaign.Channel), campaign.Channel },
        { nameof(Campaign.StartsOn), RowValues.Write(campaign.StartsOn) },
        { nameof(Campaign.EndsOn), RowValues.Write(campaign.EndsOn) },
        { nameof(Campaign.Status), campaign.Status.ToString() },
        { nameof(Campaign.Budget), RowValues.Write(campaign.Budget) },
        { nameof(Campaign.Spend), RowValues.Write(campaign.Spend) },
        { nameof(Campaign.Audience), campaign.Audience },
        { nameof(Campaign.Offer), campaign.Offer },
        { nameof(Campaign.Owner), campaign.Owner },
        { nameof(Campaign.Attributes), RowJson.Write(campaign.Attributes) },
    };

    public static Campaign Read(TableEntity row) => new(row.GetString(nameof(Campaign.Id))!)
    {
        Name = row.GetString(nameof(Campaign.Name)),
        Channel = row.GetString(nameof(Campaign.Channel)),
        StartsOn = row.GetDay(nameof(Campaign.StartsOn)),
        EndsOn = row.GetDay(nameof(Campaign.EndsOn)),
        Status = Enum.Parse<CampaignStatus>(row.GetString(nameof(Campaign.Status))!),
        Budget = row.GetDecimal(nameof(Campaign.Budget)),
        Spend = row.GetDecimal(nameof(Campaign.Spend)),
        Audience = row.GetString(nameof(Campaign.Audience)),
        Offer = row.GetString(nameof(Campaign.Offer)),
        Owner = row.GetString(nameof(Campaign.Owner)),
        Attributes = RowJson.ReadAttributes(row.GetString(nameof(Campaign.Attributes))),
    };
}
