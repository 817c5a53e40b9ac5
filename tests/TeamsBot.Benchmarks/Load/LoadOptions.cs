using System.CommandLine;
using System.Globalization;
using TeamsBot.Benchmarks.Load.Day;

namespace TeamsBot.Benchmarks.Load;

/// <summary>What is measured.</summary>
[Flags]
internal enum Parts
{
    Turns = 1,
    Clicks = 2,
    Start = 4,
    Import = 8,
    Timers = 16,
    Questions = 32,

    /// <summary>Only where it is asked for: it takes minutes, and needs Azurite.</summary>
    Day = 64,
    Duplicates = 128,
    All = Turns | Clicks | Start | Import | Timers | Questions | Duplicates,
}

/// <summary>How much is measured; every measurement ends at its count or its time, whichever comes first.</summary>
/// <param name="Turns">Turns of one measurement.</param>
/// <param name="Concurrency">How many turns are under way at one time, a measurement each.</param>
/// <param name="Rounds">How often bot and bare endpoint take turns at each.</param>
/// <param name="Longest">The longest that one measurement may take.</param>
/// <param name="Handoffs">Handoffs that are accepted one by one.</param>
/// <param name="Starts">Starts of each kind.</param>
/// <param name="Rows">Rows of the imported file.</param>
/// <param name="Open">Open handoffs whose clocks run.</param>
/// <param name="Leads">Leads that questions are asked about; there is a deal for every fifth.</param>
/// <param name="Parts">Which measurements are taken.</param>
/// <param name="Other">The folder of another build of this project, whose bot answers message turns beside this one's.</param>
internal sealed record LoadOptions(int Turns, int[] Concurrency, int Rounds, TimeSpan Longest, int Handoffs, int Starts, int Rows, int Open, int Leads, Parts Parts, string? Other)
{
    /// <summary>What a day is.</summary>
    public required DayOptions Day { get; init; }
}

/// <summary>The options on the command line.</summary>
internal sealed class LoadArguments
{
    private readonly Option<int> turns = Number("--turns", 8_000, "Turns of one measurement.");
    private readonly Option<int[]> concurrency = new("--concurrency")
    {
        Description = "Turns under way at one time; several values are measured one after the other.",
        DefaultValueFactory = _ => [1, 16, 64],
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> rounds = Number("--rounds", 3, "How often bot and bare endpoint take turns.");
    private readonly Option<int> seconds = Number("--seconds", 8, "The longest that one measurement may take.");
    private readonly Option<int> handoffs = Number("--handoffs", 1_000, "Handoffs that are accepted one by one.");
    private readonly Option<int> starts = Number("--starts", 5, "Starts of each kind.");
    private readonly Option<int> rows = Number("--rows", 200_000, "Rows of the imported file.");
    private readonly Option<int> open = Number("--open", 100_000, "Open handoffs whose clocks run.");
    private readonly Option<int> leads = Number("--leads", 1_000_000, "Leads that questions are asked about, with a deal for every fifth; and leads that are compared with each other.");
    private readonly Option<Parts> parts = new("--only")
    {
        Description = "Measures only these, for example \"turns\" or \"clicks,start\".",
        DefaultValueFactory = _ => Parts.All,
    };

    private readonly Option<string> other = new("--other")
    {
        Description = "The folder of another build of this project; its bot answers message turns in the same run.",
        HelpName = "FOLDER",
    };

    private readonly Option<double> minutes = Positive("--minutes", 10, "How long a day is.");
    private readonly Option<double> rate = Positive("--rate", DayOptions.Planned, "Handoffs a second of a day; without it 100,000 in 24 hours.");
    private readonly Option<DayStore> store = new("--store") { Description = "Where a day's two bots keep their records." };

    public RootCommand Command(Func<LoadOptions, CancellationToken, Task<int>> run)
    {
        var root = new RootCommand("Measures the running bot beside a bare endpoint on this machine.")
        {
            turns, concurrency, rounds, seconds, handoffs, starts, rows, open, leads, parts, other, minutes, rate, store,
        };
        root.SetAction((parsed, cancel) => run(Read(parsed), cancel));
        return root;
    }

    private LoadOptions Read(ParseResult parsed) => new(
        parsed.GetValue(turns),
        parsed.GetValue(concurrency)!,
        parsed.GetValue(rounds),
        TimeSpan.FromSeconds(parsed.GetValue(seconds)),
        parsed.GetValue(handoffs),
        parsed.GetValue(starts),
        parsed.GetValue(rows),
        parsed.GetValue(open),
        parsed.GetValue(leads),
        parsed.GetValue(parts),
        parsed.GetValue(other))
    {
        Day = new(TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(rate), parsed.GetValue(store)),
    };

    private static Option<double> Positive(string name, double value, string description)
    {
        var option = new Option<double>(name)
        {
            Description = description,
            DefaultValueFactory = _ => value,
            CustomParser = argument => double.TryParse(argument.Tokens[0].Value, CultureInfo.InvariantCulture, out var given) ? given : 0,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() <= 0)
            {
                result.AddError($"{name} is a number greater than 0, such as 0.5.");
            }
        });
        return option;
    }

    private static Option<int> Number(string name, int value, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name} is a number of at least 1.");
            }
        });
        return option;
    }
}
