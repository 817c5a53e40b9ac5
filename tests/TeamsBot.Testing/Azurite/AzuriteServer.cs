using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TeamsBot.Testing.Azurite;

/// <summary>Azurite's table service on a free loopback port, its rows in memory; ends with the test.</summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    private const string Script = "node_modules/azurite/dist/src/table/main.js";
    private const string ReadyLine = "successfully started";

    // The emulator's published account; not a secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string PartitionIndex = Path.Combine(AppContext.BaseDirectory, "Azurite", "partition-index.cjs");

    private readonly Process process;

    private AzuriteServer(Process process, string scheme, int port)
    {
        this.process = process;
        Endpoint = new Uri($"{scheme}://127.0.0.1:{port}/{Account}");
    }

    public Uri Endpoint { get; }

    public string ConnectionString => $"AccountName={Account};AccountKey={Key};TableEndpoint={Endpoint}";

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="withPartitionIndex">Answers a query of one partition without reading the whole table: for stores of many rows.</param>
    /// <param name="certificate">Listens with encryption and takes Entra tokens, as the service does; http and keys otherwise.</param>
    public static async Task<AzuriteServer> StartAsync(bool withPartitionIndex = false, LoopbackCertificate? certificate = null)
    {
        var port = FreePort();
        string[] arguments =
        [
            .. withPartitionIndex ? ["--require", PartitionIndex] : Array.Empty<string>(),
            FindScript(), "--tableHost", "127.0.0.1", "--tablePort", $"{port}",
            "--silent", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry",
            .. certificate is null ? [] : (string[])["--cert", certificate.File, "--key", certificate.KeyFile, "--oauth", "basic"],
        ];
        var start = new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var node = Process.Start(start)!;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        node.OutputDataReceived += (_, line) => Observe(line.Data, ready);
        node.ErrorDataReceived += (_, _) => { };
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
        await ready.Task;
        return new AzuriteServer(node, certificate is null ? "http" : "https", port);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static void Observe(string? line, TaskCompletionSource ready)
    {
        if (line is null)
        {
            ready.TrySetException(new InvalidOperationException("Azurite ended before it listened."));
        }
        else if (line.Contains(ReadyLine, StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }

    private static string FindScript()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "tests", Script);
            if (File.Exists(script))
            {
                return script;
            }
        }

        throw new InvalidOperationException("Azurite is not installed: run tests/run, which fetches what the tests need.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
