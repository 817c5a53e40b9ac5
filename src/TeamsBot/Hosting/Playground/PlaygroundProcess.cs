using System.Diagnostics;
using System.Globalization;

namespace TeamsBot.Hosting.Playground;

/// <summary>The running Playground: one child process that ends when this object is disposed, or when this process ends in whatever way.</summary>
public sealed class PlaygroundProcess : IAsyncDisposable
{
    /// <summary>
    /// Loaded before the Playground. It ends the child when its standard input ends, which happens even when the parent is killed; and it
    /// keeps the page on this machine, where the Playground by itself would listen on every network.
    /// </summary>
    private const string Preload = """
        process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0)).resume();
        const { Server } = require('node:net');
        const listen = Server.prototype.listen;
        Server.prototype.listen = function (port, ...rest) {
          return typeof port === 'number' && typeof rest[0] !== 'string' ? listen.call(this, port, '127.0.0.1', ...rest) : listen.call(this, port, ...rest);
        };
        """;

    private const string Listening = "Listening on ";
    private readonly Process process;

    private PlaygroundProcess(Process process) => this.process = process;

    /// <summary>Starts the Playground against a bot.</summary>
    /// <param name="script">The package's start script.</param>
    /// <param name="folder">Where its configuration and logs go; made when it is not there.</param>
    /// <param name="bot">The bot's messages endpoint.</param>
    /// <param name="port">The port wished for; when it is taken the Playground picks another.</param>
    /// <param name="connector">The address that the bot is told to send to. Default: the Playground's own.</param>
    public static PlaygroundProcess Start(string script, string folder, Uri bot, int port, Uri? connector = null)
    {
        Directory.CreateDirectory(folder);
        var start = Describe(script, folder, bot, port);
        if (connector is not null)
        {
            start.Environment["M365_AGENTS_PLAYGROUND_SERVICE_URL"] = connector.AbsoluteUri;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Waits until the page can be opened. Returns its address, or null when the child ended before.</summary>
    public async Task<Uri?> ListeningAsync(CancellationToken cancellation)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                return new Uri($"http://127.0.0.1:{line[Listening.Length..]}");
            }
        }

        return null;
    }

    /// <summary>Completes when the child has ended by itself. What it still prints is dropped; its log file has it too.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellation);
        await process.WaitForExitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static ProcessStartInfo Describe(string script, string folder, Uri bot, int port)
    {
        var config = Path.Combine(folder, "playground.yml");
        var preload = Path.Combine(folder, "preload.cjs");
        PlaygroundConfig.Write(config);
        File.WriteAllText(preload, Preload);
        string[] arguments =
        [
            "--require", preload, script, "start", "-e", bot.AbsoluteUri, "-c", "msteams", "-p", port.ToString(CultureInfo.InvariantCulture), "--disable-telemetry",
        ];
        var start = new ProcessStartInfo("node", arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        start.Environment["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "true";
        start.Environment["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = config;
        start.Environment["M365_AGENTS_PLAYGROUND_LOGFILE"] = Path.Combine(folder, "playground.log");
        start.Environment["M365_AGENTS_PLAYGROUND_RECORDING_FILE"] = Path.Combine(folder, "events.log");
        foreach (var proxy in (string[])["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"])
        {
            start.Environment.Remove(proxy); // It would send even what goes to this machine through the proxy.
        }

        return start;
    }
}
