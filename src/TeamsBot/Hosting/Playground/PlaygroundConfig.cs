using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace TeamsBot.Hosting.Playground;

/// <summary>
/// The Playground's configuration file (version 0.1.1 of its schema) for <see cref="PlaygroundTenant"/>. The Playground reads YAML, of which
/// JSON is a part.
/// </summary>
internal static class PlaygroundConfig
{
    internal static void Write(string file) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(Tenant(), PlaygroundJson.Readable.ConfigFile));

    private static ConfigFile Tenant() => new(
        "0.1.1",
        PlaygroundTenant.TenantId,
        new(PlaygroundTenant.BotId, PlaygroundTenant.BotName),
        User(PlaygroundTenant.AlexWilber),
        [.. PlaygroundTenant.Colleagues.Select(User)],
        new(PlaygroundTenant.PersonalChatId),
        new(PlaygroundTenant.GroupChatId, PlaygroundTenant.GroupChatName),
        new(PlaygroundTenant.General.Id, PlaygroundTenant.TeamName, PlaygroundTenant.TeamGroupId, [new(PlaygroundTenant.SalesLeads.Id, PlaygroundTenant.SalesLeads.Name)]));

    private static UserEntry User(PlaygroundPerson person) =>
        new(person.Id, person.Name, person.Email, person.Id, person.GivenName, person.Surname, person.Email);

    internal sealed record ConfigFile(
        string Version, string TenantId, NamedEntry Bot, UserEntry CurrentUser, UserEntry[] Users, ChatEntry PersonalChat, NamedEntry GroupChat, TeamEntry Team);

    internal sealed record NamedEntry(string Id, string Name);

    internal sealed record ChatEntry(string Id);

    /// <summary>The misspelt key is the schema's own.</summary>
    internal sealed record UserEntry(string Id, string Name, string UserPrincipleName, string AadObjectId, string GivenName, string Surname, string Email);

    internal sealed record TeamEntry(string Id, string Name, string AadGroupId, NamedEntry[] Channels);
}

[JsonSerializable(typeof(PlaygroundConfig.ConfigFile))]
internal sealed partial class PlaygroundJson : JsonSerializerContext
{
    /// <summary>Names in any script stay as they are written.</summary>
    internal static PlaygroundJson Readable { get; } =
        new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
