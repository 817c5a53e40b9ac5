using System.Text.Json;
using Shouldly;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Testing.Azurite;
using TeamsBot.Testing.Infra;

namespace TeamsBot.EndToEnd.Tests.Deployment;

/// <summary>
/// The bot with the very settings of infra/modules/app.bicep, as an app with a managed identity sees them: no secret, the tables opened by a token.
/// On Linux alone, as in App Service: elsewhere a process cannot be told to trust the emulator.
/// </summary>
public sealed class SecretFreeTests : IDisposable
{
    private const string ClientId = "33333333-3333-3333-3333-333333333333";
    private const string TenantId = "44444444-4444-4444-4444-444444444444";

    private readonly TemporaryFolder folder = new();

    [LinuxFact]
    public async Task The_bot_opens_its_tables_with_its_managed_identity_and_refuses_strangers()
    {
        var certificate = LoopbackCertificate.Create(folder.Path);
        await using var azurite = await AzuriteServer.StartAsync(certificate: certificate);
        await using var identity = await ManagedIdentityEndpoint.StartAsync();
        var address = Loopback.Address(Loopback.FreePort());
        await using var bot = Launch(Settings(azurite.Endpoint, certificate, identity, address));
        await bot.LineAsync("Now listening on");

        await using var smoke = SmokeTest(address, seconds: 30);
        (await smoke.EndAsync()).ShouldBe(0, smoke.Output);
        identity.Asked.ShouldAllBe(asked => asked.ClientId == ClientId);
        identity.Asked.Select(asked => asked.Resource).Distinct().Order().ShouldBe(["https://api.botframework.com", "https://storage.azure.com"]);
        // As the alerts read it.
        var refused = JsonDocument.Parse(await bot.LineAsync("An activity was refused")).RootElement;
        refused.GetProperty("EventId").GetInt32().ShouldBe(301);
        refused.GetProperty("Category").GetString().ShouldStartWith("TeamsBot.");
    }

    [LinuxFact]
    public async Task Without_its_identity_the_bot_does_not_start_and_says_what_is_missing()
    {
        var certificate = LoopbackCertificate.Create(folder.Path);
        await using var azurite = await AzuriteServer.StartAsync(certificate: certificate);
        await using var identity = await ManagedIdentityEndpoint.StartAsync(hasNoIdentity: true);
        await using var bot = Launch(Settings(azurite.Endpoint, certificate, identity, Loopback.Address(Loopback.FreePort())));

        (await bot.EndAsync()).ShouldBe(1);
        bot.Output.ShouldContain($"No identity here opens the table service at {azurite.Endpoint.Authority}.");
        bot.Output.ShouldContain("AZURE_CLIENT_ID");
    }

    [Fact]
    public async Task The_smoke_test_fails_where_nothing_answers()
    {
        await using var smoke = SmokeTest(Loopback.Address(Loopback.FreePort()), seconds: 0);
        (await smoke.EndAsync()).ShouldBe(1);
        smoke.Output.ShouldContain("/health/live: ECONNREFUSED and not 200");
    }

    public void Dispose() => folder.Dispose();

    private Dictionary<string, string?> Settings(Uri tables, LoopbackCertificate certificate, ManagedIdentityEndpoint identity, Uri address)
    {
        var settings = InfraFolder.AppSettingsFor(ClientId, TenantId, tables.AbsoluteUri).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in identity.Environment)
        {
            settings[name] = value;
        }

        settings["ASPNETCORE_URLS"] = address.AbsoluteUri;
        settings["Storage__Folder"] = Path.Combine(folder.Path, "figures");
        settings["ASPNETCORE_ENVIRONMENT"] = null;
        settings["SSL_CERT_FILE"] = certificate.File;
        return settings;
    }

    private static ChildProcess SmokeTest(Uri address, int seconds) =>
        ChildProcess.Start("node", [Path.Combine(InfraFolder.Root, "smoke.mjs"), address.AbsoluteUri, $"{seconds}"], new Dictionary<string, string?>());

    private static ChildProcess Launch(Dictionary<string, string?> settings) =>
        ChildProcess.Start("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "TeamsBot.dll")], settings);
}
