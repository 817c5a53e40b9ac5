using NodaTime;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Tables.Sqlite;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Storage.ReadModel;

/// <summary>
/// Spend against what it brought: the leads, won deals or revenue of the same campaigns in the same period. A lead's campaign is a
/// campaign's id or its name.
/// </summary>
internal sealed class CampaignFigures(ModelSnapshot model, string metric, DateTimeZone zone)
{
    private static readonly GroupKey s_all = new(0, 0);

    private readonly Dictionary<long, List<long>> namesOf = [];

    public FigureSide Run(IReadOnlyList<QueryFilter> filters, Period? period, IReadOnlyList<string> groupBy)
    {
        ReadNames();
        var total = Compute(filters, period, []).GetValueOrDefault(s_all);
        var groups = groupBy.Count == 0 ? [] : Compute(filters, period, groupBy);
        return new(groups, total, Currency: null);
    }

    private static string Gain(string metric) => metric switch
    {
        Metrics.CostPerLead => Metrics.Leads,
        Metrics.Roi => Metrics.Revenue,
        _ => Metrics.WonDeals,
    };

    private Dictionary<GroupKey, Cell> Compute(IReadOnlyList<QueryFilter> filters, Period? period, IReadOnlyList<string> groupBy)
    {
        var unit = groupBy.FirstOrDefault(Dimensions.IsOfTime);
        var spent = Spent(filters, period, groupBy);
        var scan = new FactScan(model, Measure.Of(Gain(metric)), zone).Run([], period, unit is null ? ["campaign"] : [unit, "campaign"]);
        var gained = scan.Groups.ToLookup(group => unit is null ? 0 : group.Key.First, group => (Name: unit is null ? group.Key.First : group.Key.Second, group.Value));

        // The cost of a customer is that of all customers, unless campaigns are singled out.
        var isOfAll = metric == Metrics.CustomerAcquisitionCost && filters.Count == 0 && groupBy.Count == (unit is null ? 0 : 1);
        if (isOfAll)
        {
            foreach (var key in gained.Select(stretch => new GroupKey(stretch.Key, 0)).Where(key => !spent.ContainsKey(key)))
            {
                spent[key] = new();
            }
        }

        return spent.ToDictionary(group => group.Key, group =>
        {
            var ofGroup = gained[unit is null ? 0 : group.Key.First].Where(gain => isOfAll || group.Value.Names.Contains(gain.Name)).Select(gain => gain.Value).ToList();
            return new Cell(Figure(group.Value.Spend, ofGroup.Sum(gain => gain.Value ?? 0)), group.Value.Campaigns + ofGroup.Sum(gain => gain.Records));
        });
    }

    private double? Figure(double spend, double gain) => metric == Metrics.Roi
        ? spend == 0 ? null : (gain - spend) / spend
        : gain == 0 ? null : spend / gain;

    private Dictionary<GroupKey, Spending> Spent(IReadOnlyList<QueryFilter> filters, Period? period, IReadOnlyList<string> groupBy)
    {
        var measure = Measure.Of(metric);
        var conditions = new FactConditions(model).Where(Subject.Campaigns, filters).Within(measure, period, zone);
        string[] columns = ["campaigns.key", "spend", .. groupBy.Select(dimension => Dimensions.IsOfTime(dimension) ? measure.Date : model.Column(Subject.Campaigns, dimension))];
        using var rows = conditions.Prepare($"SELECT {string.Join(", ", columns)} FROM campaigns{conditions.Sql}");
        var buckets = groupBy is [var unit, ..] && Dimensions.IsOfTime(unit) ? new TimeBuckets(unit, zone, isByDay: true) : null;
        Dictionary<GroupKey, Spending> spent = groupBy.Count == 0 ? new() { [s_all] = new() } : [];
        while (rows.Step())
        {
            var key = new GroupKey(groupBy.Count == 0 ? 0 : First(rows, buckets), groupBy.Count == 2 ? rows.Int64(3) : 0);
            var group = spent.TryGetValue(key, out var known) ? known : spent[key] = new();
            group.Add(rows.Double(1), namesOf[rows.Int64(0)]);
        }

        return spent;
    }

    private static long First(Statement rows, TimeBuckets? buckets) =>
        buckets is null ? rows.Int64(2) : rows.IsNull(2) ? TimeBuckets.None : buckets.Of(rows.Int64(2));

    private void ReadNames()
    {
        using var names = new Statement(model.Connection, """
            SELECT campaigns.key, same.key FROM campaigns
            JOIN value ON value.key IN (campaigns.campaign, campaigns.campaign_id)
            JOIN value AS same ON same.folded = value.folded
            """);
        while (names.Step())
        {
            (namesOf.TryGetValue(names.Int64(0), out var known) ? known : namesOf[names.Int64(0)] = []).Add(names.Int64(1));
        }
    }

    private sealed class Spending
    {
        public double Spend { get; private set; }

        public long Campaigns { get; private set; }

        public HashSet<long> Names { get; } = [];

        public void Add(double spend, IEnumerable<long> names)
        {
            Spend += spend;
            Campaigns++;
            Names.UnionWith(names);
        }
    }
}
