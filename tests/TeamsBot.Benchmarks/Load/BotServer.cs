using System.Globalization;
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
        await Build(new StoreOptions { Folder = args[0] }).RunAsync();
        return 0;
    }

    public static WebApplication Build(StoreOptions store) => BotApp.Build(store, SpeakToLoopback);

    /// <summary>Starts it in a process of its own.</summary>
    /// <param name="issuer">Whose tokens it takes.</param>
    /// <param name="data">The folder of its store.</param>
    /// <param name="build">The folder of another build of this project; null starts this one.</param>
    public static ServerProcess Start(TokenIssuer issuer, string data, string? build = null) => ServerProcess.Start(
        Path.Combine(build ?? AppContext.BaseDirectory, "TeamsBot.Benchmarks.dll"),
        [Role, data],
        Settings(issuer));

    /// <summary>The settings of a bot that serves all tenants of a measurement.</summary>
    /// <param name="issuer">Whose tokens it takes.</param>
    public static Dictionary<string, string> Settings(TokenIssuer issuer) => new(Tenants())
    {
        ["Limits__TurnsPerPerson"] = "1000000", // One person stands for many.
        ["MicrosoftAppId"] = FakeTeam.BotAppId,
        ["MicrosoftAppTenantId"] = FakeTeam.TenantId,
        ["MicrosoftAppPassword"] = "never sent",
        ["ToBotFromChannelOpenIdMetadataUrl"] = issuer.MetadataAddress,
    };

    private static IEnumerable<KeyValuePair<string, string>> Tenants() => Enumerable.Range(0, Organisations.Most)
        .Select(Organisations.Tenant)
        .Append(FakeTeam.TenantId)
        .Select((tenant, number) => KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"AllowedTenants__{number}"), tenant));

    private static void SpeakToLoopback(WebApplicationBuilder builder) => builder.Services.AddSingleton(new ConnectorClient(
        new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }),
        new FakeCredential(TimeProvider.System),
        new ConnectorOptions { AllowLoopback = true },
        new SendBudget(new SendLimits(), TimeProvider.System),
        TimeProvider.System));
}
