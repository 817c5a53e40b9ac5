using TeamsBot.Domain.Questions;

namespace TeamsBot.Benchmarks.Load;

/// <summary>A question as people ask it, and the same in plain SQL on the same file, as somebody would write it who knows the tables.</summary>
internal sealed record TypicalQuestion(string Text, Query Query, string Sql)
{
    private const string Year = "BETWEEN 15147648000000000 AND 15463007999999999";
    private const string March = "BETWEEN 15198624000000000 AND 15225407999999999";
    private static readonly Period In2018 = new(new(2018, 1, 1), new(2019, 1, 1));
    private static readonly Period InMarch = new(new(2018, 3, 1), new(2018, 4, 1));

    public static IReadOnlyList<TypicalQuestion> All { get; } =
    [
        new("leads in March", new(Metrics.Leads) { Period = InMarch }, $"SELECT count(*) FROM lead WHERE created_at {March}"),
        new("all leads", new(Metrics.Leads), "SELECT count(*) FROM lead"),
        new("leads by source", new(Metrics.Leads) { GroupBy = ["source"] }, "SELECT text, count(*) FROM lead LEFT JOIN value ON value.key = source GROUP BY source"),
        new("leads by month of 2018", new(Metrics.Leads) { GroupBy = ["month"], Period = In2018 }, $"SELECT {Month("created_at")}, count(*) FROM lead WHERE created_at {Year} GROUP BY 1"),
        new("leads by week and source in March", new(Metrics.Leads) { GroupBy = ["week", "source"], Period = InMarch }, $"SELECT {Week("created_at")}, source, count(*) FROM lead WHERE created_at {March} GROUP BY 1, 2"),
        new("top 5 campaigns by leads", new(Metrics.Leads) { GroupBy = ["campaign"], Order = Order.Descending, Limit = 5 }, "SELECT campaign, count(*) FROM lead GROUP BY campaign ORDER BY 2 DESC LIMIT 5"),
        new("MQLs by country in 2018", new(Metrics.Mqls) { GroupBy = ["country"], Period = In2018 }, $"SELECT country, count(*) FROM lead WHERE is_mql = 1 AND mql_at {Year} GROUP BY country"),
        new("conversion rate by source", new(Metrics.ConversionRate) { GroupBy = ["source"] }, "SELECT source, avg(won) FROM lead GROUP BY source"),
        new("share of social in March", new(Metrics.Leads) { Aggregate = Aggregate.Share, Filters = [new("source", ["social"], IsPart: true)], Period = InMarch }, $"SELECT avg(source IS (SELECT key FROM value WHERE text = 'social')) FROM lead WHERE created_at {March}"),
        new("2018 against the year before", new(Metrics.Leads) { Period = In2018, CompareTo = new() { Period = new(new(2017, 1, 1), new(2018, 1, 1)) } }, $"SELECT count(*) FROM lead WHERE created_at {Year} UNION ALL SELECT count(*) FROM lead WHERE created_at BETWEEN 14832288000000000 AND 15147647999999999"),
        new("leads of two campaigns but social", new(Metrics.Leads) { Filters = [new("campaign", ["campaign 7", "Campaign 8"]), new("source", ["social"], Exclude: true)] }, "SELECT count(*) FROM lead WHERE campaign IN (SELECT key FROM value WHERE text IN ('campaign 7', 'campaign 8')) AND source IS NOT (SELECT key FROM value WHERE text = 'social')"),
        new("leads by lead type", new(Metrics.Leads) { GroupBy = ["lead_type"] }, "SELECT attribute_1, count(*) FROM lead GROUP BY attribute_1"),
        new("revenue by rep in 2018", new(Metrics.Revenue) { GroupBy = ["rep"], Period = In2018 }, $"SELECT rep, sum(value) FROM deal WHERE state = 1 AND closed_at {Year} GROUP BY rep"),
        new("revenue by quarter", new(Metrics.Revenue) { GroupBy = ["quarter"] }, $"SELECT {Month("closed_at")}, sum(value) FROM deal WHERE state = 1 GROUP BY 1"),
        new("win rate by region", new(Metrics.WinRate) { GroupBy = ["region"] }, "SELECT region, avg(state = 1) FROM deal WHERE state > 0 GROUP BY region"),
        new("won deals in March", new(Metrics.WonDeals) { Period = InMarch }, $"SELECT count(*) FROM deal WHERE state = 1 AND closed_at {March}"),
        new("median sales cycle", new(Metrics.SalesCycle) { Aggregate = Aggregate.Median }, "SELECT avg(days) FROM (SELECT closed_at - opened_at AS days FROM deal WHERE state = 1 AND closed_at IS NOT NULL AND opened_at IS NOT NULL ORDER BY 1 LIMIT 2 OFFSET (SELECT count(*) / 2 FROM deal WHERE state = 1))"),
        new("average deal by segment", new(Metrics.AverageDealSize) { GroupBy = ["segment"] }, "SELECT segment, avg(value) FROM deal WHERE state = 1 GROUP BY segment"),
        new("pipeline by stage", new(Metrics.PipelineValue) { GroupBy = ["stage"] }, "SELECT stage, sum(value) FROM deal WHERE state = 0 GROUP BY stage"),
        new("newest leads of an account", new(Metrics.Leads) { Form = QueryForm.List, Filters = [new("account", ["Company 77"])], Limit = 20 }, "SELECT * FROM lead WHERE account = (SELECT key FROM value WHERE text = 'Company 77') ORDER BY created_at DESC LIMIT 20"),
    ];

    private static string Month(string column) => $"strftime('%Y-%m', {column} / 10000000, 'unixepoch')";

    private static string Week(string column) => $"strftime('%G-%V', {column} / 10000000, 'unixepoch')";
}
