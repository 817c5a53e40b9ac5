using System.Text;

namespace TeamsBot.Domain.Tests.Architecture;

/// <summary>A source file by its path in the repository, with its text.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public string[] Lines => Text.Split('\n');

    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public override string ToString() => Path;
}

/// <summary>The repository that these tests were built from, as far as it is ours: no output of builds, no installed packages.</summary>
public static class Repository
{
    private static readonly string[] NotOurs = [".git", ".vs", ".idea", ".data", "bin", "obj", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];

    private static readonly string[] Binary = [".png", ".ico", ".zip", ".db"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> TextFiles { get; } =
    [
        .. Walk(new DirectoryInfo(Root))
            .Where(file => !Binary.Contains(file.Extension) && !file.Name.EndsWith(".user", StringComparison.Ordinal))
            .Select(file => new SourceFile(PathOf(file), File.ReadAllText(file.FullName, Encoding.UTF8)))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<SourceFile> CodeFiles { get; } = [.. TextFiles.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))];

    public static IReadOnlyList<SourceFile> Projects { get; } = [.. TextFiles.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))];

    private static string PathOf(FileSystemInfo file) => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/');

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => file.LinkTarget is null && !NotOurs.Contains(file.Name))
            .Concat(folder.EnumerateDirectories().Where(inner => inner.LinkTarget is null && !NotOurs.Contains(inner.Name)).SelectMany(Walk));

    // From the test's assembly upwards, wherever the tests were started.
    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TeamsBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds TeamsBot.sln.");
    }
}
