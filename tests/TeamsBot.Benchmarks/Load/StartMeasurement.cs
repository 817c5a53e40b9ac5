using System.Diagnostics;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load;

/// <summary>From the start of a process to its first answered turn, and what it holds in memory when nothing happens.</summary>
internal sealed class StartMeasurement(FakeConnector connector, ScratchFolder scratch)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, string> Development = new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Playground__Enabled"] = "false",
    };

    private readonly TurnSender sender = new(connector.Issuer, connector.ServiceUrl);
    private readonly string data = scratch.New("data");
    private readonly byte[] turn = TurnSender.Bytes(connector.Activities().PersonalMessage(FakeTeam.Rep, "help"));

    public async Task RunAsync(int starts, Figures figures, CancellationToken cancel)
    {
        using var closing = sender;
        var first = await IdleAsync(Product(), cancel);
        List<Start> local = [], signed = [], bare = [];
        for (var i = 0; i < starts; i++)
        {
            local.Add(await FirstTurnAsync(Product(), cancel));
            signed.Add(await FirstTurnAsync(BotServer.Start(connector.Issuer, scratch.New("start")), cancel));
            bare.Add(await FirstTurnAsync(BareServer.Start(), cancel));
        }

        Report(figures, "start to first answered turn, no app id", local, bare, "700 ms");
        Report(figures, "start to first answered turn, tokens validated", signed, bare, "700 ms");
        var bareIdle = Figures.Megabytes(await IdleAsync(BareServer.Start(), cancel));
        figures.Add("working set 10 s after the very first start and one turn, MB", Figures.Megabytes(first), bareIdle, aim: "90 MB");
        figures.Add("working set 10 s after a later start and one turn, MB", Figures.Megabytes(await IdleAsync(Product(), cancel)), bareIdle, aim: "90 MB");
    }

    // The very first start also imports the sample leads; all others find them.
    private ServerProcess Product() => ServerProcess.Start(Path.Combine(AppContext.BaseDirectory, "TeamsBot.dll"), ["--data", data], Development);

    private async Task<Start> FirstTurnAsync(ServerProcess started, CancellationToken cancel)
    {
        await using var server = started;
        await server.ListeningAsync(cancel);
        await sender.SendAsync(server.Messages, turn, cancel);
        return new(Stopwatch.GetElapsedTime(server.StartedAt).TotalMilliseconds, server.ProcessorTime.TotalMilliseconds);
    }

    private async Task<long> IdleAsync(ServerProcess started, CancellationToken cancel)
    {
        await using var server = started;
        await server.ListeningAsync(cancel);
        await sender.SendAsync(server.Messages, turn, cancel);
        await Task.Delay(Idle, TimeProvider.System, cancel);
        return server.WorkingSet;
    }

    // The median, and the best: what the machine was busy with only ever adds.
    private static void Report(Figures figures, string what, List<Start> bot, List<Start> bare, string aim)
    {
        figures.Add(what + ", ms, median (best)", Both(bot, start => start.Elapsed), Both(bare, start => start.Elapsed), aim: aim);
        figures.Add(what + ", processor time, ms, median (best)", Both(bot, start => start.ProcessorTime), Both(bare, start => start.ProcessorTime));
    }

    private static string Both(List<Start> starts, Func<Start, double> of) =>
        $"{Figures.Number(starts.Select(of).Order().ElementAt(starts.Count / 2))} ({Figures.Number(starts.Min(of))})";

    private sealed record Start(double Elapsed, double ProcessorTime);
}
