using System.Globalization;

namespace TeamsBot.Benchmarks.Load;

/// <summary>What was measured, line by line, as one table of markdown.</summary>
internal sealed class Figures
{
    private static readonly string[] Head = ["measured", "bot", "bare endpoint", "bot / bare", "aim"];

    private readonly List<string[]> lines = [];

    /// <summary>Whether anything that was judged is not as it should be.</summary>
    public bool HasFailed { get; private set; }

    public void Add(string measured, string bot, string bare = "", string ratio = "", string aim = "")
    {
        lines.Add([measured, bot, bare, ratio, aim]);
        Progress($"{measured}: {bot} {(bare.Length == 0 ? "" : $"(bare {bare}, {ratio})")}");
    }

    /// <summary>A figure that is right or wrong.</summary>
    /// <param name="isMet">Null where what was measured does not tell.</param>
    public void Judge(string measured, string bot, bool? isMet, string aim)
    {
        HasFailed |= isMet == false;
        var verdict = isMet switch { true => "pass", false => "FAIL", null => "too short to judge" };
        Add(measured, $"{bot}: {verdict}", aim: aim);
    }

    /// <summary>Says what is going on, apart from the table.</summary>
    public static void Progress(string text) => Console.Error.WriteLine(text);

    public static string Number(double value) => value.ToString(value < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Percent(double ratio) => ratio.ToString("0 %", CultureInfo.InvariantCulture);

    public static string Megabytes(long bytes) => Number(bytes / 1024.0 / 1024.0);

    public void Print(TextWriter output)
    {
        int[] widths = [.. Enumerable.Range(0, Head.Length).Select(column => lines.Append(Head).Max(line => line[column].Length))];
        Write(output, Head, widths);
        Write(output, [.. widths.Select(width => new string('-', width))], widths);
        lines.ForEach(line => Write(output, line, widths));
    }

    private static void Write(TextWriter output, string[] cells, int[] widths) =>
        output.WriteLine("| " + string.Join(" | ", cells.Select((cell, column) => cell.PadRight(widths[column]))) + " |");
}
