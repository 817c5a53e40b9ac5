namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>What tests/run installed from npm into tests/node_modules.</summary>
internal static class NodePackages
{
    /// <summary>The full path of a file in a package.</summary>
    public static string File(params string[] path) => Path.Combine([Folder(), .. path]);

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var packages = Path.Combine(folder.FullName, "node_modules");
            if (Directory.Exists(packages))
            {
                return packages;
            }
        }

        throw new DirectoryNotFoundException("tests/node_modules is not there: run tests/run once, or npm install in tests.");
    }
}
