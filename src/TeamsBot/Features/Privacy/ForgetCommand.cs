using System.CommandLine;
using System.Globalization;
using TeamsBot.Domain;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Features.Privacy;

/// <summary>
/// The command <c>forget</c>: erases a lead from the store at once. Its cards in Teams are changed by the bot, which finds the work when it
/// runs on the same store.
/// </summary>
public static class ForgetCommand
{
    private const string Description =
        "Erases all that is personal of one lead, for good: from the store, and from its cards in Teams as soon as the bot runs on it. " +
        "Without --yes it only says what there is.";

    /// <param name="openStore">Opens the store that the options of the root command name.</param>
    /// <param name="folder">Where the read model of questions lies.</param>
    public static Command Create(Func<ParseResult, ITables> openStore, Func<ParseResult, string> folder, TimeProvider clock)
    {
        var lead = new Argument<string>("LEAD-ID") { Description = "The id of the lead, as its source gave it." };
        var yes = new Option<bool>("--yes") { Description = "Erases it. This cannot be undone." };
        var command = new Command("forget", Description) { lead, yes };
        command.SetAction(async (parsed, cancel) =>
        {
            var tables = openStore(parsed);
            await using var closing = tables as IAsyncDisposable;
            await using var figures = new FiguresModel(tables, folder(parsed), clock);
            return await new Desk(tables, figures, clock, parsed.InvocationConfiguration).RunAsync(parsed.GetValue(lead)!, parsed.GetValue(yes), cancel);
        });
        return command;
    }

    /// <summary>Whoever works at the command line, for the audit.</summary>
    internal static PersonRef Operator => new(new PersonId("command line"), Environment.UserName);

    private sealed class Desk(ITables tables, FiguresModel figures, TimeProvider clock, InvocationConfiguration console)
    {
        private readonly DossierStore dossiers = new(tables, figures);

        public async Task<int> RunAsync(string id, bool isConfirmed, CancellationToken cancel)
        {
            if (string.IsNullOrWhiteSpace(id) || await dossiers.FindAsync(new LeadId(id), cancel) is not { } dossier)
            {
                await console.Error.WriteLineAsync($"There is no lead with the id {id}. Ids are compared to the letter.");
                return 1;
            }

            if (dossier.Erased is { } before)
            {
                await console.Output.WriteLineAsync($"{Counts(before.Held)} Forgotten at {before.DoneAt}.");
                return 0;
            }

            if (!isConfirmed)
            {
                await console.Output.WriteLineAsync($"{Counts(dossier.Held)}{Joined(dossier)} Nothing is erased yet: say --yes to erase what is personal in it, for good.");
                return 0;
            }

            foreach (var lead in dossier.Joined.Prepend(new LeadId(id)))
            {
                await EraseAsync(lead, cancel);
            }

            await console.Output.WriteLineAsync($"{Counts(dossier.Held)}{Joined(dossier)} Forgotten. Cards in Teams say so as soon as the bot runs on this store.");
            return 0;
        }

        // The work is planned first: whatever happens here, a bot on this store finishes it.
        private async Task EraseAsync(LeadId lead, CancellationToken cancel)
        {
            var request = new ErasureRequest(lead, ErasureCause.Asked, Operator, clock.Now);
            await tables.CreateAsync(TableNames.All, cancel);
            await new Erasures(new WorkQueue(tables, clock), clock).PlanAsync(new(request), cancel);
            await new ErasureStore(tables, dossiers, new LastQuestionStore(tables), new PrivacyStore(tables), clock).EraseAsync(request, cancel);
            await figures.ScrubAsync(cancel);
            await tables.ScrubAsync(cancel);
        }

        private static string Joined(LeadDossier dossier) => dossier.Joined.Count == 0 ? "" : $" Joined with it, and forgotten as well: {string.Join(", ", dossier.Joined)}.";

        private static string Counts(HeldRecords held) => string.Create(
            CultureInfo.InvariantCulture, $"Handoffs: {held.Handoffs}, cards in Teams: {held.Cards}, deals: {held.Deals}, search terms: {held.Terms}.");
    }
}
