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

        return new(string.Join(say.Text("list.semicolon"), Runs(week).Select(run => $"{Days(run.First, run.Last, say)} {Blocks(week.On(run.First), say)}")));
    }

    // Days one after another with the same hours.
    private static IEnumerable<(IsoDayOfWeek First, IsoDayOfWeek Last)> Runs(WorkingWeek week)
    {
        var day = 1;
        while (day <= 7)
        {
            var (first, last) = (day, day);
            while (last < 7 && week.On((IsoDayOfWeek)(last + 1)).SequenceEqual(week.On((IsoDayOfWeek)first)))
            {
                last++;
            }

            if (week.On((IsoDayOfWeek)first).Count > 0)
            {
                yield return ((IsoDayOfWeek)first, (IsoDayOfWeek)last);
            }

            day = last + 1;
        }
    }

    private static string Days(IsoDayOfWeek first, IsoDayOfWeek last, Say say) => (last - first) switch
    {
        0 => Day(first, say),
        1 => Day(first, say) + say.Text("list.comma") + Day(last, say),
        _ => say.Text("calendar.days", ("first", new Phrase(Day(first, say))), ("last", new Phrase(Day(last, say)))),
    };

    private static string Day(IsoDayOfWeek day, Say say) => say.Text("time.weekdays").Split(' ')[(int)day - 1];

    private static string Blocks(IReadOnlyList<WorkingBlock> blocks, Say say) =>
        string.Join(say.Text("list.comma"), blocks.Select(block => say.Value($"{Time(block.From)}–{(block.To == LocalTime.Midnight ? "24:00" : Time(block.To))}")));

    private static string Time(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
