using System.Globalization;
using NodaTime;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Questions;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Storage.Tests.ReadModel;

/// <summary>Answers queries by walking through all records, with no thought of speed, straight from the definitions of the metrics.</summary>
public sealed class NaiveFigures(RandomWorld world, DateTimeZone zone, Query query)
{
    private readonly NaiveFacts facts = new(world, zone);
    private readonly Metric metric = Metrics.Get(query.Metric);

    private Query Query => query;

    private RandomWorld World => world;

    public IReadOnlyList<IReadOnlyList<object?>> Rows()
    {
        var (a, b) = (Side(query.Filters, query.Period), query.CompareTo is null ? null : OtherSide());
        if (query.GroupBy.Count == 0)
        {
            return [Values(a, b, "")];
        }

        var groups = a.Groups.Union(b?.Groups ?? []).ToHashSet();
        if (query.GroupBy is [var unit] && Dimensions.IsOfTime(unit) && metric.IsTotal)
        {
            var days = a.Days.Concat(b?.Days ?? []).ToList();
            for (var day = days.DefaultIfEmpty(new LocalDate(2018, 1, 1)).Min(); days.Count > 0 && day <= days.Max(); day = day.PlusDays(1))
            {
                groups.Add(Label(unit, day));
            }
        }

        var rows = groups.Select(group => (Labels: group.Split('\n'), Values: Values(a, b, group)))
            .OrderBy(row => Dimensions.IsOfTime(query.GroupBy[0]) && row.Labels[0] == Dimensions.None)
            .ThenBy(row => row.Labels[0], StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Labels[0], StringComparer.Ordinal)
            .ThenBy(row => row.Labels[^1], StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Labels[^1], StringComparer.Ordinal).ToList();
        var main = query.Aggregate == Aggregate.Share && b is null ? 1 : 0;
        if (query.Order is { } order)
        {
            rows = [.. rows.OrderBy(row => row.Values[main] is null).ThenBy(row => (order == Order.Ascending ? 1 : -1) * (double)(row.Values[main] ?? 0.0))];
        }

        return [.. rows.Take(query.Limit ?? int.MaxValue).Select(row => (IReadOnlyList<object?>)[.. row.Labels, .. row.Values])];
    }

