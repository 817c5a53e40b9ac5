using TeamsBot.Benchmarks.Load.Day;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load;

/// <summary><c>load</c>: measures the bot in processes of its own and prints one table.</summary>
internal static class LoadCommand
{
    public static Task<int> RunAsync(string[] args) => new LoadArguments().Command(RunAsync).Parse(args).InvokeAsync();

    private static async Task<int> RunAsync(LoadOptions options, CancellationToken cancel)
    {
        using var scratch = new ScratchFolder();
        await using var connector = await FakeConnector.StartAsync();
        connector.Log.IsRecording = false;
        connector.Conversations.AcceptsUnknown = true;

        var figures = new Figures();
        if (options.Parts.HasFlag(Parts.Start))
        {
            await new StartMeasurement(connector, scratch).RunAsync(options.Starts, figures, cancel);
        }

        if (options.Parts.HasFlag(Parts.Turns))
        {
            await using var small = await SmallConnector.StartAsync();
            await new TurnMeasurement(connector.Issuer, small.ServiceUrl, scratch).RunAsync(options, figures, cancel);
        }

        if (options.Parts.HasFlag(Parts.Clicks))
        {
            await new ClickMeasurement(connector, scratch).RunAsync(options, figures, cancel);
        }

        if (options.Parts.HasFlag(Parts.Import))
        {
            await new ImportMeasurement(scratch).RunAsync(options.Rows, figures, cancel);
        }

        if (options.Parts.HasFlag(Parts.Timers))
        {
            await new TimerMeasurement(connector, scratch).RunAsync(options, figures, cancel);
        }

        if (options.Parts.HasFlag(Parts.Questions))
        {
            await new QuestionMeasurement(scratch).RunAsync(options.Leads, figures, cancel);
        }

        if (options.Parts.HasFlag(Parts.Duplicates))
        {
            await new DuplicateMeasurement(scratch).RunAsync(options.Leads, figures, cancel);
        }

        if (options.Parts.HasFlag(Parts.Day))
        {
            await new DayMeasurement(connector.Issuer, scratch).RunAsync(options.Day, figures, cancel);
        }

        figures.Print(Console.Out);
        return figures.HasFailed ? 1 : 0;
    }
}
