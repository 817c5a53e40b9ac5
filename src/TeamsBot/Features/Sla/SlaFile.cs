using System.Globalization;
using System.Text;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Features.Sla;

/// <summary>The ledger of some days as a file for a spreadsheet, as far as its reader may see it.</summary>
public sealed class SlaFile(SlaJournal journal)
{
    /// <summary>More rows are no file for a chat; with so many it has about 20 MB.</summary>
    public const int MostRows = 50_000;

    /// <summary>The bytes, and how many rows they are; one row too many where there are more than a chat takes.</summary>
    public async Task<(MemoryStream Bytes, int Rows)> MakeAsync(Organisation organisation, SlaScope scope, DaySpan days, CancellationToken cancel)
    {
        // With a byte order mark: without it, Excel would take the file for the local code page.
        var bytes = new MemoryStream();
        await using var writer = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(LedgerLines.CsvHeader);
        var rows = 0;
        await foreach (var entry in journal.ReadAsync(scope, days, organisation.TimeZone, cancel).Take(MostRows + 1))
        {
            await writer.WriteAsync(LedgerLines.Csv(entry, organisation.FindChannel(entry.Channel)?.Name));
            rows++;
        }

        return (bytes, rows);
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
