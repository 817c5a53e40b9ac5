using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Features.Import.Sample;

/// <summary>
/// Leads to try the bot with: invented people with names in four scripts, addresses under .example and telephone numbers that are
/// reserved for fiction. Among them are two with the same name, one of whom next to nothing is known, and one that tries to break out of a card.
/// </summary>
public static partial class SampleData
{
    private const string Folder = "TeamsBot.Features.Import.Sample.";
    private static readonly LeadId First = new("S-1001");

    /// <summary>
    /// Imports the sample as any file is imported, unless it is there already. Its dates count back from now, so that it
    /// looks the same on any day.
    /// </summary>
    /// <returns>How many leads were added.</returns>
    public static async Task<long> ImportAsync(ITables tables, TimeProvider clock, CancellationToken cancel)
    {
        await tables.CreateAsync(TableNames.All, cancel);
        if (await new LeadStore(tables, clock).GetAsync(First, cancel) is not null)
        {
            return 0;
        }

        var mapping = MappingReader.Parse(Read("sample.mapping.json"), out var errors)
            ?? throw new InvalidOperationException(string.Join('\n', errors));
        var text = TimeAgo().Replace(Read("sample.csv"), ago => At(ago, clock.GetUtcNow()));
        using var file = new CsvFile("sample.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), mapping.Format);
        var mapper = new RowMapper(mapping, new JoinedRows(mapping, file.Columns, "sample.csv", folders: []), "sample.csv");
        var report = await new Importer(tables, clock, Refuse).ImportAsync(file, mapper, mapping, cancel);
        return report.Counts.Added;
    }

    private static void Refuse(SourceRow row, string reason) =>
        throw new InvalidOperationException($"The sample's line {row.Line} was refused: {reason}.");

    private static string At(Match ago, DateTimeOffset now)
    {
        var days = TimeSpan.FromDays(int.Parse(ago.Groups["days"].ValueSpan, CultureInfo.InvariantCulture));
        var time = TimeSpan.ParseExact(ago.Groups["time"].ValueSpan, "hh\\:mm", CultureInfo.InvariantCulture);
        return (now - days - time).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }

    private static string Read(string name)
    {
        using var stream = typeof(SampleData).Assembly.GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // "@-9d01:10": nine days, one hour and ten minutes ago.
    [GeneratedRegex("@-(?<days>[0-9]{1,3})d(?<time>[0-9]{2}:[0-9]{2})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TimeAgo();
}
