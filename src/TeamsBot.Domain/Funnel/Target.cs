namespace TeamsBot.Domain.Funnel;

/// <summary>What somebody set out to reach: a metric's value in a period, for one rep, team or campaign, or for the company.</summary>
/// <param name="Metric">As metrics are named: revenue, mqls.</param>
/// <param name="Period">As periods are labelled: 2018, 2018-Q1, 2018-03.</param>
/// <param name="Value">In the metric's own unit.</param>
public sealed record Target(string Metric, string Period, decimal Value)
{
    /// <summary>rep, team, campaign; null for the company as a whole.</summary>
    public string? Dimension { get; init; }

    /// <summary>Which rep, team or campaign; null for the company as a whole.</summary>
    public string? Member { get; init; }
}
