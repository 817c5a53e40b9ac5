using System.Text.Json;
using TeamsBot.Features.Handoffs;
using TeamsBot.Storage.Tables;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load;

/// <summary>Accepting clicks, each with its write: sixteen people on cards of their own, then fifty on the same card.</summary>
internal sealed class ClickMeasurement(FakeConnector connector, ScratchFolder scratch)
{
    private const int Clickers = 16;
    private const int Members = 12;
    private const int Racers = 50;
    private const int Races = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly TurnSender sender = new(connector.Issuer, connector.ServiceUrl);
    private readonly Organisations teams = new(connector.ServiceUrl, tenants: 100, peopleInEach: Members);
    private readonly Organisations crowd = new(connector.ServiceUrl, tenants: 100, peopleInEach: Racers);

    public async Task RunAsync(LoadOptions options, Figures figures, CancellationToken cancel)
    {
        using var closing = sender;
        var folder = scratch.New("clicks");
        var cards = await PrepareAsync(folder, (2 * options.Handoffs) + Races, cancel);
        await using var bot = BotServer.Start(connector.Issuer, folder);
        await bot.ListeningAsync(cancel);

        await AcceptAllAsync(bot, cards[..options.Handoffs], cancel);
        var before = bot.ProcessorTime;
        var accepted = await AcceptAllAsync(bot, cards[options.Handoffs..(2 * options.Handoffs)], cancel);
        figures.Add("accepting clicks, 16 at a time: clicks/s", Figures.Number(accepted.PerSecond));
        figures.Add("accepting clicks, 16 at a time: p50 / p95 / p99, ms", accepted.Percentiles, aim: "p99 50 ms");
        figures.Add("accepting clicks, all that follows included: processor time of one, µs", Figures.Number((bot.ProcessorTime - before).TotalMicroseconds / options.Handoffs));

        var races = Latencies.Together(await RaceAllAsync(bot, cards[(2 * options.Handoffs)..], cancel));
        figures.Add("50 people accept one card: p50 / p95 / p99, ms", races.Percentiles);
        figures.Add("working set after all clicks, MB", Figures.Megabytes(bot.WorkingSet));
    }

    private async Task<PostedCard[]> PrepareAsync(string folder, int count, CancellationToken cancel)
    {
        Figures.Progress($"preparing {count} handoffs");
        var tables = TableStorage.Open(storage: null, folder, TimeProvider.System);
        await using var closing = tables as IAsyncDisposable;
        return await new WaitingHandoffs(connector, tables, teams).PrepareAsync(count, cancel);
    }

    // The people look at a card before they press its button, as Teams does for them.
    private async Task<Latencies> AcceptAllAsync(ServerProcess bot, PostedCard[] cards, CancellationToken cancel)
    {
        await Crowd.RunAsync(cards.Length, Clickers, Longest, number => ClickAsync(bot, cards[number], number, HandoffVerbs.View, cancel));
        return await Crowd.RunAsync(cards.Length, Clickers, Longest, number => AcceptAsync(bot, cards[number], number, cancel));
    }

    private async Task AcceptAsync(ServerProcess bot, PostedCard card, int number, CancellationToken cancel)
    {
        if (!IsCard(await ClickAsync(bot, card, number, HandoffVerbs.Accept, cancel)))
        {
            throw new InvalidOperationException("An acceptance without a rival was refused.");
        }
    }

    private Task<byte[]> ClickAsync(ServerProcess bot, PostedCard card, int number, string verb, CancellationToken cancel) =>
        sender.SendAsync(bot.Messages, teams.Click(card.Tenant, number / teams.Tenants % Members, card, verb, card.Data), cancel);

    private async Task<List<Latencies>> RaceAllAsync(ServerProcess bot, PostedCard[] cards, CancellationToken cancel)
    {
        List<Latencies> races = [];
        foreach (var card in cards)
        {
            await Crowd.RunAsync(Racers, Racers, Longest, number => RaceClickAsync(bot, card, number, HandoffVerbs.View, cancel));
            races.Add(await RaceAsync(bot, card, cancel));
        }

        return races;
    }

    private async Task<Latencies> RaceAsync(ServerProcess bot, PostedCard card, CancellationToken cancel)
    {
        var owners = 0;
        var race = await Crowd.RunAsync(Racers, Racers, Longest, async number =>
        {
            if (IsCard(await RaceClickAsync(bot, card, number, HandoffVerbs.Accept, cancel)))
            {
                Interlocked.Increment(ref owners);
            }
        });
        return owners == 1 ? race : throw new InvalidOperationException($"{owners} of {Racers} people got the same handoff.");
    }

    private Task<byte[]> RaceClickAsync(ServerProcess bot, PostedCard card, int number, string verb, CancellationToken cancel) =>
        sender.SendAsync(bot.Messages, crowd.Click(card.Tenant, number, card, verb, card.Data), cancel);

    private static bool IsCard(byte[] answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("type").GetString() == "application/vnd.microsoft.card.adaptive";
    }
}
