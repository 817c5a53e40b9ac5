using System.Diagnostics;
using Shouldly;
using TeamsBot.Testing.Infra;
using Xunit;

namespace TeamsBot.Tests.Infra;

/// <summary>The Bicep compiler's own word: types, property names and API versions of every resource.</summary>
public sealed class BicepCompilerTests
{
    [BicepFact]
    public async Task The_compiler_has_nothing_to_say_about_any_environment()
    {
        foreach (var environment in InfraFolder.Environments.Keys)
        {
            (await ComplaintsAsync(environment)).ShouldBe("");
        }
    }

    // Compiles the parameters and all that they are for.
    private static async Task<string> ComplaintsAsync(string environment)
    {
        var start = new ProcessStartInfo(BicepFactAttribute.Compiler!, ["build-params", Path.Combine(InfraFolder.Root, environment), "--stdout"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bicep = Process.Start(start)!;
        var (output, error) = (bicep.StandardOutput.ReadToEndAsync(), bicep.StandardError.ReadToEndAsync());
        await bicep.WaitForExitAsync();
        await output;
        return bicep.ExitCode == 0 ? await error : $"Exit code {bicep.ExitCode}. {await error}";
    }
}

/// <summary>A test that needs the Bicep compiler: the environment's BICEP, or bicep on the PATH, of the Azure CLI or of NuGet. Skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute()
    {
        if (Compiler is null)
        {
            Skip = "There is no Bicep compiler; set BICEP to its path.";
        }
    }

    /// <summary>Its path; null where there is none.</summary>
    public static string? Compiler { get; } = Candidates().FirstOrDefault(File.Exists);

    private static IEnumerable<string> Candidates()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages");
        return
        [
            Environment.GetEnvironmentVariable("BICEP") ?? "",
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "bicep")),
            Path.Combine(home, ".azure", "bin", "bicep"),
            .. Directory.Exists(packages)
                ? Directory.EnumerateDirectories(packages, "azure.bicep.commandline.*").SelectMany(Directory.EnumerateDirectories).Select(version => Path.Combine(version, "tools", "bicep"))
                : [],
        ];
    }
}
