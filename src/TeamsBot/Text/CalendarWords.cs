using System.Globalization;
using NodaTime;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Text;

/// <summary>Working time as people read it: "Mon–Thu 09:00–12:00, 13:00–17:00; Fri 09:00–15:00".</summary>
internal static class CalendarWords
{
    public static Phrase Hours(WorkingWeek week, Say say)
    {
        if (week.IsAlways)
        {
            return say.Phrase("calendar.always");
        }

        return new(string.Join(say.Text("list.semicolon"), Runs(week).Select(run => $"{Days(run.First, run.Count, say)} {Blocks(week.On(DayAt(run.First)), say)}")));
    }

    // Days one after another with the same hours. The first run begins where the hours differ from the day before, so that
    // Sunday to Thursday stays whole.
    private static IEnumerable<(int First, int Count)> Runs(WorkingWeek week)
    {
        var start = Enumerable.Range(0, 7).FirstOrDefault(day => !IsSame(week, day, day + 6));
        for (var done = 0; done < 7;)
        {
            var (first, count) = (start + done, 1);
            while (done + count < 7 && IsSame(week, first, first + count))
            {
                count++;
            }

            if (week.On(DayAt(first)).Count > 0)
            {
                yield return (first, count);
            }

            done += count;
        }
    }

    private static bool IsSame(WorkingWeek week, int day, int other) => week.On(DayAt(day)).SequenceEqual(week.On(DayAt(other)));

    private static IsoDayOfWeek DayAt(int day) => (IsoDayOfWeek)((day % 7) + 1);

    private static string Days(int first, int count, Say say) => count switch
    {
        1 => Day(DayAt(first), say),
        2 => Day(DayAt(first), say) + say.Text("list.comma") + Day(DayAt(first + 1), say),
        _ => say.Text("calendar.days", ("first", new Phrase(Day(DayAt(first), say))), ("last", new Phrase(Day(DayAt(first + count - 1), say)))),
    };

    private static string Day(IsoDayOfWeek day, Say say) => say.Text("time.weekdays").Split(' ')[(int)day - 1];

    private static string Blocks(IReadOnlyList<WorkingBlock> blocks, Say say) =>
        string.Join(say.Text("list.comma"), blocks.Select(block => say.Value($"{Time(block.From)}–{(block.To == LocalTime.Midnight ? "24:00" : Time(block.To))}")));

    private static string Time(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
