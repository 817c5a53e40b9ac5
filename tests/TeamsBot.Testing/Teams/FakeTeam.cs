using TeamsBot.Protocol.Activities;

namespace TeamsBot.Testing.Teams;

/// <summary>A person in the tests' tenant, with ids shaped as Teams shapes them.</summary>
/// <param name="Name">As Teams shows it.</param>
/// <param name="AadObjectId">Entra object id.</param>
/// <param name="Locale">BCP 47 tag of their app.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record Person(string Name, string AadObjectId, string Locale = "en-US", string TimeZone = "Europe/London")
{
    /// <summary>The id that this bot sees.</summary>
    public string Id => "29:1" + AadObjectId.Replace("-", "", StringComparison.Ordinal) + "xKq";

    public string UserPrincipalName => "u" + AadObjectId[^12..] + "@contoso.example";

    /// <summary>The personal chat with the bot.</summary>
    public string PersonalChatId => "a:1" + AadObjectId.Replace("-", "", StringComparison.Ordinal);

    public ChannelAccount ToAccount() => new() { Id = Id, Name = Name, AadObjectId = AadObjectId };

    /// <summary>One of many, always the same for the same number.</summary>
    public static Person Number(int n) => new(FormattableString.Invariant($"Rep {n:000}"), FormattableString.Invariant($"5a1e5000-0000-4000-8000-{n:000000000000}"));
}

/// <summary>The fixed organisation of the tests: one tenant, one team of three channels, a handful of people.</summary>
public static class FakeTeam
{
    public const string TenantId = "8d0a5b6e-4c1f-4a59-9f0e-2c7b1d3e6f01";
    public const string OtherTenantId = "c3f1a2b4-9d8e-4f70-8a6b-5e4d3c2b1a09";
    public const string BotAppId = "b07a3f52-6c1d-4e2b-9a84-0d5c7e9f1a23";
    public const string BotName = "Baton";

    /// <summary>The team's id is the General channel's.</summary>
    public const string TeamId = "19:general-5f2c8d@thread.tacv2";
    public const string TeamName = "Revenue";
    public const string TeamGroupId = "1f6e0c9a-7b34-4d2e-8c55-a9d1e3f7b246";
    public const string GeneralChannelId = TeamId;
    public const string SalesChannelId = "19:sales-91ab4e@thread.tacv2";
    public const string MarketingChannelId = "19:marketing-c07d2f@thread.tacv2";

    /// <summary>A chat between two people, in which the bot is not: Teams calls it personal too.</summary>
    public const string ChatOfTwo = "19:ben_mia@unq.gbl.spaces";

    public static Person Marketer { get; } = new("Maria Kowalska", "11111111-2222-4333-8444-555555555501", "pl-PL", "Europe/Warsaw");

    public static Person Rep { get; } = new("Ben Ortiz", "11111111-2222-4333-8444-555555555502");

    public static Person OtherRep { get; } = new("ليلى حداد", "11111111-2222-4333-8444-555555555503", "ar-SA", "Asia/Riyadh");

    public static Person Manager { get; } = new("陈伟", "11111111-2222-4333-8444-555555555504", "zh-CN", "Asia/Shanghai");

    public static Person Admin { get; } = new("Ada Admin", "11111111-2222-4333-8444-555555555505");

    public static IReadOnlyList<Person> People { get; } = [Marketer, Rep, OtherRep, Manager, Admin];

    public static ChannelAccount Bot { get; } = new() { Id = "28:" + BotAppId, Name = BotName };
}
