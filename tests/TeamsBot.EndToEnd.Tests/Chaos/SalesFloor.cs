using System.Globalization;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Testing.Teams;
using Person = TeamsBot.Testing.Teams.Person;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>An organisation of one team with many sales channels that work at all hours, a marketer who writes to them, and a rep who reads them.</summary>
internal static class SalesFloor
{
    public static Person Author { get; } = Person.Number(1);

    public static Person Reader { get; } = Person.Number(2);

    public static IReadOnlyList<string> Channels { get; } =
        [.. Enumerable.Range(1, 60).Select(number => string.Create(CultureInfo.InvariantCulture, $"19:sales-{number:00}@thread.tacv2"))];

    /// <summary>Stores all of it, as if the two had spoken to the bot before.</summary>
    public static async Task SetUpAsync(ITables tables, string serviceUrl)
    {
        var (people, conversations) = (new PeopleStore(tables), new ConversationStore(tables));
        var channels = Channels.Select((channel, at) => new SalesChannel(channel, FakeTeam.TeamId, $"Sales {at + 1}", ""));
        await people.ChangeAsync(FakeTeam.TenantId, known => known with { SalesChannels = [.. channels] }, CancellationToken.None);
        var agreement = SlaAgreement.Initial(DateTimeZone.Utc) with
        {
            Version = 1,
            WorkingTimes = new Dictionary<string, WorkingCalendar> { [SlaAgreement.DefaultWorkingTime] = WorkingCalendar.Always(DateTimeZone.Utc) },
            Quiet = null,
        };
        (await new AgreementStore(tables, people).AddAsync(FakeTeam.TenantId, agreement, CancellationToken.None)).ShouldBe(AgreementAdded.InForce);
        foreach (var channel in Channels)
        {
            await conversations.ChangeAsync(ConversationStore.Channel(channel), _ => new(channel, serviceUrl, FakeTeam.TenantId) { Team = FakeTeam.TeamId }, CancellationToken.None);
        }

        foreach (var (member, roles) in new[] { (Author, Roles.Marketer), (Reader, Roles.Rep) })
        {
            var known = new PersonRef(new(member.AadObjectId), member.Name);
            await conversations.AddMemberAsync(FakeTeam.TeamId, new(known, member.Id), CancellationToken.None);
            await people.ChangeAsync(FakeTeam.TenantId, known.Id, _ => new(known.Id, known.Name) { TeamsId = member.Id, Assigned = roles }, CancellationToken.None);
        }
    }
}
