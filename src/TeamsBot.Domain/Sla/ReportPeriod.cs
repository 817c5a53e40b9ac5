using NodaTime;
using NodaTime.Text;

namespace TeamsBot.Domain.Sla;

/// <summary>The stretches of time that a report may be asked for, on the organisation's calendar.</summary>
public enum ReportPeriod
{
    ThisMonth,
    LastMonth,
    ThisQuarter,
    LastQuarter,

    /// <summary>Whole days up to and including today.</summary>
    Last30Days,
    AllTime,
}

/// <summary>Days from one to another, which is excluded. Written "2026-11-01..2026-12-01", and "..2026-12-01" from the beginning on.</summary>
/// <param name="From">Null is from the beginning on.</param>
public sealed record DaySpan(LocalDate? From, LocalDate To)
{
    private const string Dots = "..";

    // Before anything was recorded.
    private static readonly LocalDate Beginning = new(1970, 1, 1);

    /// <summary>The days of a period, seen from one of them.</summary>
    public static DaySpan Of(ReportPeriod period, LocalDate today)
    {
        var month = new LocalDate(today.Year, today.Month, 1);
        var quarter = month.PlusMonths(-((today.Month - 1) % 3));
        return period switch
        {
            ReportPeriod.ThisMonth => new(month, month.PlusMonths(1)),
            ReportPeriod.LastMonth => new(month.PlusMonths(-1), month),
            ReportPeriod.ThisQuarter => new(quarter, quarter.PlusMonths(3)),
            ReportPeriod.LastQuarter => new(quarter.PlusMonths(-3), quarter),
            ReportPeriod.Last30Days => new(today.PlusDays(-29), today.PlusDays(1)),
            ReportPeriod.AllTime => new(null, today.PlusDays(1)),
            _ => throw new ArgumentOutOfRangeException(nameof(period), period, "No such period."),
        };
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else, since it comes back from outside.</summary>
    public static DaySpan? Parse(string? text)
    {
        if (text?.Split(Dots) is not [var from, var to] || Day(to) is not { } end)
        {
            return null;
        }

        return from.Length == 0 ? new(null, end) : Day(from) is { } start && start < end ? new(start, end) : null;
    }

    /// <summary>As many days, or as many whole months, before it; null where there is no time before.</summary>
    public DaySpan? Before() => From switch
    {
        null => null,
        { Day: 1 } from when To.Day == 1 => new(from.PlusMonths(-Period.Between(from, To, PeriodUnits.Months).Months), from),
        { } from => new(from.PlusDays(-Period.DaysBetween(from, To)), from),
    };

    public Instant StartIn(DateTimeZone zone) => zone.MomentOf((From ?? Beginning).AtMidnight());

    public Instant EndIn(DateTimeZone zone) => zone.MomentOf(To.AtMidnight());

    public override string ToString() => (From is { } from ? Text(from) : "") + Dots + Text(To);

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static LocalDate? Day(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1970 and < 9999 } day } ? day : null;
}
