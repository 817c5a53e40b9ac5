namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>How to start a bot.</summary>
/// <param name="Data">The folder of its embedded store.</param>
/// <param name="Port">Where it listens on this machine.</param>
/// <param name="Storage">A connection string of Azure Tables instead of the embedded store.</param>
/// <param name="Settings">Further settings, named as environment variables are.</param>
internal sealed record BotStart(string Data, int Port, string? Storage, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>A file that may not grow is a failed write to it, as on a full disk, and not its end. Settings with dots in their names are lost.</summary>
    public bool OutlivesFullDisk { get; init; }
}

/// <summary>The bot that was built with the tests, in a process of its own that can be killed and started again.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const string FailingWrites = "trap '' XFSZ; exec \"$0\" \"$@\"";

    private readonly ChildProcess child;

    private BotProcess(BotStart start, ChildProcess child)
    {
        this.child = child;
        Address = Loopback.Address(start.Port);
    }

    public Uri Address { get; }

    public Uri Messages => new(Address, "/api/messages");

    public string Log => child.Output;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<BotProcess> StartAsync(BotStart start)
    {
        var started = Launch(start);
        try
        {
            await started.LineAsync("Now listening on");
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }

        return new BotProcess(start, started);
    }

    /// <summary>Runs one of its commands to its end, which has to be a good one.</summary>
    public static async Task RunAsync(BotStart start, params IEnumerable<string> command)
    {
        await using var running = Launch(start, command);
        if (await running.EndAsync() is var code and not 0)
        {
            throw new InvalidOperationException($"The command ended with code {code}:\n{running.Output}");
        }
    }

    /// <summary>The first line of its log with this text in it, printed already or yet to come.</summary>
    public Task<string> LogLineAsync(string text) => child.LineAsync(text);

    public Task KillAsync() => child.KillAsync();

    /// <inheritdoc cref="ChildProcess.LimitFilesAsync"/>
    public Task LimitFilesAsync(long? bytes) => child.LimitFilesAsync(bytes);

    public Task<int> StopAsync() => child.StopAsync();

    public ValueTask DisposeAsync() => child.DisposeAsync();

    private static ChildProcess Launch(BotStart start, params IEnumerable<string> command)
    {
        string[] storage = start.Storage is null ? [] : ["--storage", start.Storage];
        var environment = new Dictionary<string, string?>(start.Settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = Loopback.Address(start.Port).AbsoluteUri,
        };
        var assembly = Path.Combine(AppContext.BaseDirectory, "TeamsBot.dll");
        string[] arguments = ["exec", assembly, .. command, "--data", start.Data, .. storage];
        return start.OutlivesFullDisk
            ? ChildProcess.Start("sh", ["-c", FailingWrites, "dotnet", .. arguments], environment)
            : ChildProcess.Start("dotnet", arguments, environment);
    }
}
