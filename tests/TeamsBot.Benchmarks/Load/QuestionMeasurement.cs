using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NodaTime;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Benchmarks.Load;

/// <summary>What it takes to build the read model of many records, and to answer typical questions from it, beside plain SQL on the same file.</summary>
internal sealed class QuestionMeasurement(ScratchFolder scratch)
{
    private const int Rounds = 15;

    public async Task RunAsync(int leads, Figures figures, CancellationToken cancel)
    {
        var folder = scratch.New("questions");
        var tables = TableStorage.Open(storage: null, folder, TimeProvider.System);
        await using var closing = tables as IAsyncDisposable;
        Figures.Progress($"writing {Figures.Number(leads)} leads and {Figures.Number(leads / 5.0)} deals");
        await new GeneratedRecords(tables).WriteAsync(leads, cancel);
        await BuildAsync(folder, leads, figures, cancel);
        await using var model = new FiguresModel(tables, folder, TimeProvider.System);
        await AskAsync(model, Path.Combine(folder, FiguresModel.FileName), figures, cancel);
        await IdleAsync(model, figures, cancel);
    }

    private static async Task BuildAsync(string folder, int leads, Figures figures, CancellationToken cancel)
    {
        await using var process = ModelProcess.Start(folder);
        long peak = 0;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var exited = process.ExitedAsync(cancel);
        while (!exited.IsCompleted && await pause.WaitForNextTickAsync(cancel))
        {
            peak = Math.Max(peak, process.WorkingSetOrNone);
        }

        await exited;
        var elapsed = Stopwatch.GetElapsedTime(process.StartedAt);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The build failed.{Environment.NewLine}{process.Output}");
        }

        figures.Add($"read model of {Figures.Number(leads)} leads and a fifth as many deals: build, s", Figures.Number(elapsed.TotalSeconds), aim: "90 s");
        figures.Add("read model: peak working set while building, MB", Figures.Megabytes(peak), aim: "1,024 MB");
        figures.Add("read model: file, MB", Figures.Megabytes(new FileInfo(Path.Combine(folder, FiguresModel.FileName)).Length));
    }

    private static async Task AskAsync(FiguresModel model, string file, Figures figures, CancellationToken cancel)
    {
        await using var plain = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        await plain.OpenAsync(cancel);
        Dictionary<string, (List<double> Bot, List<double> Plain)> times = [];
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var question in TypicalQuestion.All)
            {
                var (bot, sql) = (await TimeAsync(() => model.AnswerAsync(question.Query, DateTimeZone.Utc, cancel)), await TimeAsync(() => RunAsync(plain, question.Sql, cancel)));
                if (round >= 0)
                {
                    var known = times.TryGetValue(question.Text, out var before) ? before : times[question.Text] = ([], []);
                    known.Bot.Add(bot);
                    known.Plain.Add(sql);
                }
            }
        }

        foreach (var (text, (bot, sql)) in times)
        {
            Add($"question \"{text}\": p50, ms", Percentile(bot, 0.5), Percentile(sql, 0.5), "", figures);
        }

        Add($"{times.Count} typical questions: p50, ms", Percentile(times.Values.SelectMany(time => time.Bot), 0.5), Percentile(times.Values.SelectMany(time => time.Plain), 0.5), "", figures);
        Add($"{times.Count} typical questions: p95, ms", Percentile(times.Values.SelectMany(time => time.Bot), 0.95), Percentile(times.Values.SelectMany(time => time.Plain), 0.95), "300 ms", figures);
    }

    private static async Task IdleAsync(FiguresModel model, Figures figures, CancellationToken cancel)
    {
        List<double> times = [];
        for (var i = 0; i < 200; i++)
        {
            times.Add(await TimeAsync(() => model.CatchUpAsync(cancel)));
        }

        figures.Add("catching up when nothing changed: p95, ms", Figures.Number(Percentile(times, 0.95)));
        figures.Add("reading the vocabulary, ms", Figures.Number(await TimeAsync(() => model.VocabularyAsync(cancel))));
    }

    private static void Add(string what, double bot, double plain, string aim, Figures figures) =>
        figures.Add(what, Figures.Number(bot), Figures.Number(plain), (bot / plain).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), aim);

    private static async Task<long> RunAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of this program's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancel);
        long rows = 0;
        while (await reader.ReadAsync(cancel))
        {
            rows++;
        }

        return rows;
    }

    private static async Task<double> TimeAsync<T>(Func<Task<T>> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static double Percentile(IEnumerable<double> times, double part)
    {
        double[] ordered = [.. times.Order()];
        return ordered[(int)Math.Ceiling(part * ordered.Length) - 1];
    }
}
