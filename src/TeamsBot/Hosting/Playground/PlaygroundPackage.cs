using System.Text.Json;

namespace TeamsBot.Hosting.Playground;

/// <summary>The npm package of the Playground, installed once into a folder of its own and kept for later starts.</summary>
/// <param name="folder">Where <c>node_modules</c> stands or will stand.</param>
internal sealed class PlaygroundPackage(string folder)
{
    internal const string Version = "0.2.28";

    /// <summary>The oldest major version of Node.js that it runs on.</summary>
    internal const int OldestNode = 18;

    private const string Name = "@microsoft/m365agentsplayground";

    /// <summary>The script that Node.js starts.</summary>
    internal string Script { get; } = Path.Combine(folder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");

    /// <summary>npm writes its own record of what is installed as the last step, so a half-done installation has none.</summary>
    internal bool IsInstalled
    {
        get
        {
            var record = Path.Combine(folder, "node_modules", ".package-lock.json");
            if (!File.Exists(Script) || !File.Exists(record))
            {
                return false;
            }

            using var json = JsonDocument.Parse(File.ReadAllBytes(record));
            return json.RootElement.GetProperty("packages").TryGetProperty($"node_modules/{Name}", out var package)
                && package.GetProperty("version").ValueEquals(Version);
        }
    }

    /// <summary>Installs the pinned version. Returns null when it worked, otherwise what npm had to say.</summary>
    internal async Task<string?> InstallAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        string[] arguments =
        [
            "install", "--prefix", folder, "--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error",
            $"{Name}@{Version}",
        ];
        var outcome = await NodeTool.RunAsync("npm", arguments, cancellation);
        return outcome switch
        {
            null => "npm, which comes with Node.js, was not found.",
            { ExitCode: 0 } when IsInstalled => null,
            _ => outcome.Output.Trim(),
        };
    }
}
