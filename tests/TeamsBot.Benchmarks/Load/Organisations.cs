using System.Globalization;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load;

/// <summary>
/// Many tenants, each with one team of people: Teams takes 50 calls a second for a tenant and 7 for a conversation, and
/// the bot keeps to that, so that one tenant alone would measure the limit and not the bot.
/// </summary>
internal sealed class Organisations(string serviceUrl, int tenants, int peopleInEach)
{
    /// <summary>How many tenants the measured bot serves.</summary>
    public const int Most = 500;

    // One each, so that every activity of a tenant has an id of its own.
    private readonly ActivityBuilder[] activities = [.. Enumerable.Range(0, tenants).Select(number => new ActivityBuilder(serviceUrl, Tenant(number)))];

    public int Tenants => tenants;

    public int PeopleInEach => peopleInEach;

    public static string Tenant(int number) => string.Create(CultureInfo.InvariantCulture, $"8d0a5b6e-4c1f-4a59-9f0e-{number:000000000000}");

    public static string Team(int tenant) => string.Create(CultureInfo.InvariantCulture, $"19:team-{tenant}@thread.tacv2");

    public static string Channel(int tenant) => string.Create(CultureInfo.InvariantCulture, $"19:sales-{tenant}@thread.tacv2");

    public Person Member(int tenant, int number) => Person.Number((tenant * peopleInEach) + number);

    public ActivityBuilder Activities(int tenant) => activities[tenant];

    /// <summary>What each of them types in their own chat, the people of one tenant far apart.</summary>
    public byte[][] Say(string text) =>
    [
        .. from number in Enumerable.Range(0, peopleInEach)
           from tenant in Enumerable.Range(0, tenants)
           select TurnSender.Bytes(Activities(tenant).PersonalMessage(Member(tenant, number), text)),
    ];

    /// <summary>Somebody presses a button of a card in the tenant's channel.</summary>
    public byte[] Click(int tenant, int number, PostedCard card, string verb, string data)
    {
        var click = Activities(tenant).CardAction(Member(tenant, number), card.Conversation, card.ActivityId, verb, data);
        return TurnSender.Bytes(click with { ChannelData = click.ChannelData! with { Team = new TeamInfo { Id = Team(tenant), Name = "Revenue" } } });
    }
}

/// <summary>Where the card of a handoff stands.</summary>
internal sealed record PostedCard(int Tenant, string Handoff, string Conversation, string ActivityId)
{
    public string Data => $$"""{"handoff":"{{Handoff}}","v":1}""";
}
