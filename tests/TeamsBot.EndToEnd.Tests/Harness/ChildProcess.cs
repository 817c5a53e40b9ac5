using System.Diagnostics;
using System.Globalization;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>A process that the tests start. What it prints is kept, and a line of it can be waited for.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Seen<string> lines = new();

    private ChildProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, printed) => Keep(printed.Data);
        process.ErrorDataReceived += (_, printed) => Keep(printed.Data);
        process.Exited += (_, _) => End();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All that it has printed so far.</summary>
    public string Output => string.Join('\n', lines.Items);

    public static ChildProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(start);
    }

    /// <summary>The first line, printed already or yet to come, with this text in it. Fails when the process ends without it.</summary>
    public Task<string> LineAsync(string text) => lines.FirstAsync(line => line.Contains(text, StringComparison.Ordinal), Deadline.Start);

    /// <summary>Ends it without warning, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as <c>kill</c> does, and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        return await EndAsync();
    }

    /// <summary>
    /// Lets it make files no longer than so many bytes, or as long as it likes: on Linux the nearest thing to a full disk and to one that has room
    /// again. What fails is the write, with EFBIG in place of ENOSPC.
    /// </summary>
    public async Task LimitFilesAsync(long? bytes)
    {
        using var limit = Process.Start("prlimit", ["--pid", process.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited"}:"]);
        await limit.WaitForExitAsync();
        if (limit.ExitCode != 0)
        {
            throw new InvalidOperationException("The size of files could not be limited.");
        }
    }

    /// <summary>Waits until it has ended by itself, and returns its exit code.</summary>
    public Task<int> EndAsync() => EndAsync(Deadline.Start);

    /// <summary>As above, for what takes longer than others.</summary>
    public async Task<int> EndAsync(TimeSpan within)
    {
        await process.WaitForExitAsync().WaitAsync(within);
        return process.ExitCode;
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

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lines.Add(line);
        }
    }

    private void End()
    {
        process.WaitForExit(); // Returns once both streams are read to their ends.
        lines.End(new InvalidOperationException($"The process ended, having printed:\n{Output}"));
    }
}
