using TeamsBot.Hosting.Playground;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>A bot, the Playground before it and the gate between them: all that one test needs, gone when it is over.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ConnectorGate gate;
    private readonly string? storage;
    private readonly int port = Loopback.FreePort();
    private PlaygroundProcess? playground;
    private Uri? page;

    private Workplace(ConnectorGate gate, string? storage)
    {
        this.gate = gate;
        this.storage = storage;
    }

    public ConnectorGate Gate => gate;

    /// <summary>The bot that the Playground speaks to.</summary>
    public BotProcess Bot { get; private set; } = null!;

    public PlaygroundRest Rest { get; private set; } = null!;

    /// <summary>Starts everything on a new store. The embedded one has the sample leads in it then, the other one none.</summary>
    /// <param name="storage">A connection string of Azure Tables; null for the embedded store.</param>
    public static async Task<Workplace> StartAsync(string? storage = null)
    {
        var workplace = new Workplace(await ConnectorGate.StartAsync(), storage);
        try
        {
            await workplace.OpenAsync();
            return workplace;
        }
        catch
        {
            await workplace.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the bot, again on the same data when it has run before.</summary>
    public async Task StartBotAsync()
    {
        Bot = await BotProcess.StartAsync(Start(port));
        await Bot.LogLineAsync("Talk to Baton");
    }

    /// <summary>The folder of the embedded store.</summary>
    public string Data => Path.Combine(folder.Path, "data");

    /// <summary>Starts one more bot on the same store. The Playground does not know of it; the caller ends it.</summary>
    public Task<BotProcess> StartAnotherBotAsync() => BotProcess.StartAsync(Start(Loopback.FreePort()));

    /// <summary>Imports leads that have an id and a name, from a file, while the bot runs.</summary>
    public async Task ImportAsync(params IEnumerable<(string Id, string Name)> leads)
    {
        var file = Path.Combine(folder.Path, "leads.csv");
        var mapping = Path.Combine(folder.Path, "mapping.json");
        await File.WriteAllLinesAsync(file, ["id,name", .. leads.Select(lead => $"{lead.Id},{lead.Name}")]);
        await File.WriteAllTextAsync(mapping, """{ "records": "leads", "fields": { "id": "id", "name": "name" } }""");
        await BotProcess.RunAsync(Start(port), "import", file, "--map", mapping);
    }

    public Task<PlaygroundPage> OpenPageAsync(Chromium chromium) => PlaygroundPage.OpenAsync(chromium, page!);

    /// <summary>The first card that the bot posted or updated and that fits, seen already or yet to come.</summary>
    public async Task<PostedCard> CardAsync(Func<PostedCard, bool> fits) =>
        PostedCard.Of(await Gate.Calls.FirstAsync(call => PostedCard.Of(call) is { } card && fits(card), Deadline.Lease))!;

    /// <summary>Completes when no work is due or under way in the embedded store; leads that were saved just now are compared later.</summary>
    public async Task IdleAsync()
    {
        var tables = TableStorage.Open(storage: null, Data, TimeProvider.System);
        await using var closing = (IAsyncDisposable)tables;
        using var limit = new CancellationTokenSource(Deadline.Lease);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (await tables.QueryAsync(TableNames.Work, TableRange.Everything, take: null, limit.Token)
            .AnyAsync(row => row.GetString("Kind") != DuplicateWork.WorkKind && row.GetDateTimeOffset("Due") < TimeProvider.System.GetUtcNow() + WorkQueue.Lease.ToTimeSpan(), limit.Token))
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Rest?.Dispose();
        if (Bot is not null)
        {
            await Bot.DisposeAsync();
        }

        if (playground is not null)
        {
            await playground.DisposeAsync();
        }

        await gate.DisposeAsync();
        folder.Dispose();
    }

    private async Task OpenAsync()
    {
        await StartPlaygroundAsync();
        await StartBotAsync();
        if (storage is null)
        {
            await Bot.LogLineAsync("sample leads are in the store");
        }
    }

    private async Task StartPlaygroundAsync()
    {
        var script = NodePackages.File("@microsoft", "m365agentsplayground", "cli.js");
        playground = PlaygroundProcess.Start(script, Path.Combine(folder.Path, "playground"), new Uri(Loopback.Address(port), "/api/messages"), Loopback.FreePort(), gate.Connector);
        using var deadline = new CancellationTokenSource(Deadline.Start);
        page = await playground.ListeningAsync(deadline.Token) ?? throw new InvalidOperationException("The Playground ended at once.");
        gate.LeadTo(page);
        Rest = new PlaygroundRest(page);
    }

    private BotStart Start(int at) =>
        new(Data, at, storage, new Dictionary<string, string?> { ["Playground__Address"] = gate.Address.AbsoluteUri }) { OutlivesFullDisk = OperatingSystem.IsLinux() };
}
