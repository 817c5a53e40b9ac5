namespace TeamsBot.Domain.Questions;

/// <summary>
/// Of what words a metric is composed where its name is not said: "deals we won". Words in brackets may stand beside without changing what is meant;
/// a word that begins with = is the metric's own name.
/// </summary>
internal sealed record MetricWords(string Metric, IReadOnlyList<string> Needed, IReadOnlyList<string> Beside)
{
    private static readonly (string Metric, string[] Ways)[] s_said =
    [
        (Metrics.Leads, ["lead (count share amount landed prospective)", "customer prospective (count share amount)"]),
        (Metrics.Mqls, ["=mqls (lead count share)"]),
        (Metrics.Handoffs, ["handoff (lead count share)"]),
        (Metrics.AcceptedHandoffs, ["handoff accepted (lead count share)", "lead accepted (count share)"]),
        (Metrics.RejectedHandoffs, ["handoff rejected (lead count share)", "lead rejected (count share)"]),
        (Metrics.PendingHandoffs, ["handoff pending (lead count accepted share)", "lead pending (count accepted share)", "pending (count)", "handoff open (lead count)"]),
        (Metrics.AcceptanceRate, ["=acceptance_rate (lead handoff accepted share)", "share handoff accepted (lead)", "share lead accepted"]),
        (Metrics.TimeToAccept, ["=time_to_accept (lead handoff average median accepted duration)", "duration accepted (lead handoff average median)", "average accepted duration (lead)", "duration handoff (lead average median accepted)"]),
        (Metrics.TimeToContact, ["=time_to_contact (lead handoff average median contact duration)", "duration contact (lead average median accepted handoff)"]),
        (Metrics.SlaMetRate, ["=sla_met_rate (sla share met)", "sla share (met)", "sla (lead handoff accepted contact duration)", "sla met (share)", "handoff share met (lead sla)"]),
        (Metrics.SlaBreaches, ["=sla_breaches (sla count breach handoff lead)", "breach (sla count handoff lead)", "sla breach (count)"]),
        (Metrics.Deals, ["deal (count share customer)"]),
        (Metrics.OpenDeals, ["=open_deals (deal open count customer)", "open deal (count share customer)"]),
        (Metrics.WonDeals, ["=won_deals (deal won count)", "won (deal count share lead)", "won customer (count share)", "customer (count share)", "landed deal (count)", "landed customer (count)", "landed (count)", "converted count (lead customer deal)", "close deal (count share won)", "close count (won)", "sold count (deal)", "sold deal (count)", "sales count", "sales won (count)", "sales"]),
        (Metrics.LostDeals, ["=lost_deals (deal lost count)", "lost (deal count share customer sales close)"]),
        (Metrics.WinRate, ["=win_rate (deal won lost share close customer)", "share deal won (close lost count)", "share won lost (deal count)"]),
        (Metrics.Revenue, ["=revenue (won deal value customer sales count amount close sold share)", "value won (deal customer sales share)", "amount booked", "amount won (deal value customer)", "amount sold (deal value)", "value sold (deal)", "value sales (won amount share)", "amount sales", "sales", "value customer", "amount close (deal value)", "value close (deal)", "sold", "amount"]),
        (Metrics.AverageDealSize, ["=average_deal_size (deal won value average median customer =revenue)", "average value (deal won customer close sales amount)", "median value (deal won customer close sales)", "average deal (won value amount)", "median deal (won value)", "average =revenue (deal won value customer)", "median =revenue (deal won value)", "average sales (value)"]),
        (Metrics.PipelineValue, ["=pipeline_value (deal open value amount count share customer)", "value open deal (share count amount)", "value =open_deals (deal sales customer)", "amount =open_deals (deal sales customer)", "value open", "amount open deal"]),
        (Metrics.SalesCycle, ["=sales_cycle (deal won average median duration close lead lost customer count)", "duration close (deal won average median lead)", "duration won (deal average median)", "duration deal (won average median close)", "duration sales (average median close)", "duration lead customer (won deal average median)", "duration lead won (customer deal average median)", "duration customer (average median won)", "duration sold (deal average median)"]),
        (Metrics.ConversionRate, ["=conversion_rate (lead won customer deal share sales converted prospective)", "converted (lead customer won share deal)", "share lead converted (customer won)", "share lead won (customer deal count)", "share lead customer (won count)", "share customer prospective won (lead)", "share lead deal (count)"]),
        (Metrics.Spend, ["=spend (cost amount value)", "cost (amount count)"]),
        (Metrics.CostPerLead, ["=cost_per_lead (lead cost average)", "cost lead (average)"]),
        (Metrics.CustomerAcquisitionCost, ["=customer_acquisition_cost (customer cost won average)", "cost customer (average won)"]),
        (Metrics.Roi, ["=roi (share)"]),
        (Metrics.QuotaAttainment, ["=quota_attainment (revenue share value sales)", "=quota_attainment =revenue (share)"]),
        (Metrics.RecycledLeads, ["=recycled_leads (lead recycled count)", "recycled (lead count)"]),
        (Metrics.AnnouncementReach, ["=announcement_reach (share)"]),
        (Metrics.Funnel, ["=funnel (lead customer prospective)"]),
        (Metrics.Campaigns, ["=campaigns (count)"]),
    ];

    /// <summary>All ways to say all metrics.</summary>
    public static IReadOnlyList<MetricWords> All { get; } = [.. s_said.SelectMany(said => said.Ways.Select(way => Of(said.Metric, way)))];

    private static MetricWords Of(string metric, string way)
    {
        var parts = way.Split('(', ')');
        string[] beside = parts.Length > 1 ? Cut(parts[1]) : [];
        return new(metric, Cut(parts[0]), way.StartsWith('=') ? [.. beside, "count", "amount"] : beside); // "how many" may stand before any name.

        static string[] Cut(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>How well the words of a sentence fit: what it explains, less what it leaves over. Null where a needed word is missing.</summary>
    public double? Fit(IReadOnlyCollection<string> words)
    {
        if (!Needed.All(words.Contains))
        {
            return null;
        }

        var beside = words.Count(Beside.Contains);
        var left = words.Count - Needed.Count - beside;
        return (2 * Needed.Count) + (1.5 * beside) - (2 * left);
    }
}

/// <summary>Chooses the metric that a sentence asks for.</summary>
internal static class MetricChoice
{
    // Words that say how to sum up, not what; the query takes them where the metric leaves them over.
    private static readonly string[] s_aside = ["average", "median", "share", "count"];

    /// <summary>The metrics that fit best: none, one, or several that fit equally well.</summary>
    public static IReadOnlyList<string> Best(IReadOnlyCollection<string> words)
    {
        var fits = MetricWords.All
            .Select(way => (way.Metric, Fit: way.Fit(words)))
            .Where(fit => fit.Fit is not null)
            .GroupBy(fit => fit.Metric)
            .Select(group => (Metric: group.Key, Fit: group.Max(fit => fit.Fit!.Value)))
            .ToList();
        if (fits.Count == 0)
        {
            return [];
        }

        var best = fits.Max(fit => fit.Fit);
        return [.. fits.Where(fit => fit.Fit > best - 0.25).Select(fit => fit.Metric)];
    }

    /// <summary>Whether the words leave something of the sentence that no metric takes.</summary>
    public static bool LeavesOver(string metric, IReadOnlyCollection<string> words)
    {
        var ways = MetricWords.All.Where(way => way.Metric == metric && way.Needed.All(words.Contains));
        return !ways.Any(way => words.All(word => way.Needed.Contains(word) || way.Beside.Contains(word) || s_aside.Contains(word)));
    }
}
