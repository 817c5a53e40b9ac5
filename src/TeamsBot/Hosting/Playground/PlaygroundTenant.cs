namespace TeamsBot.Hosting.Playground;

/// <summary>One person of the made-up organisation. The Teams id and the directory id are the same GUID, so that both find the person.</summary>
public sealed record PlaygroundPerson(string Id, string GivenName, string Surname, string Alias)
{
    /// <summary>The name as Teams shows it: given name first, save in Chinese.</summary>
    public string Name { get; init; } = $"{GivenName} {Surname}";

    /// <summary>Sign-in name and mail address, in a domain that is reserved for examples.</summary>
    public string Email => $"{Alias}@example.com";
}

/// <summary>One channel of the made-up team.</summary>
public sealed record PlaygroundChannel(string Id, string Name);

/// <summary>
/// The made-up organisation that the Playground plays: one tenant, one team with two channels, six people. The ids never change, so data
/// that was written against them on one start is right on the next.
/// </summary>
public static class PlaygroundTenant
{
    public const string TenantId = "6a1f6c0e-52c4-4b6e-9a55-0d7c1f2e3b01";
    public const string BotId = "28:8d2b7f34-1c57-4e0a-b1d2-94f0a6c83b02";
    public const string BotName = "Baton";

    public const string TeamName = "Baton demo";
    public const string TeamGroupId = "b7c9e5d1-03f8-4a6d-8f43-6e2d1a905c03";

    public const string PersonalChatId = "a:1f3c8a72e9d04b56";
    public const string GroupChatId = "19:5e0d4c3b2a194f87@thread.v2";
    public const string GroupChatName = "Baton group chat";

    /// <summary>The first channel of a team; its id is also the team's id.</summary>
    public static readonly PlaygroundChannel General = new("19:c1a7e4d2b9f84c0e@thread.tacv2", "General");

    /// <summary>The channel in which leads are handed over.</summary>
    public static readonly PlaygroundChannel SalesLeads = new("19:d2b8f5e3cad95d1f@thread.tacv2", "Sales leads");

    /// <summary>The person who sits before the Playground: whatever is typed there comes from this one.</summary>
    public static readonly PlaygroundPerson AlexWilber = new("3d0c5d5a-0c6c-4a4f-9b57-5f1e6a2b7c10", "Alex", "Wilber", "alex.wilber");

    public static readonly PlaygroundPerson ZofiaWisniewska = new("4e1d6e6b-1d7d-4b50-8c68-602f7b3c8d11", "Zofia", "Wiśniewska", "zofia.wisniewska");
    public static readonly PlaygroundPerson OmarHaddad = new("5f2e7f7c-2e8e-4c61-9d79-71308c4d9e12", "عمر", "حداد", "omar.haddad");
    public static readonly PlaygroundPerson LiNa = new("603f808d-3f9f-4d72-8e8a-82419d5eaf13", "娜", "李", "li.na") { Name = "李娜" };
    public static readonly PlaygroundPerson TomaszWilk = new("7140919e-40a0-4e83-9f9b-9352ae6fb014", "Tomasz", "Wilk", "tomasz.wilk");
    public static readonly PlaygroundPerson LenaHoff = new("8251a2af-51b1-4f94-80ac-a463bf70c115", "Lena", "Hoff", "lena.hoff");

    /// <summary>Everybody beside <see cref="AlexWilber"/>. The Playground accepts five, no more and no fewer.</summary>
    public static IReadOnlyList<PlaygroundPerson> Colleagues { get; } = [ZofiaWisniewska, OmarHaddad, LiNa, TomaszWilk, LenaHoff];
}
