using NodaTime;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Feedback;

/// <summary>The days that feedback is gathered for, and those that they are held against: the four weeks before.</summary>
public sealed record FeedbackSpan(LocalDate From, LocalDate To)
{
    private const int DaysBefore = 7 * Trend.WeeksBefore;

    // When people are at their desks, and have a week before them in which to do something about it.
    private static readonly LocalTime Hour = new(9, 0);

    /// <summary>The seven days up to and including today.</summary>
    public static FeedbackSpan LastWeek(LocalDate today) => new(today.PlusDays(-6), today.PlusDays(1));

    /// <summary>As many days up to and including today as they are held against.</summary>
    public static FeedbackSpan LastFourWeeks(LocalDate today) => new(today.PlusDays(1 - DaysBefore), today.PlusDays(1));

    /// <summary>The calendar week that begins on a Monday.</summary>
    public static FeedbackSpan WeekOf(LocalDate monday) => new(monday, monday.PlusWeeks(1));

    /// <summary>The four weeks before it.</summary>
    public FeedbackSpan Before => new(From.PlusDays(-DaysBefore), From);

    /// <summary>A stretch as long as this one is so many of those before; by it a number of then is made comparable.</summary>
    public int Stretches => DaysBefore / Period.DaysBetween(From, To);

    public Instant StartIn(DateTimeZone zone) => zone.MomentOf(From.AtMidnight());

    public Instant EndIn(DateTimeZone zone) => zone.MomentOf(To.AtMidnight());

    /// <summary>When the week is told of that ended before this Monday.</summary>
    public static Instant ToldAt(LocalDate monday, DateTimeZone zone) => zone.MomentOf(monday + Hour);

    /// <summary>The last Monday, today included.</summary>
    public static LocalDate MondayOf(Instant now, DateTimeZone zone) => zone.DayOf(now) is var today && today.DayOfWeek == IsoDayOfWeek.Monday ? today : today.Previous(IsoDayOfWeek.Monday);
}
