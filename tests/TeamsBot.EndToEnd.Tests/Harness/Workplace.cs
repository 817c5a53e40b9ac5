using TeamsBot.Hosting.Playground;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>A bot, the Playground before it and the gate between them: all that one test needs, gone when it is over.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = Loopback.FreePort();
    private readonly string? storage;
    private PlaygroundProcess? playground;

    private Workplace(ConnectorGate gate, string? storage)
    {
        Gate = gate;
        this.storage = storage;
    }

    public ConnectorGate Gate { get; }

    public BotProcess Bot { get; private set; } = null!;

    public PlaygroundRest Rest { get; private set; } = null!;

    private Uri Playground { get; set; } = null!;

    /// <summary>Starts everything on empty data.</summary>
    /// <param name="storage">A connection string of Azure Tables instead of the embedded store.</param>
    public static async Task<Workplace> StartAsync(string? storage = null)
    {
        var workplace = new Workplace(await ConnectorGate.StartAsync(), storage);
        await workplace.StartBotAsync();
        await workplace.StartPlaygroundAsync();
        return workplace;
    }

    /// <summary>Starts the bot, again on the same data when it has run before.</summary>
    public async Task StartBotAsync() => Bot = await BotProcess.StartAsync(new BotStart(Path.Combine(folder.Path, "data"), port, storage));

    public Task<PlaygroundPage> OpenPageAsync(Chromium chromium) => PlaygroundPage.OpenAsync(chromium, Playground);

    /// <summary>The first card that the bot posted or updated and that fits, seen already or yet to come.</summary>
    public async Task<PostedCard> CardAsync(Func<PostedCard, bool> fits) =>
        PostedCard.Of(await Gate.Calls.FirstAsync(call => PostedCard.Of(call) is { } card && fits(card), Deadline.Step))!;

    public async ValueTask DisposeAsync()
    {
        Rest?.Dispose();
        if (playground is not null)
        {
            await playground.DisposeAsync();
        }

        if (Bot is not null)
        {
            await Bot.DisposeAsync();
        }

        await Gate.DisposeAsync();
        folder.Dispose();
    }

    private async Task StartPlaygroundAsync()
    {
        var script = NodePackages.File("@microsoft", "m365agentsplayground", "cli.js");
        playground = PlaygroundProcess.Start(script, Path.Combine(folder.Path, "playground"), Bot.Messages, Loopback.FreePort(), Gate.Address);
        using var deadline = new CancellationTokenSource(Deadline.Start);
        Playground = await playground.ListeningAsync(deadline.Token) ?? throw new InvalidOperationException("The Playground ended at once.");
        Gate.LeadTo(Playground);
        Rest = new PlaygroundRest(Playground);
    }
}
