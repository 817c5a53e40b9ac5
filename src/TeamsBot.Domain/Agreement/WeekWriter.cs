using NodaTime;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Agreement;

/// <summary>A week as people write it: days with the same hours as "mon-thu", a night from its evening to the next morning.</summary>
internal static class WeekWriter
{
    /// <summary>Each range of days with its hours; days without work are left out.</summary>
    public static IEnumerable<(string Days, string Hours)> Write(WorkingWeek week)
    {
        string[] hours = [.. Enumerable.Range(0, 7).Select(day => HoursOf(week, day))];
        // So that "sun-thu" stays whole, a range begins where the hours differ from the day before.
        var first = Enumerable.Range(0, 7).FirstOrDefault(day => hours[day] != hours[(day + 6) % 7]);
        for (var done = 0; done < 7;)
        {
            var day = (first + done) % 7;
            var length = 1;
            while (done + length < 7 && hours[(day + length) % 7] == hours[day])
            {
                length++;
            }

            if (hours[day].Length > 0)
            {
                yield return (length == 1 ? Name(day) : $"{Name(day)}-{Name(day + length - 1)}", hours[day]);
            }

            done += length;
        }
    }

    private static string HoursOf(WorkingWeek week, int day)
    {
        var (blocks, next) = (BlocksOf(week, day), BlocksOf(week, day + 1));
        var own = blocks.Where(block => !BeganTheDayBefore(block, BlocksOf(week, day + 6)));
        return string.Join(", ", own.Select(block => $"{TimeText.Write(block.From)}-{EndOf(block, next)}"));
    }

    private static string EndOf(WorkingBlock block, IReadOnlyList<WorkingBlock> nextDay) =>
        nextDay is [var morning, ..] && IsNight(block, morning) ? TimeText.Write(morning.To) : TimeText.WriteEnd(block.To);

    private static bool BeganTheDayBefore(WorkingBlock block, IReadOnlyList<WorkingBlock> dayBefore) =>
        dayBefore is [.., var evening] && IsNight(evening, block);

    // A night that is written with one end has to end before the hour that it began at.
    private static bool IsNight(WorkingBlock evening, WorkingBlock morning) =>
        evening.To == LocalTime.Midnight && morning.From == LocalTime.Midnight && morning.To != LocalTime.Midnight && morning.To < evening.From;

    private static IReadOnlyList<WorkingBlock> BlocksOf(WorkingWeek week, int day) => week.On((IsoDayOfWeek)((day % 7) + 1));

    private static string Name(int day) => WeekReader.DayNames[day % 7];
}
