using System.Globalization;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Protocol.Activities;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Testing.Teams;
using Person = TeamsBot.Testing.Teams.Person;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>
/// One of the organisations: three reps, a marketer, a head of sales, and two sales channels. There are many, since Teams takes
/// only so many messages a second for a channel, a person and a tenant, and the bots keep to that.
/// </summary>
internal sealed record ChaosTenant(int Number)
{
    public const int Reps = 3;

    private const int People = Reps + 2;

    /// <summary>What all of them agreed on: targets, reminders and a ladder that are over within half a minute, at any hour of the day.</summary>
    private static readonly SlaAgreement Agreement = SlaAgreement.Initial(DateTimeZone.Utc) with
    {
        Version = 1,
        Hot = new(FromScore: 80, Accept: Duration.FromSeconds(6), Contact: Duration.FromSeconds(8)),
        Warm = new(FromScore: 50, Accept: Duration.FromSeconds(12), Contact: Duration.FromSeconds(10)),
        Cold = new(FromScore: 0, Accept: Duration.FromSeconds(20), Contact: Duration.FromSeconds(12)),
        Escalation =
        [
            new(Duration.FromSeconds(2), EscalationAction.Remind),
            new(Duration.FromSeconds(4), EscalationAction.Head),
            new(Duration.FromSeconds(6), EscalationAction.Next),
            new(Duration.FromSeconds(8), EscalationAction.NextChannel),
            new(Duration.FromSeconds(10), EscalationAction.CatchAll),
        ],
        WorkingTimes = new Dictionary<string, WorkingCalendar> { [SlaAgreement.DefaultWorkingTime] = WorkingCalendar.Always(DateTimeZone.Utc) },
        Quiet = null,
    };

    public string Id => string.Create(CultureInfo.InvariantCulture, $"8d0a5b6e-4c1f-4a59-9f0e-{Number:000000000000}");

    public string Team => string.Create(CultureInfo.InvariantCulture, $"19:team-{Number}@thread.tacv2");

    public string Channel => string.Create(CultureInfo.InvariantCulture, $"19:sales-{Number}@thread.tacv2");

    private string SecondChannel => string.Create(CultureInfo.InvariantCulture, $"19:second-{Number}@thread.tacv2");

    public PersonRef Marketer => Ref(Member(Reps));

    private PersonRef Head => Ref(Member(Reps + 1));

    /// <summary>The reps come first.</summary>
    public Person Member(int number) => Person.Number((Number * People) + number);

    /// <summary>The personal chat of the user with this id in Teams.</summary>
    public static string ChatOf(string user) => "a:1" + user["29:1".Length..^"xKq".Length];

    /// <summary>The personal chat of the person with this id in Entra.</summary>
    public static string ChatOfPerson(string id) => new Person("", id).PersonalChatId;

    /// <summary>Stores all of it, as if each of them had spoken to the bot before.</summary>
    public async Task SetUpAsync(ITables tables, string serviceUrl)
    {
        var (people, conversations) = (new PeopleStore(tables), new ConversationStore(tables));
        await people.ChangeAsync(
            Id,
            known => known with { SalesChannels = [new(Channel, Team, "Sales", "DACH"), new(SecondChannel, Team, "Second", "Nordics")], HeadOfSales = Head },
            CancellationToken.None);
        (await new AgreementStore(tables, people).AddAsync(Id, Agreement, CancellationToken.None)).ShouldBe(AgreementAdded.InForce);
        foreach (var channel in new[] { Channel, SecondChannel })
        {
            await conversations.ChangeAsync(ConversationStore.Channel(channel), _ => new(channel, serviceUrl, Id) { Team = Team }, CancellationToken.None);
        }

        for (var number = 0; number < People; number++)
        {
            var (member, roles) = (Member(number), number < Reps ? Roles.Rep : Roles.Marketer);
            await conversations.AddMemberAsync(Team, new(Ref(member), member.Id), CancellationToken.None);
            await people.ChangeAsync(Id, new(member.AadObjectId), _ => new(new(member.AadObjectId), member.Name) { TeamsId = member.Id, Assigned = roles }, CancellationToken.None);
        }
    }

    /// <summary>One of them presses a button of a card.</summary>
    public Activity Click(Person by, StandingMessage on, string serviceUrl, string verb)
    {
        var notice = on.Notice is { } number ? string.Create(CultureInfo.InvariantCulture, $",\"notice\":{number}") : "";
        var click = new ActivityBuilder(serviceUrl, Id).CardAction(by, on.Conversation, on.Id, verb, $$"""{"handoff":"{{on.Handoff}}","v":{{on.Version}}{{notice}}}""");
        return click.ChannelData?.Channel is null ? click : click with { ChannelData = click.ChannelData with { Team = new TeamInfo { Id = Team, Name = "Revenue" } } };
    }

    private static PersonRef Ref(Person person) => new(new(person.AadObjectId), person.Name);
}
