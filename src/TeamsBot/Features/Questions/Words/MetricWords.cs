using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>What metrics are called, and how a count of them is said.</summary>
internal static class MetricWords
{
    private static readonly Dictionary<string, Entry> ById = new Entry[]
    {
        new(Metrics.Leads, "metric.leads", "dated.created", "fact.leads"),
        new(Metrics.Mqls, "metric.mqls", "dated.reached", "fact.mqls"),
        new(Metrics.Handoffs, "metric.handoffs", "dated.requested", "fact.handoffs"),
        new(Metrics.AcceptedHandoffs, "metric.acceptedHandoffs", "dated.requested"),
        new(Metrics.RejectedHandoffs, "metric.rejectedHandoffs", "dated.requested"),
        new(Metrics.PendingHandoffs, "metric.pendingHandoffs", "dated.requested"),
        new(Metrics.AcceptanceRate, "metric.acceptanceRate", "dated.requested"),
        new(Metrics.TimeToAccept, "metric.timeToAccept", "dated.accepted"),
        new(Metrics.TimeToContact, "metric.timeToContact", "dated.contacted"),
        new(Metrics.SlaMetRate, "metric.slaMetRate", "dated.due"),
        new(Metrics.SlaBreaches, "metric.slaBreaches", "dated.due", "fact.slaBreaches"),
        new(Metrics.Deals, "metric.deals", "dated.opened", "fact.deals"),
        new(Metrics.OpenDeals, "metric.openDeals", "dated.opened"),
        new(Metrics.WonDeals, "metric.wonDeals", "dated.closed", "fact.wonDeals"),
        new(Metrics.LostDeals, "metric.lostDeals", "dated.closed", "fact.lostDeals"),
        new(Metrics.WinRate, "metric.winRate", "dated.closed"),
        new(Metrics.Revenue, "metric.revenue", "dated.closed"),
        new(Metrics.AverageDealSize, "metric.averageDealSize", "dated.closed"),
        new(Metrics.PipelineValue, "metric.pipelineValue", "dated.opened"),
        new(Metrics.SalesCycle, "metric.salesCycle", "dated.closed"),
        new(Metrics.ConversionRate, "metric.conversionRate", "dated.created"),
        new(Metrics.Spend, "metric.spend", "dated.started"),
        new(Metrics.CostPerLead, "metric.costPerLead", "dated.started"),
        new(Metrics.CustomerAcquisitionCost, "metric.customerAcquisitionCost", "dated.started"),
        new(Metrics.Roi, "metric.roi", "dated.started"),
        new(Metrics.QuotaAttainment, "metric.quotaAttainment", "dated.closed"),
        new(Metrics.RecycledLeads, "metric.recycledLeads", "dated.returned", "fact.recycledLeads"),
        new(Metrics.AnnouncementReach, "metric.announcementReach", "dated.posted"),
        new(Metrics.Funnel, "metric.funnel", "dated.created"),
        new(Metrics.Campaigns, "metric.campaigns", "dated.started", "fact.campaigns"),
    }.ToDictionary(entry => entry.Id, StringComparer.Ordinal);

    /// <summary>"Win rate"; with another way of summing up than the metric's own, "Sales cycle (median)".</summary>
    public static Phrase Name(Query query, Say say)
    {
        // The average's own name would contradict another.
        var name = say.Phrase(query is { Metric: Metrics.AverageDealSize, Aggregate: Aggregate.Median } ? "metric.dealSize" : ById[query.Metric].Name);
        return query.Aggregate switch
        {
            Aggregate.Average when query.Metric != Metrics.AverageDealSize => say.Phrase("metric.average", ("metric", name)),
            Aggregate.Median => say.Phrase("metric.median", ("metric", name)),
            _ => name,
        };
    }

    public static string Name(string metric, Say say) => say.Text(ById[metric].Name);

    /// <summary>"created March 2018": what dates the records, and when that was.</summary>
    public static string Dated(Query query, Phrase period, Say say) => say.Text(ById[query.Metric].Dated, ("period", period));

    /// <summary>"262 leads were created"; null for what is no count.</summary>
    public static Phrase? Fact(string metric, long count, Say say) => ById[metric].Fact is { } key ? say.Phrase(key, ("n", count)) : null;

    private sealed record Entry(string Id, string Name, string Dated, string? Fact = null);
}
