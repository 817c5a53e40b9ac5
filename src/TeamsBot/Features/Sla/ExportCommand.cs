using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Sla;

/// <summary>
/// The command <c>export sla</c>: the whole ledger, of all organisations in the store, to standard output. It reads the ledger itself and not
/// the journal that follows it, so nothing is missing; one row is held at a time.
/// </summary>
public static class ExportCommand
{
    private const string Csv = "csv";
    private const string JsonLines = "jsonl";

    /// <param name="openStore">Opens the store that the options of the root command name.</param>
    /// <param name="output">Opens what the file is written to: bytes, since a console may have another encoding.</param>
    public static Command Create(Func<ParseResult, ITables> openStore, Func<Stream> output)
    {
        var from = Date("--from", "The first day, in UTC. Without it, from the beginning.");
        var to = Date("--to", "The day after the last one, in UTC. Without it, until now.");
        var format = new Option<string>("--format") { Description = "csv for a spreadsheet, or jsonl: one object a line, exact to the letter.", DefaultValueFactory = _ => Csv };
        format.AcceptOnlyFromAmong(Csv, JsonLines);
        var sla = new Command("sla", "Writes the SLA ledger to standard output: who acknowledged what, when, after how much working time, in time or not.") { from, to, format };
        sla.Validators.Add(given => CheckOrder(given, from, to));
        sla.SetAction(async (parsed, cancel) =>
        {
            var tables = openStore(parsed);
            await using var closing = tables as IAsyncDisposable;
            await WriteAsync(tables, output, Start(parsed.GetValue(from)), Start(parsed.GetValue(to)), parsed.GetValue(format) == JsonLines, cancel);
            return 0;
        });
        return new Command("export", "Exports records.") { sla };
    }

    private static async Task WriteAsync(ITables tables, Func<Stream> output, Instant? from, Instant? to, bool asJson, CancellationToken cancel)
    {
        var names = new ChannelNames(new PeopleStore(tables));
        await using var writer = new StreamWriter(output(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024);
        await writer.WriteAsync(asJson ? "" : LedgerLines.CsvHeader);
        await foreach (var entry in new LedgerStore(tables).ReadAsync(from, to, cancel))
        {
            var channel = await names.OfAsync(entry, cancel);
            await writer.WriteAsync(asJson ? LedgerLines.Json(entry, channel) : LedgerLines.Csv(entry, channel));
        }
    }

    private static Option<string> Date(string name, string description)
    {
        var date = new Option<string>(name) { Description = description, HelpName = "DATE" };
        date.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is { } text && Start(text) is null)
            {
                given.AddError($"{name} takes a day such as 2026-11-01, not '{text}'.");
            }
        });
        return date;
    }

    private static void CheckOrder(CommandResult given, Option<string> from, Option<string> to)
    {
        if (Start(given.GetValue(from)) is { } start && Start(given.GetValue(to)) is { } end && end <= start)
        {
            given.AddError("--to has to be after --from; the day that --to names is not part of the export.");
        }
    }

    private static Instant? Start(string? day) =>
        day is not null && LocalDatePattern.Iso.Parse(day) is { Success: true } read ? read.Value.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() : null;

    /// <summary>The names of channels today, looked up once for each organisation.</summary>
    private sealed class ChannelNames(PeopleStore people)
    {
        private readonly Dictionary<string, Organisation> known = new(StringComparer.Ordinal);

        public async ValueTask<string?> OfAsync(LedgerEntry entry, CancellationToken cancel)
        {
            if (!known.TryGetValue(entry.Tenant, out var organisation))
            {
                known[entry.Tenant] = organisation = (await people.OrganisationAsync(entry.Tenant, cancel)).Value;
            }

            return organisation.FindChannel(entry.Channel)?.Name;
        }
    }
}
