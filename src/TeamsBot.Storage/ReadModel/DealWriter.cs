using Microsoft.Data.Sqlite;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Funnel;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Tables.Sqlite;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Writes deals, campaigns and targets.</summary>
internal sealed class DealWriter : IDisposable
{
    private readonly ValueKeys values;
    private readonly string[] ofDeals;
    private readonly string[] ofCampaigns;
    private readonly RowInsert deals;
    private readonly RowInsert campaigns;
    private readonly RowInsert targets;
    private readonly Statement deleteDeal;
    private readonly Statement deleteCampaign;
    private readonly Statement deleteTargets;

    public DealWriter(SqliteConnection connection, ValueKeys values, IReadOnlyList<ModelAttribute> attributes)
    {
        this.values = values;
        ofDeals = NamesOf(Subject.Deals, attributes);
        ofCampaigns = NamesOf(Subject.Campaigns, attributes);
        deals = new(connection, "deal", $"{ModelSchema.DealColumns}, {string.Join(", ", ModelSchema.DimensionColumns(Subject.Deals, attributes))}");
        campaigns = new(connection, "campaigns", $"{ModelSchema.CampaignColumns}, {string.Join(", ", ModelSchema.DimensionColumns(Subject.Campaigns, attributes))}");
        targets = new(connection, "target", "metric, from_day, to_day, dimension, member, amount");
        deleteDeal = new(connection, "DELETE FROM deal WHERE id = ?1");
        deleteCampaign = new(connection, "DELETE FROM campaigns WHERE id = ?1");
        deleteTargets = new(connection, "DELETE FROM target");
    }

    public void DeleteDeal(string id) => deleteDeal.BindText(1, id).Run();

    public void DeleteCampaign(string id) => deleteCampaign.BindText(1, id).Run();

    public void DeleteTargets() => deleteTargets.Run();

    /// <summary>What it inherits from its lead is settled afterwards, by <see cref="DealSettling"/>.</summary>
    public void Add(Deal deal)
    {
        var (source, campaign, segment, country) = (values.Of(deal.Source), values.Of(deal.Campaign), values.Of(deal.Segment), values.Of(deal.Country));
        deals.Put(deal.Id).Put(deal.Lead?.Value).Put(source).Put(campaign).Put(segment).Put(country)
            .Put(deal.OpenedAt).Put(deal.OpenedAt).Put(deal.ClosedAt).Put((long)deal.Status).Put(deal.Value).Put(values.Of(deal.Currency))
            .Put(source).Put(campaign).Put(values.Of(deal.Rep)).Put(values.Of(deal.Manager)).Put(values.Of(deal.Team)).Put(values.Of(deal.Region))
            .Put(values.Of(deal.Product)).Put(segment).Put(country).Put(values.Of(deal.Account)).Put(values.Of(deal.Stage))
            .Put(values.Of(deal.Status.ToString().ToLowerInvariant()));
        PutAll(deals, ofDeals, deal.Attributes);
    }

    /// <summary>A campaign goes by its name, and by its id where it has none.</summary>
    public void Add(Campaign campaign)
    {
        campaigns.Put(campaign.Id).Put(values.Of(campaign.Id)).Put(campaign.StartsOn).Put(campaign.EndsOn).Put(campaign.Budget).Put(campaign.Spend)
            .Put(campaign.Audience).Put(campaign.Offer).Put(campaign.Owner)
            .Put(values.Of(campaign.Name) ?? values.Of(campaign.Id)).Put(values.Of(campaign.Channel)).Put(values.Of(campaign.Status.ToString().ToLowerInvariant()));
        PutAll(campaigns, ofCampaigns, campaign.Attributes);
    }

    /// <summary>A target whose period is none is left out.</summary>
    public void Add(Target target)
    {
        if (TargetPeriod.Read(target.Period) is not { } period)
        {
            return;
        }

        targets.Put(target.Metric).Put(period.From).Put(period.To).Put(target.Dimension).Put(values.Of(target.Member)).Put((decimal?)target.Value).Run();
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<IDisposable>)[deals, campaigns, targets, deleteDeal, deleteCampaign, deleteTargets])
        {
            statement.Dispose();
        }
    }

    private static string[] NamesOf(Subject subject, IReadOnlyList<ModelAttribute> attributes) =>
        [.. attributes.Where(attribute => attribute.Subject == subject).Select(attribute => attribute.Name)];

    private void PutAll(RowInsert row, string[] names, IReadOnlyDictionary<string, string> attributes)
    {
        foreach (var name in names)
        {
            row.Put(values.Of(attributes.GetValueOrDefault(name)));
        }

        row.Run();
    }
}
