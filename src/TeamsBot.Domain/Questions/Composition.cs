using NodaTime;

namespace TeamsBot.Domain.Questions;

/// <summary>Makes a whole query of a metric and the parts of a sentence.</summary>
internal sealed class Composition(Metric metric, IReadOnlyCollection<string> words, Parts parts, LocalDate today, Draft draft)
{
    private const int DaysForMonths = 62;
    private const int DaysForWeeks = 21;

    // Where less is better, the best is the least.
    private static readonly string[] s_lessIsBetter = [Metrics.SalesCycle, Metrics.CostPerLead, Metrics.CustomerAcquisitionCost, Metrics.TimeToAccept, Metrics.TimeToContact, Metrics.SlaBreaches, Metrics.LostDeals];

    public Query Query()
    {
        var (period, other) = Now() ?? parts.Span(today);
        var query = new Query(metric.Id)
        {
            Aggregate = Aggregate(),
            Filters = parts.Filters,
            GroupBy = Ordered(parts.Grouping.Dimensions),
            Period = period,
            CompareTo = other is null ? null : new Comparison { Period = other },
            Order = parts.Grouping.Dimensions.Count > 0 ? Order() : null,
            Limit = parts.Grouping.Dimensions.Count > 0 ? parts.Grouping.Limit : null,
        };
        query = CompareValues(query);
        query = Trend(query);
        return IsList(query) ? query with { Form = QueryForm.List, GroupBy = [], Aggregate = null } : IsSla() ? query with { Form = QueryForm.Sla } : Share(query);
    }

    /// <summary>Time first.</summary>
    public static IReadOnlyList<string> Ordered(IEnumerable<string> dimensions) => [.. dimensions.OrderBy(dimension => Dimensions.IsOfTime(dimension) ? 0 : 1).Take(2)];

    /// <summary>A grain that gives a readable number of points.</summary>
    public static string Grain(Period? period) => period is { From: { } from, To: { } to }
        ? NodaTime.Period.DaysBetween(from, to) switch { > DaysForMonths => "month", > DaysForWeeks => "week", _ => "day" }
        : "month";

    // "new deals vs last month": the one that is compared is the current one.
    private (Period? Period, Period? Other)? Now()
    {
        if (parts.Periods is not [{ Period: { From: { } from, To: { } to } before } named] || draft.Before(named.From) is not (var sign and >= 0) || parts.Values.Count > 1 || sign == 0
            || !(draft.Pieces[sign].Op("compare") || draft.Pieces[sign].Op("versus") || draft.Pieces[sign].Op("than")))
        {
            return null;
        }

        var months = NodaTime.Period.Between(from, to, PeriodUnits.Months).Months;
        var end = from.PlusMonths(months) == to ? to.PlusMonths(months) : to.PlusDays(NodaTime.Period.DaysBetween(from, to));
        return to <= today && today < end ? (new(to, end), before) : null;
    }

    private Order? Order() =>
        parts.Grouping is { Order: { } order, IsQuality: true } && s_lessIsBetter.Contains(metric.Id)
            ? order == Questions.Order.Descending ? Questions.Order.Ascending : Questions.Order.Descending
            : parts.Grouping.Order;

    private Aggregate? Aggregate() => parts.Aggregate switch
    {
        Questions.Aggregate.Median when metric.HasMedian => metric.Id is Metrics.TimeToAccept or Metrics.TimeToContact ? null : Questions.Aggregate.Median,
        Questions.Aggregate.Average when metric.Id is Metrics.TimeToAccept or Metrics.TimeToContact => Questions.Aggregate.Average,
        _ => null,
    };

    private Query CompareValues(Query query)
    {
        var pair = parts.Values.Where(value => !value.IsExcluded).GroupBy(value => value.Dimension).FirstOrDefault(group => group.Count() >= 2);
        if (pair is null || !parts.IsComparing || query.CompareTo is not null)
        {
            return query;
        }

        var sides = pair.Select(value => value.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        IReadOnlyList<string> groups = [.. query.GroupBy.Where(dimension => dimension != pair.Key)];
        if (sides.Count > 2)
        {
            return query with { GroupBy = [.. groups.Take(1), pair.Key], Order = null, Limit = null };
        }

        return sides.Count < 2 ? query : query with
        {
            Filters = [.. query.Filters.Select(filter => filter.Dimension == pair.Key && !filter.Exclude ? filter with { Values = [sides[0]] } : filter)],
            CompareTo = new Comparison { Value = new(pair.Key, [sides[1]]) },
            GroupBy = groups,
            Order = null,
            Limit = null,
        };
    }

    private Query Trend(Query query) =>
        parts.IsTrend && !query.GroupBy.Any(Dimensions.IsOfTime) && query.CompareTo is null
            ? query with { GroupBy = Ordered([Grain(query.Period), .. query.GroupBy]) }
            : query;

    private Query Share(Query query)
    {
        if (!parts.IsShare || !metric.IsTotal || query.CompareTo is not null)
        {
            return query;
        }

        var included = query.Filters.Where(filter => !filter.Exclude).ToList();
        if (included.Count == 0 || (query.GroupBy.Count > 0 && !query.GroupBy.All(Dimensions.IsOfTime)))
        {
            return query.GroupBy.Count > 0 ? query with { Aggregate = Questions.Aggregate.Share } : query;
        }

        var part = included.Count == 1 ? included[0] : Part(included);
        return query with { Aggregate = Questions.Aggregate.Share, Filters = [.. query.Filters.Select(filter => filter == part ? filter with { IsPart = true } : filter)] };
    }

    // "of the leads from Poland, what share came from email": the value that follows where it comes from; in Chinese the one before "share".
    private QueryFilter Part(IReadOnlyList<QueryFilter> included)
    {
        var named = parts.Values.Where(value => !value.IsExcluded).ToList();
        var share = draft.FindWord("share");
        NamedValue chosen;
        if (draft.Language == People.Language.Chinese)
        {
            chosen = named.LastOrDefault(value => value.At < share) ?? named[^1];
        }
        else
        {
            chosen = named.FirstOrDefault(value => (draft.After(value.At) == share && !draft.IsParted(value.At, share)) || (draft.Before(value.At) == share && draft.After(value.At) is var next and >= 0 && (draft.Pieces[next].Op("from") || draft.Pieces[next].Op("in")))) ?? named.LastOrDefault(value => draft.Before(value.At) is var before and >= 0 && (draft.Pieces[before].Op("from") || draft.Pieces[before].Op("bring"))) ?? named[^1];
        }

        return included.First(filter => filter.Dimension == chosen.Dimension);
    }

    private bool IsList(Query query) =>
        parts.IsList && query.GroupBy.Count == 0 && query.CompareTo is null && !words.Contains("count") && !words.Contains("share")
        && metric.Unit == Unit.Count && metric.Id is not Metrics.Funnel;

    private bool IsSla() => metric.Id == Metrics.SlaMetRate && words.Contains("sla") && !words.Contains("share") && !words.Contains("met") && !words.Contains("=" + Metrics.SlaMetRate);
}
