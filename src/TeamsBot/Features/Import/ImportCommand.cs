using System.CommandLine;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Import;

/// <summary>The command <c>import FILE... --map MAPPING.json</c>.</summary>
public static class ImportCommand
{
    /// <param name="openStore">Opens the store that the options of the root command name.</param>
    public static Command Create(Func<ParseResult, ITables> openStore, TimeProvider clock)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "CSV files, or JSON by their ending: .json for an array of objects, .jsonl for one object a line.",
            Arity = ArgumentArity.OneOrMore,
        };
        var map = new Option<string>("--map")
        {
            Description = "Says which column is what: a JSON file.",
            HelpName = "MAPPING.json",
            Required = true,
        };
        var command = new Command("import", "Imports leads, deals, campaigns or targets. Importing the same file again changes nothing.") { files, map };
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(files)!, parsed.GetValue(map)!, openStore, clock, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, string[] files, string map, Func<ParseResult, ITables> openStore, TimeProvider clock, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            var tables = openStore(parsed);
            await using var closing = tables as IAsyncDisposable;
            return await new FileImport(tables, clock, output, error).RunAsync(files, map, cancel) ? 0 : 1;
        }
        catch (Exception failure) when (failure is ImportException or TableException)
        {
            await error.WriteLineAsync(failure.Message);
            return 1;
        }
    }
}
