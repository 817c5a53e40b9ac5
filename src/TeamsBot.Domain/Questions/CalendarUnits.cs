using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Questions;

/// <summary>The dimensions of time (<see cref="Dimensions.OfTime"/>) as stretches of days: where each begins, which comes next, what it is called.</summary>
public static class CalendarUnits
{
    // From here on some zone has no next day any more.
    private static readonly Instant s_end = Instant.FromUtc(9999, 12, 30, 0, 0);

    /// <summary>The first day of the unit that a day lies in.</summary>
    public static LocalDate StartOf(string unit, LocalDate day) => unit switch
    {
        "day" => day,
        "week" => day.PlusDays(1 - (int)day.DayOfWeek),
        "month" => new(day.Year, day.Month, 1),
        "quarter" => new(day.Year, day.Month - ((day.Month - 1) % 3), 1),
        "year" => new(day.Year, 1, 1),
        _ => throw NotOfTime(unit),
    };

    /// <summary>The first day of the next unit. The last day of the calendar stands for all after the last unit: 9999 is what some systems write for never.</summary>
    public static LocalDate Next(string unit, LocalDate start) => unit switch
    {
        _ when NodaTime.Period.DaysBetween(start, LocalDate.MaxIsoValue) < 366 => LocalDate.MaxIsoValue,
        "day" => start.PlusDays(1),
        "week" => start.PlusDays(7),
        "month" => start.PlusMonths(1),
        "quarter" => start.PlusMonths(3),
        "year" => start.PlusYears(1),
        _ => throw NotOfTime(unit),
    };

    /// <summary>2018-03-05, 2018-W09, 2018-03, 2018-Q1 or 2018; a week is named by the ISO calendar.</summary>
    public static string Label(string unit, LocalDate day) => unit switch
    {
        "day" => Text(day),
        "week" => string.Create(CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(day):D4}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):D2}"),
        "month" => string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}"),
        "quarter" => string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-Q{(day.Month + 2) / 3}"),
        "year" => day.Year.ToString("D4", CultureInfo.InvariantCulture),
        _ => throw NotOfTime(unit),
    };

    /// <summary>A period by its unit's label where it is just one unit, else by its days, the last one included: 2018-03-05..2018-03-20.</summary>
    public static string Label(Period period)
    {
        if (period is { From: { } from, To: { } to })
        {
            var whole = Dimensions.OfTime.Reverse().FirstOrDefault(unit => StartOf(unit, from) == from && Next(unit, from) == to);
            return whole is null ? $"{Text(from)}..{Text(to.PlusDays(-1))}" : Label(whole, from);
        }

        return $"{(period.From is { } since ? Text(since) : "")}..{(period.To is { } until ? Text(until.PlusDays(-1)) : "")}";
    }

    /// <summary>The moment at which a day begins. Where clocks skip midnight, or the whole day, it is the moment at which they do.</summary>
    public static Instant StartOfDay(this DateTimeZone zone, LocalDate day) => zone.MomentOf(day.AtMidnight());

    /// <summary>The day that has begun last: what <see cref="StartOfDay"/> agrees with, whatever the clocks do.</summary>
    public static LocalDate DayAt(this DateTimeZone zone, Instant at) => at >= s_end ? LocalDate.MaxIsoValue : zone.DayOf(at);

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static ArgumentException NotOfTime(string unit) => new($"'{unit}' is no dimension of time.", nameof(unit));
}
