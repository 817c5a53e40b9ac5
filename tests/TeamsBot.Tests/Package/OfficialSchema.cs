using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsBot.Tests.Package;

/// <summary>Microsoft's JSON schema of Teams apps, from npm.</summary>
internal static class OfficialSchema
{
    private const string Version = "1.30";
    private static readonly string Script = Path.Combine(Sources.Root, "tests", "TeamsBot.Tests", "Package", "official-schema.mjs");

    /// <summary>What the schema refuses each manifest for.</summary>
    public static Task<IReadOnlyList<IReadOnlyList<string>>> OfManifestsAsync(params IEnumerable<JsonObject> manifests) => RunAsync("MicrosoftTeams.schema.json", manifests);

    /// <summary>The same for files of further languages.</summary>
    public static Task<IReadOnlyList<IReadOnlyList<string>>> OfTextsAsync(params IEnumerable<JsonObject> texts) => RunAsync("MicrosoftTeams.Localization.schema.json", texts);

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> RunAsync(string schema, IEnumerable<JsonObject> documents)
    {
        var start = new ProcessStartInfo("node", [Script, Version])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        JsonArray all = [.. documents.Select(document => new JsonObject { ["schema"] = schema, ["document"] = document.DeepClone() })];
        await node.StandardInput.WriteAsync(all.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<List<List<string>>>(await output)!
            : throw new InvalidOperationException($"The schema could not be asked; tests/run installs it. {await error}");
    }
}
