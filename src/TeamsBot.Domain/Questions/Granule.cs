using NodaTime;
using NodaTime.Calendars;

namespace TeamsBot.Domain.Questions;

/// <summary>A stretch of the calendar as people name it: a day, week, month, quarter, half or year, perhaps without its year.</summary>
/// <param name="Unit">day, week, month, quarter, half or year.</param>
/// <param name="Number">Which week, month, quarter or half of the year; for a day its month.</param>
/// <param name="Day">Of the month.</param>
internal sealed record Granule(string Unit, int? Year, int Number = 1, int Day = 1)
{
    /// <summary>The days that it covers. Without a year it is the latest that is not in the future. Null for a day that does not exist.</summary>
    public Period? Resolve(LocalDate today)
    {
        if (Year is { } year)
        {
            return In(year);
        }

        var thisYear = In(today.Year);
        return thisYear?.From <= today ? thisYear : In(today.Year - 1) ?? thisYear;
    }

    /// <summary>The quarter or half of a year that a period is; null when it is none.</summary>
    public static Granule? Of(Period? period) =>
        period is not { From: { Day: 1 } from, To: { } to } ? null
        : from.Month % 3 == 1 && from.PlusMonths(3) == to ? new("quarter", from.Year, (from.Month + 2) / 3)
        : from.Month % 6 == 1 && from.PlusMonths(6) == to ? new("half", from.Year, (from.Month + 5) / 6)
        : null;

    private Period? In(int year) => Unit switch
    {
        "day" => Start(year, Number, Day) is { } day ? new(day, day.PlusDays(1)) : null,
        "week" => Number is >= 1 and <= 53 ? Week(year) : null,
        "month" => Months(year, Number, 1),
        "quarter" => Months(year, (Number * 3) - 2, 3),
        "half" => Months(year, (Number * 6) - 5, 6),
        _ => Months(year, 1, 12),
    };

    private Period? Week(int year)
    {
        if (Number > WeekYearRules.Iso.GetWeeksInWeekYear(year))
        {
            return null;
        }

        var monday = WeekYearRules.Iso.GetLocalDate(year, Number, IsoDayOfWeek.Monday);
        return new(monday, monday.PlusWeeks(1));
    }

    private static Period? Months(int year, int first, int count) =>
        Start(year, first, 1) is { } start ? new(start, start.PlusMonths(count)) : null;

    private static LocalDate? Start(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
}

/// <summary>Periods that are told from today.</summary>
internal static class RelativePeriods
{
    /// <summary>The unit that holds today, moved by some units.</summary>
    public static Period Around(LocalDate today, string unit, int shift)
    {
        var start = unit == "half" ? new LocalDate(today.Year, today.Month <= 6 ? 1 : 7, 1) : CalendarUnits.StartOf(unit, today);
        return new(Plus(start, unit, shift), Plus(start, unit, shift + 1));
    }

    /// <summary>The last units, the current one among them.</summary>
    public static Period Last(LocalDate today, string unit, int count) => new(Around(today, unit, 1 - count).From, Around(today, unit, 0).To);

    /// <summary>The period of the same length that ends where this one begins; whole months where it is made of whole months. Null for an open one.</summary>
    public static Period? Before(Period period)
    {
        if (period is not { From: { } from, To: { } to })
        {
            return null;
        }

        var months = NodaTime.Period.Between(from, to, PeriodUnits.Months).Months;
        return from.PlusMonths(months) == to && from.Day == 1
            ? new(from.PlusMonths(-months), from)
            : new(from.PlusDays(-NodaTime.Period.DaysBetween(from, to)), from);
    }

    /// <summary>The same days a year before.</summary>
    public static Period YearBefore(Period period) => new(period.From?.PlusYears(-1), period.To?.PlusYears(-1));

    /// <summary>A day moved by some units.</summary>
    public static LocalDate Plus(LocalDate day, string unit, int count) => unit switch
    {
        "day" => day.PlusDays(count),
        "week" => day.PlusWeeks(count),
        "month" => day.PlusMonths(count),
        "quarter" => day.PlusMonths(3 * count),
        "half" => day.PlusMonths(6 * count),
        _ => day.PlusYears(count),
    };
}
