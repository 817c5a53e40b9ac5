namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>Programs of this machine.</summary>
internal static class Programs
{
    /// <summary>The full path of the first of these names that is on the PATH.</summary>
    public static string Find(params IEnumerable<string> names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"None of these is on the PATH: {string.Join(", ", names)}.");
    }
}
