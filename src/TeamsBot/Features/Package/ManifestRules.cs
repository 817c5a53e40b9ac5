namespace TeamsBot.Features.Package;

/// <summary>What Teams demands of one place in the manifest.</summary>
/// <param name="Path">Where: <c>bots[].scopes[]</c> is each scope of each bot.</param>
/// <param name="Kind">What stands there.</param>
/// <param name="Max">The longest text, or the most items of a list.</param>
internal sealed record ManifestRule(string Path, ManifestKind Kind, int Max = int.MaxValue)
{
    /// <summary>Whether what it belongs to must have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The only texts that may stand there; empty for all.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];
}

internal enum ManifestKind
{
    Group,
    List,
    Flag,
    Text,
    Guid,
    Version,
    Address,
    Color,
    FileName,
    LanguageTag,
    HostName,
}

/// <summary>
/// The part of the manifest's schema that Baton's manifest uses, version 1.30. What is not named here is refused, as the schema refuses what it
/// does not know; whoever adds to the manifest adds its rule.
/// </summary>
internal static class ManifestRules
{
    public const string SchemaVersion = "1.30";
    public const string Schemas = $"https://developer.microsoft.com/en-us/json-schemas/teams/v{SchemaVersion}/";

    private static readonly string[] Scopes = ["personal", "team", "groupChat"];

    public static readonly IReadOnlyDictionary<string, ManifestRule> All = new ManifestRule[]
    {
        new("$schema", ManifestKind.Text) { IsRequired = true, OneOf = [Schemas + "MicrosoftTeams.schema.json"] },
        new("manifestVersion", ManifestKind.Text) { IsRequired = true, OneOf = [SchemaVersion] },
        new("version", ManifestKind.Version, 256) { IsRequired = true },
        new("id", ManifestKind.Guid) { IsRequired = true },
        new("developer", ManifestKind.Group) { IsRequired = true },
        new("developer.name", ManifestKind.Text, 32) { IsRequired = true },
        new("developer.websiteUrl", ManifestKind.Address, 2048) { IsRequired = true },
        new("developer.privacyUrl", ManifestKind.Address, 2048) { IsRequired = true },
        new("developer.termsOfUseUrl", ManifestKind.Address, 2048) { IsRequired = true },
        new("name", ManifestKind.Group) { IsRequired = true },
        new("name.short", ManifestKind.Text, 30) { IsRequired = true },
        new("name.full", ManifestKind.Text, 100) { IsRequired = true },
        new("description", ManifestKind.Group) { IsRequired = true },
        new("description.short", ManifestKind.Text, 80) { IsRequired = true },
        new("description.full", ManifestKind.Text, 4000) { IsRequired = true },
        new("icons", ManifestKind.Group) { IsRequired = true },
        new("icons.color", ManifestKind.FileName) { IsRequired = true },
        new("icons.outline", ManifestKind.FileName) { IsRequired = true },
        new("accentColor", ManifestKind.Color) { IsRequired = true },
        new("localizationInfo", ManifestKind.Group) { IsRequired = true },
        new("localizationInfo.defaultLanguageTag", ManifestKind.LanguageTag) { IsRequired = true },
        new("localizationInfo.additionalLanguages", ManifestKind.List),
        new("localizationInfo.additionalLanguages[]", ManifestKind.Group),
        new("localizationInfo.additionalLanguages[].languageTag", ManifestKind.LanguageTag) { IsRequired = true },
        new("localizationInfo.additionalLanguages[].file", ManifestKind.FileName) { IsRequired = true },
        new("bots", ManifestKind.List, 1) { IsRequired = true },
        new("bots[]", ManifestKind.Group),
        new("bots[].botId", ManifestKind.Guid) { IsRequired = true },
        new("bots[].scopes", ManifestKind.List, 3) { IsRequired = true },
        new("bots[].scopes[]", ManifestKind.Text) { OneOf = Scopes },
        new("bots[].supportsFiles", ManifestKind.Flag) { IsRequired = true },
        new("bots[].isNotificationOnly", ManifestKind.Flag),
        new("bots[].commandLists", ManifestKind.List, 3),
        new("bots[].commandLists[]", ManifestKind.Group),
        new("bots[].commandLists[].scopes", ManifestKind.List, 3) { IsRequired = true },
        new("bots[].commandLists[].scopes[]", ManifestKind.Text) { OneOf = Scopes },
        new("bots[].commandLists[].commands", ManifestKind.List, 12) { IsRequired = true },
        new("bots[].commandLists[].commands[]", ManifestKind.Group),
        new("bots[].commandLists[].commands[].title", ManifestKind.Text, 128) { IsRequired = true },
        // The schema would take 4,000; menus show less than this.
        new("bots[].commandLists[].commands[].description", ManifestKind.Text, 128) { IsRequired = true },
        new("composeExtensions", ManifestKind.List, 1),
        new("composeExtensions[]", ManifestKind.Group),
        new("composeExtensions[].botId", ManifestKind.Guid) { IsRequired = true },
        new("composeExtensions[].commands", ManifestKind.List, 10) { IsRequired = true },
        new("composeExtensions[].commands[]", ManifestKind.Group),
        new("composeExtensions[].commands[].id", ManifestKind.Text, 64) { IsRequired = true },
        new("composeExtensions[].commands[].type", ManifestKind.Text) { IsRequired = true, OneOf = ["action", "query"] },
        new("composeExtensions[].commands[].context", ManifestKind.List, 3),
        new("composeExtensions[].commands[].context[]", ManifestKind.Text) { OneOf = ["compose", "commandBox", "message"] },
        new("composeExtensions[].commands[].title", ManifestKind.Text, 32) { IsRequired = true },
        new("composeExtensions[].commands[].description", ManifestKind.Text, 128) { IsRequired = true },
        new("composeExtensions[].commands[].fetchTask", ManifestKind.Flag),
        new("composeExtensions[].commands[].initialRun", ManifestKind.Flag),
        new("composeExtensions[].commands[].parameters", ManifestKind.List, 5),
        new("composeExtensions[].commands[].parameters[]", ManifestKind.Group),
        new("composeExtensions[].commands[].parameters[].name", ManifestKind.Text, 64) { IsRequired = true },
        new("composeExtensions[].commands[].parameters[].title", ManifestKind.Text, 32) { IsRequired = true },
        new("composeExtensions[].commands[].parameters[].description", ManifestKind.Text, 128),
        new("composeExtensions[].commands[].parameters[].inputType", ManifestKind.Text) { OneOf = ["text"] },
        new("validDomains", ManifestKind.List, 100),
        new("validDomains[]", ManifestKind.HostName, 2048),
        new("defaultInstallScope", ManifestKind.Text) { OneOf = Scopes },
    }.ToDictionary(rule => rule.Path, StringComparer.Ordinal);
}
