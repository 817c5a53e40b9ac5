using NodaTime;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Agreement;

/// <summary>A week from { "mon-thu": "09:00-12:00, 13:00-17:00", "fri": "none" }, or from "always".</summary>
internal sealed class WeekReader
{
    public const string Always = "always";
    public const string None = "none";

    /// <summary>From Monday to Sunday.</summary>
    public static readonly string[] DayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private readonly HashSet<int> named = [];
    private readonly List<Entry> entries = [];

    private WeekReader()
    {
    }

    /// <summary>Null after a fault was noted.</summary>
    public static WorkingWeek? Read(AgreementNode node)
    {
        if (node.Is(Always))
        {
            return WorkingWeek.Always;
        }

        var (before, reader) = (node.Faults.Count, new WeekReader());
        foreach (var days in node.Properties())
        {
            reader.Take(days);
        }

        reader.NoteOverlaps();
        if (node.Faults.Count == before && reader.entries.Count == 0)
        {
            node.Fault(AgreementFaultKind.NoWorkingTime, "");
        }

        return node.Faults.Count == before ? reader.Week() : null;
    }

    private void Take(AgreementNode node)
    {
        var days = DaysOf(node);
        foreach (var day in days.Where(day => !named.Add(day)))
        {
            node.Fault(AgreementFaultKind.DayTwice, DayNames[day]);
        }

        if (node.Is(None) || node.Text() is not { } text)
        {
            return;
        }

        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (TimeText.Read(node, part) is var (from, to))
            {
                entries.AddRange(days.SelectMany(day => BlocksOf(day, from, to).Select(block => new Entry(block.Day, block.From, block.To, part, node))));
            }
        }
    }

    // "mon", "mon-fri", "sun-thu", or several of these; nothing after a fault was noted.
    private static List<int> DaysOf(AgreementNode node)
    {
        var days = new List<int>();
        foreach (var part in node.Key.Split(',', StringSplitOptions.TrimEntries))
        {
            int[] ends = [.. part.Split(['-', '–', '—'], StringSplitOptions.TrimEntries).Select(IndexOf)];
            if (ends.Length > 2 || ends.Contains(-1))
            {
                node.Fault(AgreementFaultKind.NotADay, node.Key);
                return [];
            }

            var length = ((ends[^1] - ends[0] + 7) % 7) + 1;
            days.AddRange(Enumerable.Range(ends[0], length).Select(day => day % 7));
        }

        return days;
    }

    private static int IndexOf(string name) => Array.FindIndex(DayNames, day => string.Equals(day, name, StringComparison.OrdinalIgnoreCase));

    // A night is the evening of its day and the morning of the next.
    private static IEnumerable<(int Day, int From, int To)> BlocksOf(int day, int from, int to)
    {
        if (to > from)
        {
            return [(day, from, to)];
        }

        var evening = (day, from, TimeText.EndOfDay);
        return to == 0 ? [evening] : [evening, ((day + 1) % 7, 0, to)];
    }

    private void NoteOverlaps()
    {
        foreach (var day in entries.GroupBy(entry => entry.Day))
        {
            Entry[] blocks = [.. day.OrderBy(entry => entry.From).ThenBy(entry => entry.To)];
            foreach (var (block, next) in blocks.Zip(blocks.Skip(1)).Where(pair => pair.First.To > pair.Second.From))
            {
                next.Node.Fault(AgreementFaultKind.BlocksOverlap, $"{DayNames[day.Key]} {block.Text}, {next.Text}");
            }
        }
    }

    private WorkingWeek Week() => WorkingWeek.Of(entries.GroupBy(entry => entry.Day).ToDictionary(
        day => (IsoDayOfWeek)(day.Key + 1),
        IReadOnlyList<WorkingBlock> (day) => [.. day.Select(entry => new WorkingBlock(TimeText.At(entry.From), TimeText.At(entry.To)))]));

    /// <summary>A block of one day, with the text that it was read from.</summary>
    private sealed record Entry(int Day, int From, int To, string Text, AgreementNode Node);
}
