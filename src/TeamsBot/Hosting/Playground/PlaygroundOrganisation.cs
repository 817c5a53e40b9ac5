using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;

namespace TeamsBot.Hosting.Playground;

/// <summary>
/// Sets the made-up organisation up, so that a first hand-off works without any set-up: its channels, heads and people.
/// On a later start only the address of the Playground is renewed.
/// </summary>
internal sealed class PlaygroundOrganisation(PeopleStore people, ConversationStore conversations)
{
    /// <param name="page">The address of the Playground; its connector is below it.</param>
    public async Task PrepareAsync(Uri page, CancellationToken cancel)
    {
        var service = new Uri(page, "_connector").AbsoluteUri;
        await ReachAsync(ConversationStore.Channel(PlaygroundTenant.General.Id), PlaygroundTenant.General.Id, PlaygroundTenant.General.Name, service, cancel);
        await ReachAsync(ConversationStore.Channel(PlaygroundTenant.SalesLeads.Id), PlaygroundTenant.SalesLeads.Id, PlaygroundTenant.SalesLeads.Name, service, cancel);
        await ReachAsync(ConversationStore.Personal(new PersonId(PlaygroundTenant.AlexWilber.Id)), PlaygroundTenant.PersonalChatId, name: null, service, cancel);
        foreach (var person in PlaygroundTenant.Colleagues.Prepend(PlaygroundTenant.AlexWilber))
        {
            await AddAsync(person, cancel);
        }

        await people.ChangeAsync(PlaygroundTenant.TenantId, known => known.SalesChannels.Count > 0 ? known : SetUp(known), cancel);
    }

    private static Organisation SetUp(Organisation known) => known with
    {
        TimeZone = DateTimeZoneProviders.Tzdb.GetSystemDefault(),
        SalesChannels = [new(PlaygroundTenant.SalesLeads.Id, PlaygroundTenant.General.Id, PlaygroundTenant.SalesLeads.Name, "")],
        MarketingTeam = PlaygroundTenant.General.Id,
        MarketingChannel = PlaygroundTenant.General.Id,
        HeadOfMarketing = Ref(PlaygroundTenant.ZofiaWisniewska),
        HeadOfSales = Ref(PlaygroundTenant.LenaHoff),
        Installer = Ref(PlaygroundTenant.AlexWilber),
    };

    // The channels are set up already, so nobody is greeted there with the questions of the set-up.
    private async Task ReachAsync(string partition, string id, string? name, string service, CancellationToken cancel) =>
        await conversations.ChangeAsync(
            partition,
            known => (known ?? new(id, service, PlaygroundTenant.TenantId) { Welcomed = name is not null }) with
            {
                ServiceUrl = service,
                Team = name is null ? null : PlaygroundTenant.General.Id,
                Name = name,
                ClosedBecause = null,
            },
            cancel);

    private async Task AddAsync(PlaygroundPerson person, CancellationToken cancel)
    {
        var id = new PersonId(person.Id);
        await conversations.AddMemberAsync(PlaygroundTenant.General.Id, new(Ref(person), person.Id), cancel);
        await people.ChangeAsync(
            PlaygroundTenant.TenantId,
            id,
            known => known ?? new(id, person.Name) { TeamsId = person.Id, Teams = [PlaygroundTenant.General.Id] },
            cancel);
    }

    private static PersonRef Ref(PlaygroundPerson person) => new(new PersonId(person.Id), person.Name);
}
