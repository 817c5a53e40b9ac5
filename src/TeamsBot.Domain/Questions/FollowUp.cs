using NodaTime;

namespace TeamsBot.Domain.Questions;

/// <summary>Changes one part of the last question, and keeps the rest.</summary>
internal static class FollowUp
{
    public static Query Merge(Query last, Metric metric, Parts parts, LocalDate today)
    {
        var query = last with { Metric = metric.Id, Form = QueryForm.Figure };
        query = Periods(query, parts, today);
        query = Values(query, parts);
        query = Groups(query, parts);
        if (parts.Count is { } count && query.Limit is not null)
        {
            query = query with { Limit = count };
        }

        if (parts.IsTrend && !query.GroupBy.Any(Dimensions.IsOfTime))
        {
            query = query with { GroupBy = [Composition.Grain(query.Period)], Order = null, Limit = null };
        }

        return Aggregates(query, metric, parts);
    }

    private static Query Periods(Query query, Parts parts, LocalDate today)
    {
        if (parts.Periods.Count > 0)
        {
            var (period, other) = parts.Span(today);
            if (parts.Periods is [{ IsPrevious: true }] && !parts.IsComparing && query.Period is { } last && RelativePeriods.Before(last) is { } moved)
            {
                return query with { Period = moved };
            }

            var isAdded = parts.IsComparing && parts.Periods.Count == 1 && other is null && query.Period is not null;
            return isAdded
                ? query with { CompareTo = new Comparison { Period = parts.Periods[0].IsPrevious ? RelativePeriods.Before(query.Period!) ?? period : period } }
                : query with { Period = period, CompareTo = other is not null ? new Comparison { Period = other } : query.CompareTo?.Value is null ? null : query.CompareTo };
        }

        if (parts.IsEarlier && !parts.IsComparing && query.Period is { } asked && RelativePeriods.Before(asked) is { } earlier)
        {
            return query with { Period = earlier };
        }

        if (!parts.WithPrevious && !parts.WithYearAgo)
        {
            return query;
        }

        var now = query.Period ?? RelativePeriods.Around(today, parts.PreviousUnit, 0);
        var before = parts.WithYearAgo ? RelativePeriods.YearBefore(now) : RelativePeriods.Before(now);
        return before is null ? query : query with { Period = now, CompareTo = new Comparison { Period = before } };
    }

    private static Query Values(Query query, Parts parts)
    {
        if (parts.Values.Count == 0)
        {
            return query;
        }

        // "swap West for East" names what goes, too.
        var coming = parts.Values.Where(value => !query.Filters.Any(old => old.Dimension == value.Dimension && old.Values.Contains(value.Value))).ToList();
        var added = parts.IsReplacing && coming.Count > 0 ? (parts with { Values = coming }).Filters : parts.Filters;
        var other = added.FirstOrDefault(filter => !filter.Exclude && parts.IsComparing && filter.Values.Count == 1
            && query.Filters.Any(old => old.Dimension == filter.Dimension && !old.Exclude && old.Values.Count == 1));
        if (other is not null)
        {
            return query with { CompareTo = new Comparison { Value = other } };
        }

        var isPart = query.Aggregate == Aggregate.Share && query.Filters.Any(filter => filter.IsPart);
        return query with
        {
            Filters = [.. query.Filters.Where(old => !added.Any(filter => filter.Dimension == old.Dimension)), .. added.Select(filter => filter with { IsPart = isPart && query.Filters.Any(old => old.IsPart && old.Dimension == filter.Dimension) })],
            CompareTo = query.CompareTo?.Value is { } compared && added.Any(filter => filter.Dimension == compared.Dimension) ? null : query.CompareTo,
        };
    }

    private static Query Groups(Query query, Parts parts)
    {
        var grouping = parts.Grouping;
        if (grouping.Dimensions.Count == 0)
        {
            return grouping.Order is null || query.GroupBy.Count == 0 ? query : query with { Order = grouping.Order, Limit = grouping.Limit };
        }

        var isTime = grouping.Dimensions.Any(Dimensions.IsOfTime);
        return query with
        {
            GroupBy = Composition.Ordered(grouping.Dimensions),
            Order = grouping.Order ?? (isTime ? null : query.Order),
            Limit = grouping.Limit ?? (isTime ? null : query.Limit),
            CompareTo = query.CompareTo?.Period is not null && isTime ? null : query.CompareTo,
        };
    }

    private static Query Aggregates(Query query, Metric metric, Parts parts)
    {
        var aggregate = parts.Aggregate == Aggregate.Median && metric.HasMedian ? Aggregate.Median
            : parts.IsShare && metric.IsTotal && (query.GroupBy.Count > 0 || query.Filters.Any(filter => !filter.Exclude)) ? Aggregate.Share
            : query.Aggregate;
        if (aggregate == Aggregate.Share && (!metric.IsTotal || query.CompareTo is not null))
        {
            aggregate = null;
        }

        if (aggregate is Aggregate.Median or Aggregate.Average && !metric.HasMedian)
        {
            aggregate = null;
        }

        var filters = aggregate == Aggregate.Share ? query.Filters : [.. query.Filters.Select(filter => filter with { IsPart = false })];
        if (aggregate == Aggregate.Share && query.GroupBy.Count == 0 && !filters.Any(filter => filter.IsPart))
        {
            filters = [.. filters.Select((filter, i) => filter with { IsPart = i == filters.Count - 1 })];
        }

        return query with { Aggregate = aggregate, Filters = filters };
    }
}
