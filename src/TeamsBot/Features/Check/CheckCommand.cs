using System.CommandLine;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Check;

/// <summary>The command <c>check</c>: is the configuration one to start with, and are the records as Baton left them?</summary>
public static class CheckCommand
{
    private const string Description =
        "Checks the configuration, and every row of the SLA ledger against the hashes that it was stored with. It calls nothing but the store: " +
        "whether Teams can be reached and the bot's registration works is not checked. Exit code 1 when anything is wrong.";

    /// <param name="faults">What is wrong with the configuration.</param>
    /// <param name="openStore">Opens the store that the options of the root command name.</param>
    public static Command Create(Func<IReadOnlyList<string>> faults, Func<ParseResult, ITables> openStore, TimeProvider clock)
    {
        var command = new Command("check", Description);
        command.SetAction((parsed, cancel) => RunAsync(parsed, faults, openStore, clock, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, Func<IReadOnlyList<string>> faults, Func<ParseResult, ITables> openStore, TimeProvider clock, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var configuration = faults();
        foreach (var fault in configuration.DefaultIfEmpty("no fault."))
        {
            await output.WriteLineAsync($"Configuration: {fault}");
        }

        try
        {
            var tables = openStore(parsed);
            await using var closing = tables as IAsyncDisposable;
            var agreements = await new AgreementCheck(tables, output).RunAsync(cancel);
            var ledger = await new LedgerCheckup(tables, output, new CheckProgress(error, clock)).RunAsync(cancel);
            var promises = await new PromiseCheckup(tables, output).RunAsync(cancel);
            return configuration.Count == 0 && agreements && ledger && promises ? 0 : 1;
        }
        catch (TableException problem)
        {
            await output.WriteLineAsync($"Store: {problem.Message}");
            return 1;
        }
    }
}
