using System.Net.Http.Headers;
using System.Text.Json;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>When a bot was killed, from before the signal until all of its connections are gone.</summary>
internal sealed record Kill(DateTimeOffset From, DateTimeOffset To);

/// <summary>Bots on one store that are killed and started again, one at a time.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(1);
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly TemporaryFolder folder = new();
    private readonly HttpClient client = new() { Timeout = Deadline.Step };
    private readonly BotStart[] starts;
    private readonly BotProcess[] bots;
    private readonly List<Kill> kills = [];
    private readonly CancellationTokenSource peace = new();
    private Task killing = Task.CompletedTask;

    private Fleet(string storage, int count)
    {
        starts = [.. Enumerable.Range(0, count).Select(_ => new BotStart(folder.Path, Loopback.FreePort(), storage, Settings))];
        bots = new BotProcess[count];
    }

    public IReadOnlyList<Kill> Kills => kills;

    /// <summary>A bot without the Playground, that logs errors alone.</summary>
    public static Dictionary<string, string?> Settings => new()
    {
        ["Playground__Enabled"] = "false",
        ["Logging__LogLevel__Default"] = "Error",
        ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
    };

    public static async Task<Fleet> StartAsync(string storage, int count)
    {
        var fleet = new Fleet(storage, count);
        for (var number = 0; number < count; number++)
        {
            fleet.bots[number] = await BotProcess.StartAsync(fleet.starts[number]);
        }

        return fleet;
    }

    /// <summary>From now on kills the next one every few seconds and starts it again.</summary>
    public void BeginKilling() => killing = KillAsync(peace.Token);

    /// <summary>Completes when all of them run again, and go on running.</summary>
    public async Task EndKillingAsync()
    {
        await peace.CancelAsync();
        await killing;
    }

    /// <summary>Sends an activity to one of them; as Teams does, again where nobody answers.</summary>
    public async Task SendAsync(Activity activity)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Wire.Activity);
        for (var number = activity.Id!.GetHashCode(StringComparison.Ordinal) & 0xff; ; number++)
        {
            try
            {
                using var content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
                using var response = await client.PostAsync(bots[number % bots.Length].Messages, content);
                response.EnsureSuccessStatusCode();
                return;
            }
            catch (Exception failure) when (failure is HttpRequestException { StatusCode: null } or TaskCanceledException)
            {
                // It was killed, or is not there again yet.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndKillingAsync();
        peace.Dispose();
        client.Dispose();
        foreach (var bot in bots.Where(bot => bot is not null))
        {
            await bot.DisposeAsync();
        }

        folder.Dispose();
    }

    // The pause begins when the last one is back: on a slow machine there would be nobody left to do anything.
    private async Task KillAsync(CancellationToken cancel)
    {
        for (var number = 0; await PauseAsync(cancel); number = (number + 1) % bots.Length)
        {
            var from = TimeProvider.System.GetUtcNow();
            await bots[number].KillAsync();
            kills.Add(new(from, TimeProvider.System.GetUtcNow() + Aftermath));
            await bots[number].DisposeAsync();
            bots[number] = await BotProcess.StartAsync(starts[number]);
        }
    }

    private static async Task<bool> PauseAsync(CancellationToken cancel)
    {
        try
        {
            await Task.Delay(Between, TimeProvider.System, cancel);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
