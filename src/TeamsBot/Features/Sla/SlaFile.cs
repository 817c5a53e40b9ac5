using System.Globalization;
using TeamsBot.Domain;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Hosting.Files;
using TeamsBot.Storage.Stores;
using TeamsBot.Text;

namespace TeamsBot.Features.Sla;

/// <summary>The ledger of some days as a file for a spreadsheet, as far as its reader may see it.</summary>
public sealed class SlaFile(SlaJournal journal, TimeProvider time) : IFileMaker
{
    private const string OfSla = "sla";

    public string Kind => OfSla;

    public static FileRef Of(DaySpan days) => new(OfSla, days.ToString());

    public bool Knows(string what) => DaySpan.Parse(what) is not null;

    public async Task<FileMade> MakeAsync(Organisation organisation, Person person, string what, CancellationToken cancel)
    {
        var (say, days) = (Say.In(person.Language ?? organisation.Language), DaySpan.Parse(what)!);
        if (SlaScope.Of(organisation, person) is not { } scope)
        {
            return new FileMade.Refused(say.Text("refused.sla"));
        }

        var (bytes, rows) = await WriteAsync(organisation, scope, days, cancel);
        var period = SlaWords.Of(days, new(say, person.TimeZone ?? organisation.TimeZone, time.Now));
        return rows is 0 or > IFileMaker.MostRows
            ? new FileMade.Refused(say.Text(rows == 0 ? "sla.nothing" : "sla.tooMuch", ("period", period)))
            : new FileMade.Ready(NameOf(days), say.Text("sla.file", ("period", period), ("rows", rows)), bytes);
    }

    // One row too many where there are more than a chat takes.
    private async Task<(MemoryStream Bytes, int Rows)> WriteAsync(Organisation organisation, SlaScope scope, DaySpan days, CancellationToken cancel)
    {
        var file = new CsvFile();
        await file.WriteAsync(LedgerLines.CsvHeader);
        var rows = 0;
        await foreach (var entry in journal.ReadAsync(scope, days, organisation.TimeZone, cancel).Take(IFileMaker.MostRows + 1))
        {
            await file.WriteAsync(LedgerLines.Csv(entry, organisation.FindChannel(entry.Channel)?.Name));
            rows++;
        }

        return (await file.EndAsync(), rows);
    }

    /// <summary>"baton-sla-2026-11.csv", "baton-sla-2026-q4.csv", and with both days for other stretches.</summary>
    public static string NameOf(DaySpan days)
    {
        var last = days.To.PlusDays(-1);
        var name = days.From is not { } from ? string.Create(CultureInfo.InvariantCulture, $"until-{last:uuuu-MM-dd}")
            : days == DaySpan.Of(ReportPeriod.ThisMonth, from) ? string.Create(CultureInfo.InvariantCulture, $"{from:uuuu-MM}")
            : days == DaySpan.Of(ReportPeriod.ThisQuarter, from) ? string.Create(CultureInfo.InvariantCulture, $"{from:uuuu}-q{(from.Month + 2) / 3}")
            : string.Create(CultureInfo.InvariantCulture, $"{from:uuuu-MM-dd}-to-{last:uuuu-MM-dd}");
        return $"baton-sla-{name}.csv";
    }
}
