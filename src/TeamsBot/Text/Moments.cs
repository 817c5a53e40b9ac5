using System.Globalization;
using NodaTime;

namespace TeamsBot.Text;

/// <summary>
/// Times, dates and durations as a reader in one zone says them at one moment. Gregorian calendar, Latin digits and the
/// names of days and months from the text files: nothing depends on the culture of the machine.
/// </summary>
/// <param name="ShowZone">Whether times name their zone, for readers in several.</param>
public sealed record Moments(Say Say, DateTimeZone Zone, Instant Now, bool ShowZone = false)
{
    public LocalDate Today => Now.InZone(Zone).Date;

    /// <summary>"14:30" for today, "Mon 23 Nov 10:30" for other days, with the year where it is another one.</summary>
    public Phrase At(Instant instant)
    {
        var local = instant.InZone(Zone);
        return local.Date == Today
            ? Clock(local)
            : Say.Phrase("time.day", ("date", Date(local.Date)), ("time", Clock(local)));
    }

    /// <summary>"1 Feb 2027 10:30", for what is read on any later day.</summary>
    public Phrase ForGood(Instant instant)
    {
        var local = instant.InZone(Zone);
        return Say.Phrase("time.day", ("date", WithYear(local.Date)), ("time", Clock(local)));
    }

    /// <summary>As <see cref="At"/>, with the word for today where it is today.</summary>
    public Phrase On(Instant instant)
    {
        var local = instant.InZone(Zone);
        return local.Date == Today ? Say.Phrase("time.today", ("time", Clock(local))) : At(instant);
    }

    /// <summary>"Mon 23 Nov", "1 Feb 2027" in another year.</summary>
    public Phrase Date(LocalDate date)
    {
        var (day, month) = (new Phrase(Digits(date.Day)), Name("time.months", date.Month));
        return date.Year == Today.Year
            ? Say.Phrase("time.date", ("weekday", Name("time.weekdays", (int)date.DayOfWeek)), ("day", day), ("month", month))
            : WithYear(date);
    }

    /// <summary>The day of an instant, as <see cref="Date(LocalDate)"/>.</summary>
    public Phrase Date(Instant instant) => Date(instant.InZone(Zone).Date);

    /// <summary>"23 Nov", "1 Feb 2027" in another year: for spans of days, where the weekdays only lengthen.</summary>
    public Phrase Day(LocalDate date) => date.Year == Today.Year ? DayAndMonth(date) : Date(date);

    /// <summary>"23 Nov", where the year is said elsewhere.</summary>
    public Phrase DayAndMonth(LocalDate date) =>
        Say.Phrase("time.dayAndMonth", ("day", new Phrase(Digits(date.Day))), ("month", Name("time.months", date.Month)));

    /// <summary>"2026".</summary>
    public static Phrase Year(int year) => new(Digits(year));

    /// <summary>"Nov 2026".</summary>
    public Phrase Month(YearMonth month) =>
        Say.Phrase("time.monthOfYear", ("month", Name("time.months", month.Month)), ("year", new Phrase(Digits(month.Year))));

    /// <summary>"25 working minutes", "3 working hours 25 minutes"; in hours however many, since a working day has no agreed length.</summary>
    public Phrase Working(Duration duration) =>
        Hours(duration, "duration.workingMinutes", "duration.workingHours", "duration.workingHoursMinutes");

    /// <summary>"24 hours": as <see cref="Working"/>, where it is said already what kind of hours.</summary>
    public Phrase InHours(Duration duration) => Hours(duration, "duration.minutes", "duration.hours", "duration.hoursMinutes");

    private Phrase WithYear(LocalDate date) => Say.Phrase(
        "time.dateOfYear", ("day", new Phrase(Digits(date.Day))), ("month", Name("time.months", date.Month)), ("year", new Phrase(Digits(date.Year))));

    private Phrase Hours(Duration duration, string minutesKey, string hoursKey, string bothKey)
    {
        var minutes = (long)Math.Max(0, duration.TotalMinutes);
        return (minutes / 60, minutes % 60) switch
        {
            (0, 0) => Say.Phrase("duration.short"),
            (0, var m) => Say.Phrase(minutesKey, ("n", m)),
            (var h, 0) => Say.Phrase(hoursKey, ("n", h)),
            var (h, m) => Say.Phrase(bothKey, ("h", h), ("m", m)),
        };
    }

    /// <summary>"25 minutes", "2 hours", "3 hours 25 minutes", "1 day 2 h"; whole minutes, rounded down.</summary>
    public Phrase Length(Duration duration)
    {
        var minutes = (long)Math.Max(0, duration.TotalMinutes);
        var (days, hours) = (minutes / 1440, minutes / 60 % 24);
        return (days, hours, minutes % 60) switch
        {
            (0, 0, 0) => Say.Phrase("duration.short"),
            (0, 0, var m) => Say.Phrase("duration.minutes", ("n", m)),
            (0, var h, 0) => Say.Phrase("duration.hours", ("n", h)),
            (0, var h, var m) => Say.Phrase("duration.hoursMinutes", ("h", h), ("m", m)),
            (var d, 0, _) => Say.Phrase("duration.days", ("n", d)),
            var (d, h, _) => Say.Phrase("duration.daysHours", ("d", d), ("h", h)),
        };
    }

    private Phrase Clock(ZonedDateTime local)
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"{local.Hour:00}:{local.Minute:00}");
        return new(Say.Value(ShowZone ? $"{time}\u00a0{ZoneName(local)}" : time));
    }

    // Where the tz database has no letters for a zone it writes the offset, "+03".
    private static string ZoneName(ZonedDateTime local)
    {
        var name = local.GetZoneInterval().Name;
        return char.IsLetter(name[0]) ? name : $"UTC{name}";
    }

    private Phrase Name(string key, int number) => new(Say.Text(key).Split(' ')[number - 1]);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
