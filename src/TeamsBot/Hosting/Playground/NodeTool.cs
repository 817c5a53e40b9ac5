using System.ComponentModel;
using System.Diagnostics;

namespace TeamsBot.Hosting.Playground;

/// <summary>A program of Node.js (<c>node</c> or <c>npm</c>) run to its end.</summary>
internal static class NodeTool
{
    internal sealed record Outcome(int ExitCode, string Output);

    /// <summary>Runs the program, or returns null when the machine does not have it. Cancelling ends it with its children.</summary>
    internal static async Task<Outcome?> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        // npm is a script; Windows starts scripts only by their full name.
        var name = program == "npm" && OperatingSystem.IsWindows() ? "npm.cmd" : program;
        var start = new ProcessStartInfo(name, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            return await FinishAsync(process, cancellation);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task<Outcome> FinishAsync(Process process, CancellationToken cancellation)
    {
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new Outcome(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
