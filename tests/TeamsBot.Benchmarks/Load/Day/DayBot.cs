using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TeamsBot.Hosting;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load.Day;

/// <summary>What a bot says of itself.</summary>
/// <param name="Heap">Bytes of managed memory in use, after all that is not was collected; zero where that was not asked for.</param>
/// <param name="Store">Its calls to the store so far, by operation and table.</param>
/// <param name="Requests">Requests that it sent to Azure's tables for them.</param>
internal sealed record InsideBot(long Heap, IReadOnlyDictionary<string, StoreCalls> Store, long Requests)
{
    public long Calls => Store.Values.Sum(calls => calls.Count);

    public double Seconds => Store.Values.Sum(calls => calls.Seconds);
}

/// <param name="Seconds">How long they took together.</param>
internal sealed record StoreCalls(long Count, double Seconds);

/// <summary>The bot as in <see cref="BotServer"/>, on a store that may be Azure's, which says at one more address what only the process itself knows.</summary>
internal static class DayBot
{
    public const string Role = "day-bot";

    private const string Path = "measured";

    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = BotServer.Build(new StoreOptions { Folder = args[0], Connection = args[1] });
        using var meter = new StoreMeter(args[1]);
        app.MapGet(Path, (bool collect) => Results.Json(new InsideBot(collect ? GC.GetTotalMemory(forceFullCollection: true) : 0, meter.Calls, meter.Requests)));
        await app.RunAsync();
        return 0;
    }

    /// <summary>Starts it in a process of its own.</summary>
    /// <param name="data">The folder of its files.</param>
    /// <param name="storage">A connection string; empty for the embedded store in that folder.</param>
    /// <param name="settings">Further settings, named as environment variables are.</param>
    public static ServerProcess Start(TokenIssuer issuer, string data, string storage, IReadOnlyDictionary<string, string> settings) => ServerProcess.Start(
        System.IO.Path.Combine(AppContext.BaseDirectory, "TeamsBot.Benchmarks.dll"),
        [Role, data, storage],
        new Dictionary<string, string>([.. BotServer.Settings(issuer), .. settings]));

    /// <param name="collect">Whether it also says how much memory is in use: it stands still for a moment then.</param>
    public static async Task<InsideBot> LookAsync(HttpClient http, ServerProcess bot, bool collect, CancellationToken cancel) =>
        (await http.GetFromJsonAsync<InsideBot>(new Uri(bot.Address, $"{Path}?collect={collect}"), cancel))!;
}
