using System.Globalization;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>Azurite's table service in memory, for several bots that share one store.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private readonly ChildProcess child;

    private AzuriteProcess(ChildProcess child, int port)
    {
        this.child = child;
        ConnectionString =
            "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
            + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + $"TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;";
    }

    /// <summary>With the account and key that Azurite publishes for everyone.</summary>
    public string ConnectionString { get; }

    public static async Task<AzuriteProcess> StartAsync()
    {
        var port = Loopback.FreePort();
        string[] arguments =
        [
            NodePackages.File("azurite", "dist", "src", "table", "main.js"), "--tableHost", "127.0.0.1", "--tablePort", port.ToString(CultureInfo.InvariantCulture),
            "--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        ];
        var started = ChildProcess.Start("node", arguments, new Dictionary<string, string?>());
        await started.LineAsync("successfully listen");
        return new AzuriteProcess(started, port);
    }

    public ValueTask DisposeAsync() => child.DisposeAsync();
}