    public static string Label(string unit, LocalDate day)
    {
        var date = day.ToDateTimeUnspecified();
        return unit switch
        {
            "day" => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "week" => $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}",
            "month" => date.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            "quarter" => $"{day.Year}-Q{Math.Ceiling(day.Month / 3.0)}",
            _ => date.ToString("yyyy", CultureInfo.InvariantCulture),
        };
    }

    private NaiveSide OtherSide()
    {
        var other = query.CompareTo!;
        return other.Value is { } value
            ? Side([.. query.Filters.Where(filter => filter.Dimension != value.Dimension), value], other.Period ?? query.Period)
            : Side(query.Filters, other.Period);
    }

    private object?[] Values(NaiveSide a, NaiveSide? b, string group)
    {
        var isShare = query.Aggregate == Aggregate.Share;
        if (b is null)
        {
            return isShare ? [a.Figure(group), a.Share(group)] : [a.Figure(group)];
        }

        var (left, right) = isShare ? (a.Share(group), b.Share(group)) : (a.Figure(group), b.Figure(group));
        return [left, right, right is null or 0 ? null : (left - right) / Math.Abs(right.Value)];
    }

    private NaiveSide Side(IReadOnlyList<QueryFilter> filters, Period? period)
    {
        QueryFilter[] whole = query.Aggregate == Aggregate.Share ? [.. filters.Where(filter => !filter.IsPart)] : [.. filters];
        return new(this, filters, whole, period);
    }

    private static bool Passes(QueryFilter filter, NaiveFact fact)
    {
        var value = fact.Dimensions[filter.Dimension];
        var isOne = filter.Values.Contains(value is null ? Dimensions.None : value, StringComparer.OrdinalIgnoreCase)
            || (filter.Dimension == "campaign" && filter.Values.Contains(fact.Id, StringComparer.OrdinalIgnoreCase) && fact.Dimensions.ContainsKey("channel") && !fact.Dimensions.ContainsKey("tier"));
        return isOne != filter.Exclude;
    }

    private static bool IsIn(Period? period, LocalDate? day) =>
        period is null or { From: null, To: null } || (day is { } known && (period.From is null || known >= period.From) && (period.To is null || known < period.To));

    private string GroupOf(NaiveFact fact) => string.Join('\n', query.GroupBy.Select(dimension =>
        Dimensions.IsOfTime(dimension) ? fact.Day is { } day ? Label(dimension, day) : Dimensions.None : fact.Dimensions[dimension] ?? Dimensions.None));

    private List<NaiveFact> Counted(string id, IReadOnlyList<QueryFilter> filters, Period? period) =>
        [.. facts.Of(id).Where(fact => filters.All(filter => Passes(filter, fact)) && IsIn(period, fact.Day))];

    private double? Simple(List<NaiveFact> counted)
    {
        double[] values = [.. counted.Where(fact => fact.Value is not null).Select(fact => fact.Value!.Value).Order()];
        return query.Metric switch
        {
            _ when query.Aggregate == Aggregate.Median || (query.Aggregate != Aggregate.Average && query.Metric is Metrics.TimeToAccept or Metrics.TimeToContact) =>
                values.Length == 0 ? null : values.Length % 2 == 1 ? values[values.Length / 2] : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2,
            Metrics.RecycledLeads => counted.Select(fact => fact.Id).Distinct().Count(),
            Metrics.Revenue or Metrics.PipelineValue or Metrics.Spend => values.Sum(),
            _ when metric.IsTotal => counted.Count,
            _ => counted.Count == 0 ? null : values.Sum() / counted.Count,
        };
    }

    // The same campaigns and period: those that start in the period, and in it their leads, won deals or revenue.
    private double? OfCampaigns(string group, IReadOnlyList<QueryFilter> filters, Period? period)
    {
        var campaigns = CampaignsOf(group, filters, period);
        var isAll = query.Metric == Metrics.CustomerAcquisitionCost && filters.Count == 0 && query.GroupBy.All(Dimensions.IsOfTime);
        var gained = Counted(query.Metric switch { Metrics.CostPerLead => Metrics.Leads, Metrics.Roi => Metrics.Revenue, _ => Metrics.WonDeals }, [], period)
            .Where(fact => group.Length == 0 || !Dimensions.IsOfTime(query.GroupBy[0]) || Time(fact) == group.Split('\n')[0])
            .Where(fact => isAll || campaigns.Any(campaign => Is(campaign, fact.Dimensions["campaign"]))).ToList();
        var spend = campaigns.Sum(campaign => (double)(campaign.Spend ?? 0));
        return query.Metric == Metrics.Roi
            ? spend == 0 ? null : (gained.Sum(fact => fact.Value ?? 0) - spend) / spend
            : gained.Count == 0 ? null : spend / gained.Count;
    }

    private List<Campaign> CampaignsOf(string group, IReadOnlyList<QueryFilter> filters, Period? period) =>
    [
        .. world.Campaigns.Where(campaign => IsIn(period, campaign.StartsOn) && filters.All(filter => Passes(filter, facts.Fact(campaign)))
            && (group.Length == 0 || GroupOf(facts.Fact(campaign)) == group)),
    ];

    private string Time(NaiveFact fact) => fact.Day is { } day ? Label(query.GroupBy[0], day) : Dimensions.None;

    private static bool Is(Campaign campaign, string? name) => name is not null
        && (name.Equals(campaign.Id, StringComparison.OrdinalIgnoreCase) || name.Equals(campaign.Name, StringComparison.OrdinalIgnoreCase));

    private double? Quota(string group, IReadOnlyList<QueryFilter> filters, Period? period)
    {
        var revenue = Counted(Metrics.Revenue, filters, period).Where(fact => group.Length == 0 || GroupOf(fact) == group).Sum(fact => fact.Value ?? 0);
        var targets = NaiveTargets.Of(world.Targets, query.GroupBy, filters, period).Where(target => group.Length == 0 || target.GroupOf(query.GroupBy) == group).ToList();
        var sum = targets.Where(target => !targets.Any(other => other.Holds(target))).Sum(target => (double)target.Target.Value);
        return sum == 0 ? null : revenue / sum;
    }

    private sealed class NaiveSide(NaiveFigures figures, IReadOnlyList<QueryFilter> filters, IReadOnlyList<QueryFilter> whole, Period? period)
    {
        public IEnumerable<string> Groups => figures.Query.Metric switch
        {
            Metrics.CostPerLead or Metrics.Roi => figures.CampaignsOf("", whole, period).Select(campaign => figures.GroupOf(figures.facts.Fact(campaign))),
            Metrics.CustomerAcquisitionCost => figures.CampaignsOf("", whole, period).Select(campaign => figures.GroupOf(figures.facts.Fact(campaign)))
                .Concat(whole.Count == 0 && figures.Query.GroupBy.All(Dimensions.IsOfTime) ? figures.Counted(Metrics.WonDeals, [], period).Select(figures.GroupOf) : []),
            Metrics.QuotaAttainment => figures.Counted(Metrics.Revenue, whole, period).Select(figures.GroupOf)
                .Concat(NaiveTargets.Of(figures.World.Targets, figures.Query.GroupBy, whole, period).Select(target => target.GroupOf(figures.Query.GroupBy)).OfType<string>()),
            _ => figures.Counted(figures.Query.Metric, whole, period).Select(figures.GroupOf),
        };

        public IEnumerable<LocalDate> Days => figures.Counted(figures.Query.Metric, whole, period).Select(fact => fact.Day).OfType<LocalDate>();

        public double? Figure(string group) => Figure(group, filters);

        public double? Share(string group)
        {
            var of = whole.Count < filters.Count ? Figure(group, whole) : Figure("", filters);
            return of is null or 0 ? null : Figure(group) / of;
        }

        private double? Figure(string group, IReadOnlyList<QueryFilter> kept) => figures.Query.Metric switch
        {
            Metrics.CostPerLead or Metrics.CustomerAcquisitionCost or Metrics.Roi => figures.OfCampaigns(group, kept, period),
            Metrics.QuotaAttainment => figures.Quota(group, kept, period),
            _ => figures.Simple([.. figures.Counted(figures.Query.Metric, kept, period).Where(fact => group.Length == 0 || figures.GroupOf(fact) == group)]),
        };
    }
}
