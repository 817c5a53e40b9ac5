using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load;

/// <summary>Message turns: "help" in personal chats, the bot and the bare endpoint by turns in one run.</summary>
internal sealed class TurnMeasurement(TokenIssuer issuer, string serviceUrl, ScratchFolder scratch)
{
    // Everybody once as a stranger, whom the bot takes down, and then as somebody known, until compiled code has settled.
    private const int WarmingRounds = 6;
    private static readonly TimeSpan Warming = TimeSpan.FromMinutes(2);

    private readonly byte[][] turns = new Organisations(serviceUrl, Organisations.Most, peopleInEach: 10).Say("help");
    private readonly TurnSender sender = new(issuer, serviceUrl);
    private int last;

    public async Task RunAsync(LoadOptions options, Figures figures, CancellationToken cancel)
    {
        using var closing = sender;
        await using var bot = new Contestant("", BotServer.Start(issuer, scratch.New("turns")));
        await using var other = options.Other is { } build ? new Contestant(" (other build)", BotServer.Start(issuer, scratch.New("turns"), build)) : null;
        await using var bare = new Contestant("", BareServer.Start());
        Contestant[] bots = other is null ? [bot] : [bot, other];
        Contestant[] all = [.. bots, bare];
        foreach (var one in all)
        {
            await one.Server.ListeningAsync(cancel);
            await RunAsync(one, WarmingRounds * turns.Length, 32, Warming, cancel);
        }

        foreach (var concurrency in options.Concurrency)
        {
            Array.ForEach(all, one => one.Forget());
            for (var round = 0; round < options.Rounds; round++)
            {
                foreach (var one in all)
                {
                    await RunAsync(one, options.Turns, concurrency, options.Longest, cancel);
                }
            }

            Array.ForEach(bots, one => Report(figures, concurrency, one, bare));
        }

        Array.ForEach(bots, one => figures.Add(
            "working set after all turns, MB" + one.Name, Figures.Megabytes(one.Server.WorkingSet), Figures.Megabytes(bare.Server.WorkingSet)));
    }

    private async Task RunAsync(Contestant one, int count, int concurrency, TimeSpan longest, CancellationToken cancel)
    {
        var before = one.Server.ProcessorTime;
        var measured = await Crowd.RunAsync(count, concurrency, longest, _ => sender.SendAsync(one.Server.Messages, Next(), cancel));
        one.Take(measured, one.Server.ProcessorTime - before);
    }

    private byte[] Next() => turns[(uint)Interlocked.Increment(ref last) % (uint)turns.Length];

    private static void Report(Figures figures, int concurrency, Contestant bot, Contestant bare)
    {
        var (a, b) = (bot.Measured, bare.Measured);
        var at = $"message turns, {concurrency} at a time{bot.Name}: ";
        figures.Add(at + "turns/s", Figures.Number(a.PerSecond), Figures.Number(b.PerSecond), Figures.Percent(a.PerSecond / b.PerSecond), "60 %");
        figures.Add(at + "p50 / p95 / p99, ms", a.Percentiles, b.Percentiles);
        figures.Add(at + "processor time of one turn, µs", Figures.Number(bot.MicrosecondsOfOne), Figures.Number(bare.MicrosecondsOfOne), Figures.Percent(bare.MicrosecondsOfOne / bot.MicrosecondsOfOne));
    }

    private sealed class Contestant(string name, ServerProcess server) : IAsyncDisposable
    {
        private readonly List<Latencies> rounds = [];
        private TimeSpan processorTime;

        /// <summary>What tells it from the others in the table.</summary>
        public string Name => name;

        public ServerProcess Server => server;

        public Latencies Measured => Latencies.Together(rounds);

        public double MicrosecondsOfOne => processorTime.TotalMicroseconds / Measured.Milliseconds.Length;

        public void Take(Latencies measured, TimeSpan used)
        {
            rounds.Add(measured);
            processorTime += used;
        }

        public void Forget()
        {
            rounds.Clear();
            processorTime = TimeSpan.Zero;
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
