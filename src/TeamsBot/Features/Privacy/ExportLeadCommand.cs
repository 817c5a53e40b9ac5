using System.CommandLine;
using TeamsBot.Domain;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Privacy;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Privacy;

/// <summary>The command <c>export lead</c>: all that is held of one lead, as JSON on standard output.</summary>
public static class ExportLeadCommand
{
    /// <param name="openStore">Opens the store that the options of the root command name.</param>
    /// <param name="folder">Where the read model of questions lies.</param>
    /// <param name="output">Opens what the file is written to: bytes, since a console may have another encoding.</param>
    public static Command Create(Func<ParseResult, ITables> openStore, Func<ParseResult, string> folder, Func<Stream> output, TimeProvider clock)
    {
        var lead = new Argument<string>("LEAD-ID") { Description = "The id of the lead, as its source gave it." };
        var command = new Command("lead", "Writes all that is held of one lead to standard output, as JSON. The audit keeps who asked and when.") { lead };
        command.SetAction(async (parsed, cancel) =>
        {
            var (id, tables) = (parsed.GetValue(lead)!, openStore(parsed));
            await using var closing = tables as IAsyncDisposable;
            await using var figures = new FiguresModel(tables, folder(parsed), clock);
            if (string.IsNullOrWhiteSpace(id) || await new DossierStore(tables, figures).FindAsync(new LeadId(id), cancel) is not { } dossier)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no lead with the id {id}. Ids are compared to the letter.");
                return 1;
            }

            await tables.CreateAsync(TableNames.All, cancel);
            await new PrivacyStore(tables).AddAsync(new(PrivacyAction.Exported, PrivacyDeed.HashOf(new LeadId(id)), ForgetCommand.Operator, clock.Now, dossier.Held), cancel);
            await using var file = output();
            await file.WriteAsync(LeadJson.Write(dossier, clock.Now), cancel);
            return 0;
        });
        return command;
    }
}
