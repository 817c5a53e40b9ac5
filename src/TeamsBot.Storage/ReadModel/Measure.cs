using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Questions;

namespace TeamsBot.Storage.ReadModel;

/// <summary>How the values of a group become its figure.</summary>
internal enum Fold
{
    Count,
    Sum,

    /// <summary>The sum over the number of records. Of ones and zeros it is a rate.</summary>
    Average,
    Median,

    /// <summary>The number of different values.</summary>
    Distinct,

    /// <summary>The sum of one value over the sum of another.</summary>
    Ratio,
}

/// <summary>How a metric is computed: whose rows count, by which date, and what is made of them.</summary>
/// <param name="Date">The column that a period refers to.</param>
/// <param name="Where">What a row must fulfil besides; null for every row.</param>
/// <param name="Value">What is folded, an expression over columns.</param>
internal sealed record Measure(FactTable Facts, string Date, Fold Fold, string? Where = null, string? Value = null)
{
    private const string Won = "state = 1";
    private const string Days = "(closed_at - opened_at) / 864000000000.0";

    private static readonly Dictionary<string, Measure> s_all = new()
    {
        [Metrics.Leads] = new(FactTable.Leads, "created_at", Fold.Count),
        [Metrics.Mqls] = new(FactTable.Leads, "mql_at", Fold.Count, "is_mql = 1"),
        [Metrics.ConversionRate] = new(FactTable.Leads, "created_at", Fold.Average, Value: "won"),
        [Metrics.RecycledLeads] = new(FactTable.Recyclings, "recycled_at", Fold.Distinct, Value: "lead.key"),
        [Metrics.Handoffs] = new(FactTable.Handoffs, "requested_at", Fold.Count),
        [Metrics.AcceptedHandoffs] = new(FactTable.Handoffs, "requested_at", Fold.Count, "accepted = 1"),
        [Metrics.RejectedHandoffs] = new(FactTable.Handoffs, "requested_at", Fold.Count, InState(HandoffState.Rejected)),
        [Metrics.PendingHandoffs] = new(FactTable.Handoffs, "requested_at", Fold.Count, InState(HandoffState.Waiting)),
        [Metrics.AcceptanceRate] = new(FactTable.Handoffs, "requested_at", Fold.Average, $"(accepted = 1 OR {InState(HandoffState.Rejected)})", "accepted"),
        [Metrics.TimeToAccept] = new(FactTable.Handoffs, "accepted_at", Fold.Median, "accept_minutes IS NOT NULL", "accept_minutes"),
        [Metrics.TimeToContact] = new(FactTable.Handoffs, "contacted_at", Fold.Median, "contact_minutes IS NOT NULL", "contact_minutes"),
        [Metrics.SlaMetRate] = new(FactTable.Clocks, "clock_due_at", Fold.Average, Value: "met"),
        [Metrics.SlaBreaches] = new(FactTable.Clocks, "clock_due_at", Fold.Count, "met = 0"),
        [Metrics.Deals] = new(FactTable.Deals, "opened_at", Fold.Count),
        [Metrics.OpenDeals] = new(FactTable.Deals, "opened_at", Fold.Count, "state = 0"),
        [Metrics.WonDeals] = new(FactTable.Deals, "closed_at", Fold.Count, Won),
        [Metrics.LostDeals] = new(FactTable.Deals, "closed_at", Fold.Count, "state = 2"),
        [Metrics.WinRate] = new(FactTable.Deals, "closed_at", Fold.Average, "state > 0", Won),
        [Metrics.Revenue] = new(FactTable.Deals, "closed_at", Fold.Sum, Won, "value"),
        [Metrics.AverageDealSize] = new(FactTable.Deals, "closed_at", Fold.Average, Won, "value"),
        [Metrics.PipelineValue] = new(FactTable.Deals, "opened_at", Fold.Sum, "state = 0", "value"),
        [Metrics.SalesCycle] = new(FactTable.Deals, "closed_at", Fold.Average, Won + " AND closed_at IS NOT NULL AND opened_at IS NOT NULL", Days),
        [Metrics.Spend] = new(FactTable.Campaigns, "starts_on", Fold.Sum, "spend IS NOT NULL", "spend"),
        [Metrics.Campaigns] = new(FactTable.Campaigns, "starts_on", Fold.Count),
        [Metrics.AnnouncementReach] = new(FactTable.Announcements, "posted_at", Fold.Ratio, Value: "acknowledged") { Over = "members" },

        // These four are put together from others; what stands here is what their records are listed by.
        [Metrics.CostPerLead] = new(FactTable.Campaigns, "starts_on", Fold.Sum, Value: "spend"),
        [Metrics.CustomerAcquisitionCost] = new(FactTable.Campaigns, "starts_on", Fold.Sum, Value: "spend"),
        [Metrics.Roi] = new(FactTable.Campaigns, "starts_on", Fold.Sum, Value: "spend"),
        [Metrics.Funnel] = new(FactTable.Leads, "created_at", Fold.Count),
    };

    /// <summary>What the sum is divided by, for a ratio.</summary>
    public string? Over { get; init; }

    /// <summary>The date is a day as somebody wrote it, not a moment.</summary>
    public bool IsByDay => Date == "starts_on";

    /// <summary>The values are amounts of money whose currency the row names.</summary>
    public bool HasCurrency => Value == "value";

    public static Measure Of(string metric, Aggregate? aggregate = null)
    {
        var measure = s_all[metric];
        return aggregate switch
        {
            Aggregate.Average => measure with { Fold = Fold.Average },
            Aggregate.Median => measure with { Fold = Fold.Median },
            _ => measure,
        };
    }

    private static string InState(HandoffState state) => $"state = {(int)state}";
}
