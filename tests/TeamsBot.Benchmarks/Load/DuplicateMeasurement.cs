using System.Diagnostics;
using System.Globalization;
using NodaTime;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.Benchmarks.Load;

/// <summary>How many leads a second are compared with all others, keys and joins written, as the bot's workers do it after an import into an empty embedded store.</summary>
internal sealed class DuplicateMeasurement(ScratchFolder scratch)
{
    private const int OfImport = 1000;
    private const int OfWork = 200;
    private const int Workers = 8;
    private static readonly Instant Start = Instant.FromUtc(2020, 1, 1, 0, 0);
    private static readonly Coverage Covered = new([nameof(Lead.Name), nameof(Lead.Company), nameof(Lead.Email), nameof(Lead.Phone), nameof(Lead.Country), nameof(Lead.CreatedAt), nameof(Lead.Stage)], []);

    private static readonly string[] Given = ["Nadia", "Tomasz", "ليلى", "Сергей", "Benjamin", "Łucja", "Omar", "Ewa", "Gabriela", "Lena", "Katarzyna", "Иван", "Margaret", "خالد", "Sören", "Chloé"];
    private static readonly string[] Syllables = ["bran", "dor", "kel", "mar", "nov", "pol", "ros", "sten", "tal", "vik", "wes", "zan", "gri", "hol", "jus", "lam"];

    public async Task RunAsync(int count, Figures figures, CancellationToken cancel)
    {
        var tables = TableStorage.Open(storage: null, scratch.New("duplicates"), TimeProvider.System);
        await using var closing = tables as IAsyncDisposable;
        await tables.CreateAsync(TableNames.All, cancel);
        var leads = new LeadStore(tables, TimeProvider.System);
        Figures.Progress($"writing {Figures.Number(count)} leads");
        foreach (var some in Enumerable.Range(0, count).Chunk(OfImport))
        {
            await leads.SaveAsync([.. some.Select(Generated)], Covered, cancel);
        }

        var (joins, pairs, queue) = (new JoinStore(tables), new PairStore(tables), new WorkQueue(tables, TimeProvider.System));
        var search = new DuplicateSearch(tables, leads, joins, pairs, new(tables, joins, pairs, new HandoffStore(tables), queue, TimeProvider.System), TimeProvider.System);
        var (joined, shown, began, processor) = (0, 0, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Parallel.ForEachAsync(Enumerable.Range(0, count).Chunk(OfWork), new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancel }, async (some, stop) =>
        {
            var found = await search.RunAsync([.. some.Select(number => new LeadId(IdOf(number)))], stop);
            Interlocked.Add(ref joined, found.Joined);
            Interlocked.Add(ref shown, found.Shown);
        });

        var elapsed = Stopwatch.GetElapsedTime(began);
        figures.Add($"{Figures.Number(count)} leads compared: leads/s", Figures.Number(count / elapsed.TotalSeconds), aim: "2,000 leads/s");
        figures.Add("processor time of a thousand, ms", Figures.Number((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / count * 1000));
        figures.Add("of them joined by themselves", Figures.Count(joined));
        figures.Add("pairs that wait for a person", Figures.Count(shown));
        figures.Add("memory of the process, MB", Figures.Megabytes(Environment.WorkingSet));
    }

    // As identifiers of real systems these scatter over the keys.
    private static string IdOf(int number) => (number * 2654435761u).ToString("x8", CultureInfo.InvariantCulture);

    // Of a hundred one comes twice with its address, one with a slip in its name.
    private static Lead Generated(int number)
    {
        var person = (number % 100) switch { 98 => number - 98 + (number / 100 % 90), 99 => number - 99 + (number / 100 % 90), _ => number };
        var (name, company) = (NameOf(person), $"{Word(person / 4, 3)} {Word(person / 60, 3)} Ltd");
        return new(new(IdOf(number)))
        {
            Name = number % 100 == 99 ? name[..^2] + name[^1] : name,
            Company = company,
            Email = number % 100 == 99 || person % 3 == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"p{person}@{company.Replace(' ', '-')}.example"),
            Phone = person % 2 == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"+48 {500_000_000 + (person * 7919L % 400_000_000)}"),
            Country = "Poland",
            CreatedAt = Start + Duration.FromMinutes(number),
        };
    }

    /// <summary>A name that no two of a million share.</summary>
    internal static string NameOf(int number) => $"{Given[number % Given.Length]} {Word(number, 4)}";

    internal static string Word(int number, int syllables)
    {
        var mixed = (ulong)(number + 1) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        return string.Concat(Enumerable.Range(0, syllables).Select(at => Syllables[(int)(mixed >> (20 + (4 * at))) & 15]));
    }
}
