using System.Collections.Concurrent;
using System.Diagnostics;
using NodaTime;
using TeamsBot.Domain;
using TeamsBot.Storage.Tables;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load;

/// <summary>What many running clocks cost while none of them rings, and how late one rings among them.</summary>
internal sealed class TimerMeasurement(FakeConnector connector, ScratchFolder scratch)
{
    private const int Reminders = 200;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);
    private static readonly Duration Window = Duration.FromSeconds(60);
    private static readonly Duration Ahead = Duration.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TurnSender sender = new(connector.Issuer, connector.ServiceUrl);
    private readonly byte[] turn = TurnSender.Bytes(connector.Activities().PersonalMessage(FakeTeam.Rep, "help"));
    private readonly ConcurrentDictionary<string, Instant> reminded = new();

    public async Task RunAsync(LoadOptions options, Figures figures, CancellationToken cancel)
    {
        using var closing = sender;
        await using var teams = await SmallConnector.StartAsync(conversation => reminded.TryAdd(conversation, TimeProvider.System.Now));
        var organisations = new Organisations(teams.ServiceUrl, tenants: 100, peopleInEach: 10);
        var (full, empty) = (scratch.New("open"), scratch.New("none"));
        var with = $"with {Figures.Number(options.Open)} open handoffs";
        await PrepareAsync(empty, organisations, teams, handoffs => handoffs.AgreeAsync(cancel), cancel);
        await PrepareAsync(full, organisations, teams, async handoffs =>
        {
            await handoffs.AgreeAsync(cancel);
            await handoffs.AddAsync(options.Open, cancel);
        }, cancel);

        List<Start> loaded = [], bare = [];
        for (var i = 0; i < options.Starts; i++)
        {
            loaded.Add(await StartAsync(full, cancel));
            bare.Add(await StartAsync(empty, cancel));
        }

        Report(figures, with, loaded);
        Report(figures, "with none", bare);
        figures.Add($"idle over {Idle.TotalSeconds:0} s {with}: share of one processor", await IdleAsync(full, cancel), aim: "2 %");
        figures.Add($"idle over {Idle.TotalSeconds:0} s with none: share of one processor", await IdleAsync(empty, cancel));

        var lateness = await LatenessAsync(full, organisations, teams, cancel);
        figures.Add($"{Reminders} reminders within {Window.TotalSeconds:0} s {with}: late by p50 / p95 / max, ms", lateness, aim: "p95 2,000 ms");
    }

    private static async Task PrepareAsync(string folder, Organisations organisations, SmallConnector teams, Func<OpenHandoffs, Task> prepare, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var tables = TableStorage.Open(storage: null, folder, TimeProvider.System);
        await using var closing = tables as IAsyncDisposable;
        await new StoredOrganisations(tables, organisations, teams.ServiceUrl).SetUpAsync(cancel);
        await prepare(new OpenHandoffs(tables, organisations));
        Figures.Progress($"prepared in {Figures.Number(Stopwatch.GetElapsedTime(began).TotalSeconds)} s");
    }

    private async Task<Start> StartAsync(string folder, CancellationToken cancel)
    {
        await using var server = BotServer.Start(connector.Issuer, folder);
        await server.ReadyAsync(cancel);
        var ready = Stopwatch.GetElapsedTime(server.StartedAt).TotalMilliseconds;
        await sender.SendAsync(server.Messages, turn, cancel);
        return new(ready, Stopwatch.GetElapsedTime(server.StartedAt).TotalMilliseconds);
    }

    private async Task<string> IdleAsync(string folder, CancellationToken cancel)
    {
        await using var server = BotServer.Start(connector.Issuer, folder);
        await server.ReadyAsync(cancel);
        await sender.SendAsync(server.Messages, turn, cancel);
        await Task.Delay(Settling, TimeProvider.System, cancel);
        var (began, before) = (Stopwatch.GetTimestamp(), server.ProcessorTime);
        await Task.Delay(Idle, TimeProvider.System, cancel);
        return ((server.ProcessorTime - before) / Stopwatch.GetElapsedTime(began)).ToString("0.00 %", System.Globalization.CultureInfo.InvariantCulture);
    }

    // From the moment that a reminder is due until it reaches Teams.
    private async Task<string> LatenessAsync(string folder, Organisations organisations, SmallConnector teams, CancellationToken cancel)
    {
        var from = TimeProvider.System.Now + Ahead;
        var due = Enumerable.Range(0, Reminders).Select(_ => from + (Window * Random.Shared.NextDouble())).ToList();
        IReadOnlyList<string> threads = [];
        await PrepareAsync(folder, organisations, teams, async handoffs => threads = await handoffs.AddDueAsync(due, cancel), cancel);
        await using var server = BotServer.Start(connector.Issuer, folder);
        await server.ReadyAsync(cancel);
        if (TimeProvider.System.Now > from)
        {
            throw new InvalidOperationException("The bot started too late to be measured.");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!threads.All(reminded.ContainsKey))
        {
            await pause.WaitForNextTickAsync(patience.Token);
        }

        var late = new Latencies([.. threads.Zip(due, (thread, at) => (reminded[thread] - at).TotalMilliseconds)], Window.ToTimeSpan());
        return string.Join(" / ", new[] { 50, 95, 100 }.Select(percent => Figures.Number(late.Percentile(percent))));
    }

    private static void Report(Figures figures, string with, List<Start> starts)
    {
        figures.Add($"start to ready {with}, ms, median (best)", Both(starts.Select(start => start.Ready)));
        figures.Add($"start to first answered turn {with}, ms, median (best)", Both(starts.Select(start => start.Answered)));
    }

    private static string Both(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return $"{Figures.Number(sorted[sorted.Length / 2])} ({Figures.Number(sorted[0])})";
    }

    private sealed record Start(double Ready, double Answered);
}
