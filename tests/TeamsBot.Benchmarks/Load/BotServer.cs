using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Connector;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load;

/// <summary>
/// The bot with an app id, as in production: it validates every token, by the keys of the local issuer. One thing is
/// changed: its own token comes from a stand-in and may be sent to this machine, which the bot itself would refuse.
/// </summary>
internal static class BotServer
{
    public const string Role = "bot";

    public static async Task<int> RunAsync(string[] args)
    {
        await BotApp.Build(new StoreOptions { Folder = args[0] }, SpeakToLoopback).RunAsync();
        return 0;
    }

    /// <summary>Starts it in a process of its own.</summary>
    public static ServerProcess Start(FakeConnector connector, string folder) => ServerProcess.Start(
        "TeamsBot.Benchmarks.dll",
        [Role, folder],
        new Dictionary<string, string>
        {
            ["MicrosoftAppId"] = FakeTeam.BotAppId,
            ["MicrosoftAppTenantId"] = FakeTeam.TenantId,
            ["MicrosoftAppPassword"] = "never sent",
            ["ToBotFromChannelOpenIdMetadataUrl"] = connector.Issuer.MetadataAddress,
        });

    private static void SpeakToLoopback(WebApplicationBuilder builder) => builder.Services.AddSingleton(new ConnectorClient(
        new HttpClient(new SocketsHttpHandler { UseCookies = false }),
        new FakeCredential(TimeProvider.System),
        new ConnectorOptions { AllowLoopback = true },
        new SendBudget(new SendLimits(), TimeProvider.System),
        TimeProvider.System));
}
