using NodaTime;
using TeamsBot.Domain.Questions;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Storage.Tests.ReadModel;

/// <summary>Queries drawn by chance, of which each has an answer.</summary>
public sealed class RandomQueries(int seed, Vocabulary vocabulary)
{
    private readonly Random random = new(seed);

    /// <summary>Every metric in turn.</summary>
    public IEnumerable<Query> Take(int count)
    {
        Metric[] metrics = [.. Metrics.All.Where(metric => metric.Id != Metrics.Funnel)];
        for (var i = 0; i < count; i++)
        {
            var query = Next(metrics[i % metrics.Length]);
            yield return QueryRules.WhyNot(query, vocabulary) is { } why ? throw new InvalidOperationException($"{why} {query}") : query;
        }
    }

    private bool Chance(double probability) => random.NextDouble() < probability;

    private T Pick<T>(params IReadOnlyList<T> some) => some[random.Next(some.Count)];

    private Query Next(Metric metric)
    {
        string[] dimensions = [.. vocabulary.Dimensions.Select(dimension => dimension.Id).Where(dimension => metric.CanFilter(dimension, vocabulary))];
        var aggregate = metric.IsTotal && Chance(0.25) ? Aggregate.Share : metric.HasMedian && Chance(0.5) ? Pick(Aggregate.Average, Aggregate.Median) : (Aggregate?)null;
        QueryFilter[] filters = [.. Enumerable.Range(0, Pick(0, 0, 1, 1, 2)).Select(_ => Filter(Pick(dimensions), isPart: aggregate == Aggregate.Share && Chance(0.6)))];
        return new(metric.Id)
        {
            Aggregate = aggregate,
            Filters = filters,
            GroupBy = [.. Groups(metric, dimensions)],
            Period = Period(),
            CompareTo = Chance(0.75) ? null : Chance(0.5) || filters.Length == 0 ? new() { Period = Period() ?? new(new(2018, 2, 1), new(2018, 5, 1)) } : new() { Value = Filter(filters[0].Dimension, filters[0].IsPart) },
            Order = Chance(0.6) ? null : Pick(Order.Ascending, Order.Descending),
            Limit = Chance(0.7) ? null : Pick(1, 3, 10),
        };
    }

    private IEnumerable<string> Groups(Metric metric, string[] dimensions)
    {
        var count = Pick(0, 1, 1, 2);
        if (count > 0 && (Chance(0.5) || metric.Id == Metrics.QuotaAttainment))
        {
            yield return Pick(Dimensions.OfTime);
            count--;
        }

        foreach (var dimension in dimensions.OrderBy(_ => random.Next()).Take(count))
        {
            yield return dimension;
        }
    }

    private QueryFilter Filter(string dimension, bool isPart)
    {
        var known = vocabulary.Dimensions.First(candidate => candidate.Id == dimension).Values;
        string[] values = [.. Enumerable.Range(0, Pick(1, 1, 2, 3)).Select(_ => Chance(0.15) || known.Count == 0 ? Dimensions.None : Chance(0.1) ? "nobody" : Cased(Pick(known)))];
        return new(dimension, values, Exclude: Chance(0.25), isPart);
    }

    private string Cased(string value) => Pick(value, value.ToUpperInvariant(), value.ToLowerInvariant());

    private Period? Period()
    {
        var day = new LocalDate(2017, 11, 15).PlusDays(random.Next(420));
        return random.Next(7) switch
        {
            0 or 1 => null,
            2 => new(day, null),
            3 => new(null, day),
            4 => new(new(day.Year, day.Month, 1), new LocalDate(day.Year, day.Month, 1).PlusMonths(Pick(1, 3))),
            5 => new(new(2018, 1, 1), new(2019, 1, 1)),
            _ => new(day, day.PlusDays(random.Next(1, 90))),
        };
    }
}
