using System.Globalization;
using System.Net.Http.Headers;
using TeamsBot.Domain;
using TeamsBot.Features.Intake;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load.Day;

/// <summary>
/// Two bots on one store. A request goes to the one that it is meant for and, where that one does not answer, to the other: as a load
/// balancer does that hears of an instance's end only when it is gone.
/// </summary>
internal sealed class DayFleet : IAsyncDisposable
{
    private const int Bots = 2;
    private const int MostTries = 20;
    private const string Secret = "a secret of a day of measurements";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ServerProcess[] bots = new ServerProcess[Bots];
    private readonly string[] names = ["bot 1", "bot 2"];
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false });
    private readonly TurnSender sender;
    private readonly Func<int, ServerProcess> start;
    private int sentAgain;

    private DayFleet(TurnSender sender, Func<int, ServerProcess> start) => (this.sender, this.start) = (sender, start);

    /// <summary>The ones that run now.</summary>
    public IReadOnlyList<ServerProcess> Running => bots;

    /// <summary>What the process that runs there now is called.</summary>
    public string NameOf(int number) => names[number];

    /// <summary>How often a request had to be sent again.</summary>
    public int SentAgain => sentAgain;

    /// <param name="folders">The folder of each bot's files.</param>
    /// <param name="storage">A connection string; empty for the embedded store in the folder.</param>
    public static async Task<DayFleet> StartAsync(TokenIssuer issuer, string serviceUrl, string[] folders, string storage, CancellationToken cancel)
    {
        var settings = new Dictionary<string, string> { ["Intake__Secret"] = Secret, ["Intake__TenantId"] = Organisations.Tenant(0) };
        var fleet = new DayFleet(new TurnSender(issuer, serviceUrl), number => DayBot.Start(issuer, folders[number], storage, settings));
        for (var number = 0; number < Bots; number++)
        {
            fleet.bots[number] = fleet.start(number);
            await fleet.bots[number].ReadyAsync(cancel);
        }

        return fleet;
    }

    /// <summary>The body of the answer to an activity.</summary>
    /// <param name="number">Chooses the bot that it is meant for.</param>
    public Task<byte[]> SendAsync(int number, byte[] activity, CancellationToken cancel) =>
        EitherAsync(number, bot => sender.SendAsync(bot.Messages, activity, cancel), cancel);

    /// <summary>Posts a lead to the intake.</summary>
    public Task PostLeadAsync(int number, byte[] lead, CancellationToken cancel) => EitherAsync(number, async bot =>
    {
        var timestamp = TimeProvider.System.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, "api/leads"))
        {
            Content = new ByteArrayContent(lead) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Headers = { { "X-Timestamp", timestamp }, { "X-Signature", IntakeSignature.Sign(Secret, timestamp, lead) } },
        };
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return true;
    }, cancel);

    public Task<InsideBot> LookAsync(int number, bool collect, CancellationToken cancel) => DayBot.LookAsync(http, bots[number], collect, cancel);

    /// <summary>Asks one to end, and when it has, starts it again; whether it ended as it should.</summary>
    public async Task<bool> RestartAsync(int number, CancellationToken cancel)
    {
        var ended = bots[number];
        var code = await ended.StopAsync(cancel);
        await ended.DisposeAsync();
        var next = start(number);
        await next.ReadyAsync(cancel);
        (bots[number], names[number]) = (next, names[number] + " again");
        return code == 0;
    }

    /// <summary>Asks all to end; whether they ended as they should.</summary>
    public async Task<bool> StopAsync(CancellationToken cancel) =>
        (await Task.WhenAll(bots.Select(bot => bot.StopAsync(cancel)))).All(code => code == 0);

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in bots.Where(bot => bot is not null))
        {
            await bot.DisposeAsync();
        }

        sender.Dispose();
        http.Dispose();
    }

    private async Task<T> EitherAsync<T>(int number, Func<ServerProcess, Task<T>> send, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await send(bots[(number + tries) % Bots]);
            }
            catch (HttpRequestException failure) when (failure.StatusCode is null && tries < MostTries)
            {
                Interlocked.Increment(ref sentAgain);
                await Task.Delay(tries % Bots == 0 ? TimeSpan.Zero : Pause, TimeProvider.System, cancel);
            }
        }
    }
}
