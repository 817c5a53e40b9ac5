using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TeamsBot.Benchmarks.Load;

/// <summary>A program of this build in a process of its own, which ends with it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> output = new();
    private readonly Process process;

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        StartedAt = Stopwatch.GetTimestamp();
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public Uri Messages => new(Address, "api/messages");

    /// <summary>A timestamp of the stopwatch, taken right before the process was started.</summary>
    public long StartedAt { get; }

    public TimeSpan ProcessorTime => Refreshed().TotalProcessorTime;

    /// <summary>Resident memory in bytes.</summary>
    public long WorkingSet => Refreshed().WorkingSet64;

    /// <summary>As <see cref="WorkingSet"/>; zero where the process ended between the look at it and the reading.</summary>
    public long WorkingSetOrNone
    {
        get
        {
            try
            {
                return WorkingSet;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    /// <summary>Open handles; on Linux descriptors.</summary>
    public int Handles => Refreshed().HandleCount;

    public int Threads => Refreshed().Threads.Count;

    public int ExitCode => process.ExitCode;

    public string Output => string.Join(Environment.NewLine, output);

    /// <summary>The bot as people run it, or another program, with the bot's own runtime settings in either case.</summary>
    /// <param name="program">The path of its assembly.</param>
    public static ServerProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] command = ["exec", "--runtimeconfig", Path.Combine(Path.GetDirectoryName(program)!, "TeamsBot.runtimeconfig.json"), program, .. arguments];
        Array.ForEach(command, start.ArgumentList.Add);
        start.Environment["ASPNETCORE_URLS"] = address.AbsoluteUri;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(new Process { StartInfo = start }, address);
    }

    /// <summary>Completes as soon as somebody listens.</summary>
    public async Task ListeningAsync(CancellationToken cancel)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!await ConnectsAsync(cancel))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(StartedAt) > Patience)
            {
                throw new InvalidOperationException($"The server did not start.{Environment.NewLine}{Output}");
            }

            await pause.WaitForNextTickAsync(cancel);
        }
    }

    /// <summary>Completes as soon as the bot says that it is ready.</summary>
    public async Task ReadyAsync(CancellationToken cancel)
    {
        await ListeningAsync(cancel);
        using var http = new HttpClient();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!await IsReadyAsync(http, cancel))
        {
            await pause.WaitForNextTickAsync(cancel);
        }
    }

    /// <summary>Asks it to end, as <c>kill</c> does and App Service before it takes an instance away; its exit code.</summary>
    public async Task<int> StopAsync(CancellationToken cancel)
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(cancel);
        }

        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    public Task ExitedAsync(CancellationToken cancel) => process.WaitForExitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        // Warnings and worse: a bot that complains is not measured at its work.
        foreach (var line in output.Take(20))
        {
            Figures.Progress(line);
        }

        process.Dispose();
    }

    private async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(new Uri(Address, "health/ready"), cancel);
        return answer.IsSuccessStatusCode;
    }

    private async Task<bool> ConnectsAsync(CancellationToken cancel)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Address.Port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private Process Refreshed()
    {
        process.Refresh();
        return process;
    }

    private void Keep(string? line)
    {
        if (line is not null && output.Count < 1_000)
        {
            output.Enqueue(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
