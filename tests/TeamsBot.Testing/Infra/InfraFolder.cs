namespace TeamsBot.Testing.Infra;

/// <summary>The folder <c>infra</c> of the source tree that the tests were built from.</summary>
public static class InfraFolder
{
    public static string Root { get; } = Path.Combine(Find(new DirectoryInfo(AppContext.BaseDirectory)).FullName, "infra");

    /// <summary>All .bicep files, by their paths with forward slashes.</summary>
    public static IReadOnlyDictionary<string, BicepFile> Templates => Read("*.bicep");

    /// <summary>The files of parameters, one an environment.</summary>
    public static IReadOnlyDictionary<string, BicepFile> Environments => Read("*.bicepparam");

    /// <summary>The settings that the app gets, each with its value as it is written there.</summary>
    public static IReadOnlyDictionary<string, string> AppSettings => Templates["modules/app.bicep"].Properties("resource settings 'config'", "properties");

    /// <summary>The same with values, for an identity, a tenant and a storage account.</summary>
    public static IReadOnlyDictionary<string, string?> AppSettingsFor(string clientId, string tenantId, string tableEndpoint) => AppSettings.ToDictionary(
        setting => setting.Key,
        string? (setting) => setting.Value switch
        {
            ['\'', .. var text, '\''] => text,
            "clientId" => clientId,
            "tenant().tenantId" => tenantId,
            "tableEndpoint" => tableEndpoint,
            "otlpEndpoint" => "",
            var unknown => throw new NotSupportedException($"Nobody knows here what {unknown} is."),
        });

    private static Dictionary<string, BicepFile> Read(string pattern) => Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
        .Select(file => new BicepFile(Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file)))
        .ToDictionary(file => file.Name, StringComparer.Ordinal);

    private static DirectoryInfo Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "TeamsBot.sln")) ? folder : Find(folder.Parent!);
}
