using NodaTime;
using TeamsBot.Domain.Questions;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Answers a query of any form from one snapshot.</summary>
internal sealed class FigureQuery(ModelSnapshot model, Query query, DateTimeZone zone)
{
    private readonly Metric metric = Metrics.Get(query.Metric);

    public Figures Run() => (query.Form, query.Metric) switch
    {
        (QueryForm.List or QueryForm.Record, _) => new RecordList(model, query, zone).Run(),
        (_, Metrics.Funnel) => new FunnelFigures(model, zone).Run(query.Filters, query.Period),
        _ => new FigureTable(model, query, metric, Shares(query.Filters, query.Period), Compared()).Build(),
    };

    private FigureShares? Compared()
    {
        if (query.CompareTo is not { } other)
        {
            return null;
        }

        var filters = other.Value is { } value ? [.. query.Filters.Where(filter => filter.Dimension != value.Dimension), value] : query.Filters;
        return Shares(filters, other.Value is not null && other.Period is null ? query.Period : other.Period);
    }

    private FigureShares Shares(IReadOnlyList<QueryFilter> filters, Period? period)
    {
        var side = Side(filters, period);
        if (query.Aggregate != Aggregate.Share)
        {
            return new(side, null);
        }

        QueryFilter[] whole = [.. filters.Where(filter => !filter.IsPart)];
        return new(side, whole.Length < filters.Count ? Side(whole, period) : null);
    }

    private FigureSide Side(IReadOnlyList<QueryFilter> filters, Period? period) => query.Metric switch
    {
        Metrics.CostPerLead or Metrics.CustomerAcquisitionCost or Metrics.Roi => new CampaignFigures(model, query.Metric, zone).Run(filters, period, query.GroupBy),
        Metrics.QuotaAttainment => new QuotaFigures(model, zone).Run(filters, period, query.GroupBy),
        _ => new FactScan(model, Measure.Of(query.Metric, query.Aggregate), zone).Run(filters, period, query.GroupBy),
    };
}

/// <summary>One side of an answer.</summary>
/// <param name="Whole">What shares are taken of, group by group; null where it is the total.</param>
internal sealed record FigureShares(FigureSide Side, FigureSide? Whole)
{
    /// <summary>The groups that records were found for.</summary>
    public IEnumerable<GroupKey> Keys => (Whole ?? Side).Groups.Keys;

    public long Records => (Whole ?? Side).Total.Records;

    /// <param name="key">Null for all together.</param>
    /// <param name="missing">The figure of a group that has no records.</param>
    public double? Figure(GroupKey? key, double? missing) =>
        key is not { } group ? Side.Total.Value : Side.Groups.TryGetValue(group, out var cell) ? cell.Value : missing;

    /// <inheritdoc cref="Figure"/>
    public double? Share(GroupKey? key)
    {
        var of = Whole is null ? Side.Total.Value : key is { } group ? Whole.Groups.GetValueOrDefault(group).Value : Whole.Total.Value;
        return of is null or 0 ? null : Figure(key, missing: 0) / of;
    }
}
