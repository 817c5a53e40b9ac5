using NodaTime;
using TeamsBot.Domain.Questions;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Features.Questions;

/// <summary>What stands beside a single number: the same of the periods just before it, so that it can be judged.</summary>
/// <param name="Query">By month, quarter or year, whichever the number is of; the last group is the number itself.</param>
public sealed record Recent(Query Query, Figures Figures)
{
    private const int Periods = 4;

    /// <summary>The question for it; null for a number that is not of one whole month, quarter or year.</summary>
    public static Query? QueryFor(Query query)
    {
        if (query is not { Form: QueryForm.Figure, GroupBy: [], CompareTo: null, Period: { From: { Day: 1 } from, To: { } to } }
            || query.Aggregate == Aggregate.Share || query.Metric is Metrics.Funnel or Metrics.QuotaAttainment)
        {
            return null;
        }

        (string Unit, int Months)? whole = (from.Month, NodaTime.Period.Between(from, to, PeriodUnits.Months).Months) switch
        {
            _ when to.Day != 1 => null,
            (_, 1) => ("month", 1),
            (1 or 4 or 7 or 10, 3) => ("quarter", 3),
            (1, 12) => ("year", 12),
            _ => null,
        };
        return whole is { } found ? query with { GroupBy = [found.Unit], Period = new Period(from.PlusMonths(-found.Months * (Periods - 1)), to) } : null;
    }

    /// <summary>The periods with a value, the last of them the number that was asked for; null where it stands alone.</summary>
    public static Recent? Of(Query query, Figures figures)
    {
        var rows = figures.Rows.Where(row => ValueWords.Number(row[^1]) is not null).ToArray();
        return rows.Length < 2 ? null : new(query, figures with { Rows = rows });
    }
}
