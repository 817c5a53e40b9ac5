namespace TeamsBot.Features.Package;

/// <summary>What is different in every organisation; the rest of the package is in the folder <c>manifest</c>.</summary>
/// <param name="AppId">The client id of the bot's identity; the app in Teams has the same.</param>
/// <param name="Domain">The host that the bot answers at.</param>
public sealed record PackageValues(string AppId, string Domain)
{
    public string Name { get; init; } = "Baton";

    public string Version { get; init; } = "1.0.0";

    public string Company { get; init; } = "Baton";

    /// <summary>The pages that Teams shows with the app: about it, its privacy and its terms.</summary>
    public string Website { get; init; } = $"https://{Domain}";

    public string? Privacy { get; init; }

    public string? Terms { get; init; }

    /// <summary>The values by the names of their places in the files, <c>${{NAME}}</c>.</summary>
    internal IReadOnlyDictionary<string, string> Places => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["APP_ID"] = AppId,
        ["DOMAIN"] = Domain,
        ["NAME"] = Name,
        ["VERSION"] = Version,
        ["COMPANY"] = Company,
        ["WEBSITE"] = Website,
        ["PRIVACY"] = Privacy ?? Website,
        ["TERMS"] = Terms ?? Website,
    };
}
