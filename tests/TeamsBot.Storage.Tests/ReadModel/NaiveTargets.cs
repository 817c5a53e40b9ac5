using System.Globalization;
using NodaTime;
using TeamsBot.Domain.Funnel;
using TeamsBot.Domain.Questions;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Storage.Tests.ReadModel;

/// <summary>A revenue target with the days that it is for.</summary>
public sealed record NaiveTarget(Target Target, LocalDate From, LocalDate To)
{
    public bool Holds(NaiveTarget other) =>
        this != other && Target.Member == other.Target.Member && From <= other.From && To >= other.To && (From < other.From || To > other.To);

    /// <summary>The group that it belongs to; null where it fits into none.</summary>
    public string? GroupOf(IReadOnlyList<string> groupBy)
    {
        List<string> labels = [];
        foreach (var dimension in groupBy)
        {
            if (Dimensions.IsOfTime(dimension) && NaiveFigures.Label(dimension, From) != NaiveFigures.Label(dimension, To.PlusDays(-1)))
            {
                return null;
            }

            labels.Add(Dimensions.IsOfTime(dimension) ? NaiveFigures.Label(dimension, From) : Target.Member!);
        }

        return string.Join('\n', labels);
    }
}

/// <summary>Which targets a query is measured against.</summary>
public static class NaiveTargets
{
    public static IReadOnlyList<NaiveTarget> Of(IEnumerable<Target> all, IReadOnlyList<string> groupBy, IReadOnlyList<QueryFilter> filters, Period? period)
    {
        string[] dimensions = [.. filters.Select(filter => filter.Dimension).Concat(groupBy.Where(dimension => !Dimensions.IsOfTime(dimension))).Distinct()];
        if (dimensions.Length > 1)
        {
            return [];
        }

        Target[] revenue = [.. all.Where(target => target.Metric == "revenue")];
        var dimension = dimensions.Length == 1 ? dimensions[0] : new[] { null, "rep", "team", "campaign" }.FirstOrDefault(candidate => revenue.Any(target => target.Dimension == candidate));
        return
        [
            .. revenue.Where(target => target.Dimension == dimension)
                .Where(target => filters.All(filter => filter.Values.Contains(target.Member ?? Dimensions.None, StringComparer.OrdinalIgnoreCase) != filter.Exclude))
                .Select(Read)
                .Where(target => (period?.From is not { } from || target.From >= from) && (period?.To is not { } to || target.To <= to)),
        ];
    }

    private static NaiveTarget Read(Target target)
    {
        var year = int.Parse(target.Period[..4], CultureInfo.InvariantCulture);
        var rest = target.Period[4..];
        if (rest.Length == 0)
        {
            return new(target, new(year, 1, 1), new(year + 1, 1, 1));
        }

        var isQuarter = rest[1] == 'Q';
        var number = int.Parse(rest[(isQuarter ? 2 : 1)..], CultureInfo.InvariantCulture);
        var from = new LocalDate(year, isQuarter ? (3 * (number - 1)) + 1 : number, 1);
        return new(target, from, from.PlusMonths(isQuarter ? 3 : 1));
    }
}
