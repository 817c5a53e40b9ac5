using System.CommandLine;
using TeamsBot.Hosting;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Check;

/// <summary>The command <c>check</c>: is all that Baton needs there and reached, and are the records as Baton left them?</summary>
public static class CheckCommand
{
    private const string Description =
        "Checks the configuration; that the store is read and written; that the bot's identity gets a token, the clock is right, and each channel takes messages; " +
        "and every row of the SLA ledger against the hashes that it was stored with. It posts nothing. Exit code 1 when anything is wrong.";

    /// <param name="openStore">Opens the store that the options of the root command name.</param>
    public static Command Create(Func<ParseResult, ITables> openStore, TimeProvider clock) => Create(
        async (parsed, cancel) =>
        {
            using var configuration = new ConfigurationCheck();
            var faults = configuration.Faults();
            return await RunAsync(parsed, faults, faults.Count == 0 ? configuration.Reach() : null, openStore, clock, cancel);
        });

    /// <summary>The same with what was found of the configuration already.</summary>
    public static Command Create(IReadOnlyList<string> faults, TeamsReach? reach, Func<ParseResult, ITables> openStore, TimeProvider clock) =>
        Create((parsed, cancel) => RunAsync(parsed, faults, reach, openStore, clock, cancel));

    private static Command Create(Func<ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command("check", Description);
        command.SetAction(run);
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, IReadOnlyList<string> faults, TeamsReach? reach, Func<ParseResult, ITables> openStore, TimeProvider clock, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        foreach (var fault in faults.DefaultIfEmpty("no fault."))
        {
            await output.WriteLineAsync($"Configuration: {fault}");
        }

        var teams = faults.Count > 0 || await TeamsAsync(reach, output, cancel);
        try
        {
            var tables = openStore(parsed);
            await using var closing = tables as IAsyncDisposable;
            await new StoreCheckup(tables, output).RunAsync(cancel);
            var organisations = await new OrganisationCheckup(tables, reach, clock, output).RunAsync(cancel);
            var agreements = await new AgreementCheck(tables, output).RunAsync(cancel);
            var promises = await new PromiseCheckup(tables, output).RunAsync(cancel);
            var ledger = await new LedgerCheckup(tables, output, new CheckProgress(error, clock)).RunAsync(cancel);
            return faults.Count == 0 && teams && organisations && agreements && ledger && promises ? 0 : 1;
        }
        catch (TableException problem)
        {
            await output.WriteLineAsync($"Store: {problem.Message}");
            return 1;
        }
    }

    private static async Task<bool> TeamsAsync(TeamsReach? reach, TextWriter output, CancellationToken cancel)
    {
        if (reach is not null)
        {
            return await new TeamsCheckup(reach, output).RunAsync(cancel);
        }

        await output.WriteLineAsync("Identity: none. In Development the Playground on this machine is heard, elsewhere nobody: set MicrosoftAppId.");
        return true;
    }
}
