using TeamsBot.Domain.Questions;
using TeamsBot.Text;

namespace TeamsBot.Features.Questions;

/// <summary>
/// What each metric and each word of the funnel means: the one place that the bot explains from. A definition names its terms in
/// <see cref="Query.Field"/>, two with a comma between them where their difference is asked for; without it, its metric.
/// </summary>
internal static class Definitions
{
    private static readonly Dictionary<string, (string Name, string Meaning)> ById = new(StringComparer.OrdinalIgnoreCase)
    {
        [Metrics.Leads] = ("metric.leads", "meaning.leads"),
        [Metrics.Mqls] = ("metric.mqls", "meaning.mqls"),
        [Metrics.Handoffs] = ("metric.handoffs", "meaning.handoffs"),
        [Metrics.AcceptedHandoffs] = ("metric.acceptedHandoffs", "meaning.acceptedHandoffs"),
        [Metrics.RejectedHandoffs] = ("metric.rejectedHandoffs", "meaning.rejectedHandoffs"),
        [Metrics.PendingHandoffs] = ("metric.pendingHandoffs", "meaning.pendingHandoffs"),
        [Metrics.AcceptanceRate] = ("metric.acceptanceRate", "meaning.acceptanceRate"),
        [Metrics.TimeToAccept] = ("metric.timeToAccept", "meaning.timeToAccept"),
        [Metrics.TimeToContact] = ("metric.timeToContact", "meaning.timeToContact"),
        [Metrics.SlaMetRate] = ("metric.slaMetRate", "meaning.slaMetRate"),
        [Metrics.SlaBreaches] = ("metric.slaBreaches", "meaning.slaBreaches"),
        [Metrics.Deals] = ("metric.deals", "meaning.deals"),
        [Metrics.OpenDeals] = ("metric.openDeals", "meaning.openDeals"),
        [Metrics.WonDeals] = ("metric.wonDeals", "meaning.wonDeals"),
        [Metrics.LostDeals] = ("metric.lostDeals", "meaning.lostDeals"),
        [Metrics.WinRate] = ("metric.winRate", "meaning.winRate"),
        [Metrics.Revenue] = ("metric.revenue", "meaning.revenue"),
        [Metrics.AverageDealSize] = ("metric.averageDealSize", "meaning.averageDealSize"),
        [Metrics.PipelineValue] = ("metric.pipelineValue", "meaning.pipelineValue"),
        [Metrics.SalesCycle] = ("metric.salesCycle", "meaning.salesCycle"),
        [Metrics.ConversionRate] = ("metric.conversionRate", "meaning.conversionRate"),
        [Metrics.Spend] = ("metric.spend", "meaning.spend"),
        [Metrics.CostPerLead] = ("metric.costPerLead", "meaning.costPerLead"),
        [Metrics.CustomerAcquisitionCost] = ("metric.customerAcquisitionCost", "meaning.customerAcquisitionCost"),
        [Metrics.Roi] = ("metric.roi", "meaning.roi"),
        [Metrics.QuotaAttainment] = ("metric.quotaAttainment", "meaning.quotaAttainment"),
        [Metrics.RecycledLeads] = ("metric.recycledLeads", "meaning.recycledLeads"),
        [Metrics.AnnouncementReach] = ("metric.announcementReach", "meaning.announcementReach"),
        [Metrics.Funnel] = ("metric.funnel", "meaning.funnel"),
        [Metrics.Campaigns] = ("metric.campaigns", "meaning.campaigns"),
        ["lead"] = ("term.lead", "meaning.lead"),
        ["mql"] = ("term.mql", "meaning.mql"),
        ["sal"] = ("term.sal", "meaning.sal"),
        ["sql"] = ("term.sql", "meaning.sql"),
        ["bant"] = ("term.bant", "meaning.bant"),
        ["deal"] = ("term.deal", "meaning.deal"),
        ["campaign"] = ("term.campaign", "meaning.campaign"),
        ["handoff"] = ("term.handoff", "meaning.handoff"),
        ["sla"] = ("term.sla", "meaning.sla"),
        ["tier"] = ("term.tier", "meaning.tier"),
        ["score"] = ("term.score", "meaning.score"),
        ["source"] = ("term.source", "meaning.source"),
        ["segment"] = ("term.segment", "meaning.segment"),
        ["stage"] = ("term.stage", "meaning.stage"),
        ["quota"] = ("term.quota", "meaning.quota"),
        ["working_time"] = ("term.workingTime", "meaning.workingTime"),
        ["acknowledgement"] = ("term.acknowledgement", "meaning.acknowledgement"),
        ["awareness"] = ("stage.awareness", "meaning.awareness"),
        ["interest"] = ("stage.interest", "meaning.interest"),
        ["consideration"] = ("stage.consideration", "meaning.consideration"),
        ["intent"] = ("stage.intent", "meaning.mql"),
        ["handed_off"] = ("stage.handedOff", "meaning.handedOff"),
        ["accepted"] = ("stage.accepted", "meaning.sal"),
        ["qualified"] = ("stage.qualified", "meaning.sql"),
        ["proposal"] = ("stage.proposal", "meaning.proposal"),
        ["won"] = ("stage.won", "meaning.won"),
        ["lost"] = ("stage.lost", "meaning.lost"),
        ["recycled"] = ("stage.recycled", "meaning.recycled"),
        ["disqualified"] = ("stage.disqualified", "meaning.disqualified"),
        ["retained"] = ("stage.retained", "meaning.retained"),
    };

    // What else questions call these terms.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["handedoff"] = "handed_off",
        ["handed off"] = "handed_off",
        ["working time"] = "working_time",
        ["workingtime"] = "working_time",
        ["ack"] = "acknowledgement",
        ["cpl"] = Metrics.CostPerLead,
        ["cac"] = Metrics.CustomerAcquisitionCost,
        ["sla_agreement"] = "sla",
        ["agreement"] = "sla",
        ["breach"] = Metrics.SlaBreaches,
    };

    /// <summary>What is explained, by its names: "MQL", "SAL, SQL".</summary>
    public static Phrase Names(Query query, Say say) => new(string.Join(say.Text("list.comma"), Terms(query).Select(term => say.Text(ById[term].Name))));

    /// <summary>Each term with its meaning; none for a term that is not known.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Of(Query query, Say say) =>
        [.. Terms(query).Select(term => (say.Text(ById[term].Name), say.Text(ById[term].Meaning)))];

    /// <summary>The ids of all that is explained.</summary>
    public static IReadOnlyCollection<string> Known => ById.Keys;

    private static IEnumerable<string> Terms(Query query)
    {
        var named = (query.Field ?? query.Metric).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return named.Select(term => Aliases.GetValueOrDefault(term) ?? term).Where(ById.ContainsKey).Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
