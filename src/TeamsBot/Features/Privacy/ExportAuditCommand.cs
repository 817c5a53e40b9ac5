using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Privacy;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Privacy;

/// <summary>The command <c>export privacy</c>: who had leads forgotten or exported, one JSON object a line.</summary>
public static class ExportAuditCommand
{
    public static Command Create(Func<ParseResult, ITables> openStore)
    {
        var command = new Command(
            "privacy", "Writes the audit of forgotten and exported leads to standard output, one JSON object a line. Leads are named by a hash of their id.");
        command.SetAction(async (parsed, cancel) =>
        {
            var tables = openStore(parsed);
            await using var closing = tables as IAsyncDisposable;
            await tables.CreateAsync(TableNames.All, cancel);
            await foreach (var deed in new PrivacyStore(tables).ReadAsync(cancel))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(Line(deed));
            }

            return 0;
        });
        return command;
    }

    private static string Line(PrivacyDeed deed) => new JsonObject
    {
        ["action"] = Word(deed.Action.ToString()),
        ["lead"] = deed.Lead,
        ["by"] = deed.By.Id.Value,
        ["byName"] = deed.By.Name,
        ["at"] = Moment(deed.At),
        ["doneAt"] = deed.DoneAt is { } at ? Moment(at) : null,
        ["cause"] = deed.Cause is { } cause ? Word(cause.ToString()) : null,
        ["handoffs"] = deed.Held.Handoffs,
        ["cards"] = deed.Held.Cards,
        ["deals"] = deed.Held.Deals,
        ["terms"] = deed.Held.Terms,
    }.ToJsonString();

    private static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string Moment(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
