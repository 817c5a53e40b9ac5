using NodaTime;
using TeamsBot.Domain.Questions;

namespace TeamsBot.Storage.ReadModel;

/// <summary>Which stretch of time a date lies in. The calendar is asked once for each stretch, not for each date.</summary>
internal sealed class TimeBuckets(string unit, DateTimeZone zone, bool isByDay)
{
    /// <summary>Where there is no date.</summary>
    public const long None = long.MinValue;

    private readonly List<(long From, long To, long Start)> known = [];
    private (long From, long To, long Start) last = (0, 0, None);

    /// <summary>The number of the stretch's first day.</summary>
    public long Of(long date)
    {
        if (date < last.From || date >= last.To)
        {
            last = Find(date);
        }

        return last.Start;
    }

    private (long From, long To, long Start) Find(long date)
    {
        var place = known.BinarySearch((date, long.MaxValue, long.MaxValue));
        var before = (place < 0 ? ~place : place) - 1;
        if (before >= 0 && date < known[before].To)
        {
            return known[before];
        }

        var start = CalendarUnits.StartOf(unit, isByDay ? RowInsert.DayOf(date) : zone.DayAt(Instant.FromUnixTimeTicks(date)));
        var next = CalendarUnits.Next(unit, start);
        var bucket = (Bound(start), next == LocalDate.MaxIsoValue ? long.MaxValue : Bound(next), RowInsert.DayNumber(start));
        known.Insert(before + 1, bucket);
        return bucket;
    }

    private long Bound(LocalDate day) => isByDay ? RowInsert.DayNumber(day) : zone.StartOfDay(day).ToUnixTimeTicks();
}
