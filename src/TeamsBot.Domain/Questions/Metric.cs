namespace TeamsBot.Domain.Questions;

/// <summary>One figure that Baton can compute: its id, and what may be done with it.</summary>
/// <param name="Id">As targets, questions and answers name it.</param>
/// <param name="Unit">Of its value.</param>
/// <param name="Records">The records that it counts, and whose dimensions it is grouped and filtered by.</param>
public sealed record Metric(string Id, Unit Unit, Subject Records)
{
    /// <summary>It is a count or a sum, so that parts of it add up and a share of it means something.</summary>
    public bool IsTotal { get; init; }

    /// <summary>It can be had as an average and as a median.</summary>
    public bool HasMedian { get; init; }
}

/// <summary>The records that questions are about.</summary>
public enum Subject
{
    Leads,
    Deals,
    Handoffs,
    Campaigns,
    Announcements,
}

/// <summary>What a column holds.</summary>
public enum Unit
{
    Count,
    Currency,

    /// <summary>A fraction: 0.25 is a quarter.</summary>
    Ratio,

    /// <summary>Elapsed days, with decimals.</summary>
    Days,

    /// <summary>Working minutes.</summary>
    Minutes,
    Date,
    Text,
}

/// <summary>All metrics. What each means is said once, in the text of its definition; how each is computed, in the read model.</summary>
public static class Metrics
{
    public const string Leads = "leads";
    public const string Mqls = "mqls";
    public const string Handoffs = "handoffs";
    public const string AcceptedHandoffs = "accepted_handoffs";
    public const string RejectedHandoffs = "rejected_handoffs";
    public const string PendingHandoffs = "pending_handoffs";
    public const string AcceptanceRate = "acceptance_rate";
    public const string TimeToAccept = "time_to_accept";
    public const string TimeToContact = "time_to_contact";
    public const string SlaMetRate = "sla_met_rate";
    public const string SlaBreaches = "sla_breaches";
    public const string Deals = "deals";
    public const string OpenDeals = "open_deals";
    public const string WonDeals = "won_deals";
    public const string LostDeals = "lost_deals";
    public const string WinRate = "win_rate";
    public const string Revenue = "revenue";
    public const string AverageDealSize = "average_deal_size";
    public const string PipelineValue = "pipeline_value";
    public const string SalesCycle = "sales_cycle";
    public const string ConversionRate = "conversion_rate";
    public const string Spend = "spend";
    public const string CostPerLead = "cost_per_lead";
    public const string CustomerAcquisitionCost = "customer_acquisition_cost";
    public const string Roi = "roi";
    public const string QuotaAttainment = "quota_attainment";
    public const string RecycledLeads = "recycled_leads";
    public const string AnnouncementReach = "announcement_reach";
    public const string Funnel = "funnel";

    /// <summary>Number of campaigns: not in a report, but campaigns are listed and looked up by it.</summary>
    public const string Campaigns = "campaigns";

    public static IReadOnlyList<Metric> All { get; } =
    [
        new(Leads, Unit.Count, Subject.Leads) { IsTotal = true },
        new(Mqls, Unit.Count, Subject.Leads) { IsTotal = true },
        new(Handoffs, Unit.Count, Subject.Handoffs) { IsTotal = true },
        new(AcceptedHandoffs, Unit.Count, Subject.Handoffs) { IsTotal = true },
        new(RejectedHandoffs, Unit.Count, Subject.Handoffs) { IsTotal = true },
        new(PendingHandoffs, Unit.Count, Subject.Handoffs) { IsTotal = true },
        new(AcceptanceRate, Unit.Ratio, Subject.Handoffs),
        new(TimeToAccept, Unit.Minutes, Subject.Handoffs) { HasMedian = true },
        new(TimeToContact, Unit.Minutes, Subject.Handoffs) { HasMedian = true },
        new(SlaMetRate, Unit.Ratio, Subject.Handoffs),
        new(SlaBreaches, Unit.Count, Subject.Handoffs) { IsTotal = true },
        new(Deals, Unit.Count, Subject.Deals) { IsTotal = true },
        new(OpenDeals, Unit.Count, Subject.Deals) { IsTotal = true },
        new(WonDeals, Unit.Count, Subject.Deals) { IsTotal = true },
        new(LostDeals, Unit.Count, Subject.Deals) { IsTotal = true },
        new(WinRate, Unit.Ratio, Subject.Deals),
        new(Revenue, Unit.Currency, Subject.Deals) { IsTotal = true },
        new(AverageDealSize, Unit.Currency, Subject.Deals) { HasMedian = true },
        new(PipelineValue, Unit.Currency, Subject.Deals) { IsTotal = true },
        new(SalesCycle, Unit.Days, Subject.Deals) { HasMedian = true },
        new(ConversionRate, Unit.Ratio, Subject.Leads),
        new(Spend, Unit.Currency, Subject.Campaigns) { IsTotal = true },
        new(CostPerLead, Unit.Currency, Subject.Campaigns),
        new(CustomerAcquisitionCost, Unit.Currency, Subject.Campaigns),
        new(Roi, Unit.Ratio, Subject.Campaigns),
        new(QuotaAttainment, Unit.Ratio, Subject.Deals),
        new(RecycledLeads, Unit.Count, Subject.Leads) { IsTotal = true },
        new(AnnouncementReach, Unit.Ratio, Subject.Announcements),
        new(Funnel, Unit.Count, Subject.Leads),
        new(Campaigns, Unit.Count, Subject.Campaigns) { IsTotal = true },
    ];

    private static readonly Dictionary<string, Metric> s_byId = All.ToDictionary(metric => metric.Id, StringComparer.Ordinal);

    /// <summary>The metric of this id; null when there is none.</summary>
    public static Metric? Find(string id) => s_byId.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">There is no such metric.</exception>
    public static Metric Get(string id) => s_byId[id];
}
