using System.Diagnostics;
using System.Globalization;

namespace TeamsBot.Benchmarks.Load;

/// <summary>The command <c>import</c> on a generated file of leads, into an empty embedded store.</summary>
internal sealed class ImportMeasurement(ScratchFolder scratch)
{
    private const string Mapping = """
        {
          "records": "leads",
          "fields": {
            "id": "id", "name": "name", "company": "company", "email": "email", "source": "source", "campaign": "campaign",
            "createdAt": { "column": "created", "format": "yyyy-MM-dd" }, "score": "score"
          },
          "attributes": { "lead_type": { "column": "type", "label": { "en": "lead type" } } }
        }
        """;

    private static readonly string[] Sources = ["paid search", "organic search", "social", "email", "referral", "event"];
    private static readonly string[] GivenNames = ["Nadia", "Tomasz", "ليلى", "陈伟", "Ben", "Łucja", "Omar", "Ewa", "美玲", "Lena"];
    private static readonly string[] FamilyNames = ["Brandt", "Wilk", "حداد", "王", "Ortiz", "Kowalska", "Haddad", "Nowak", "李", "Hoff"];

    public async Task RunAsync(int rows, Figures figures, CancellationToken cancel)
    {
        var (file, mapping) = (scratch.New("leads.csv"), scratch.New("mapping.json"));
        await File.WriteAllLinesAsync(file, Lines(rows), cancel);
        await File.WriteAllTextAsync(mapping, Mapping, cancel);
        var arguments = new[] { "import", file, "--map", mapping, "--data", scratch.New("import") };
        await ImportAsync(arguments, $"import of {Figures.Number(rows)} new leads", rows, "20,000 rows/s", figures, cancel);
        await ImportAsync(arguments, "the same file again", rows, "", figures, cancel);
    }

    private static async Task ImportAsync(string[] arguments, string what, int rows, string aim, Figures figures, CancellationToken cancel)
    {
        await using var import = ServerProcess.Start(Path.Combine(AppContext.BaseDirectory, "TeamsBot.dll"), arguments, new Dictionary<string, string>());
        long peak = 0;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var exited = import.ExitedAsync(cancel);
        while (!exited.IsCompleted && await pause.WaitForNextTickAsync(cancel))
        {
            peak = Math.Max(peak, import.WorkingSetOrNone);
        }

        await exited;
        var elapsed = Stopwatch.GetElapsedTime(import.StartedAt);
        if (import.ExitCode != 0)
        {
            throw new InvalidOperationException($"The import failed.{Environment.NewLine}{import.Output}");
        }

        figures.Add($"{what}: rows/s, process start included", Figures.Number(rows / elapsed.TotalSeconds), aim: aim);
        figures.Add($"{what}: peak working set, MB", Figures.Megabytes(peak));
    }

    private static IEnumerable<string> Lines(int rows)
    {
        yield return "id,name,company,email,source,campaign,created,score,type";
        for (var i = 0; i < rows; i++)
        {
            // As identifiers of real systems, and unlike numbers in order, these scatter over the keys.
            var id = (i * 2654435761u).ToString("x8", CultureInfo.InvariantCulture);
            var name = $"{GivenNames[i % GivenNames.Length]} {FamilyNames[i / 7 % FamilyNames.Length]}";
            var day = new DateOnly(2018, 1, 1).AddDays(i % 365).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{id},{name},Company {i % 5_000},{id}@example.com,{Sources[i % Sources.Length]},campaign-{i % 40},{day},{i % 101},online");
        }
    }
}
