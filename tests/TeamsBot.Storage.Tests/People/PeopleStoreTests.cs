using NodaTime;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.People;

/// <summary>The set-up of an organisation and its people, changed by many at once.</summary>
public abstract class PeopleStoreContract(Func<Engine> open) : StoresContract(open)
{
    private const string Tenant = "tenant-1";

    private static readonly PersonId Pia = new("pia");

    private PeopleStore People => new(Tables);

    [Fact]
    public async Task Every_field_of_the_set_up_comes_back()
    {
        var full = new Organisation(Tenant)
        {
            Language = Language.Polish,
            TimeZone = DateTimeZoneProviders.Tzdb["Europe/Warsaw"],
            SalesChannels = [new("19:a", "team-a", "Leads \"DACH\"", ""), new("19:b", "team-b", "销售", "شمال")],
            MarketingTeam = "team-m",
            MarketingChannel = "19:m",
            HeadOfMarketing = new(new PersonId("hanna"), "Hanna"),
            HeadOfSales = new(new PersonId("hugo"), "Hugo"),
            Installer = new(new PersonId("ines"), "Ines"),
        };
        ShouldBeFull(full);
        await People.ChangeAsync(Tenant, _ => full, None);
        var read = (await People.OrganisationAsync(Tenant, None)).Value;
        read.SalesChannels.ShouldBe(full.SalesChannels);
        (read with { SalesChannels = full.SalesChannels }).ShouldBe(full);
    }

    [Fact]
    public async Task Every_field_of_a_person_comes_back()
    {
        var full = new Person(Pia, "Pia Żółć")
        {
            TeamsId = "29:pia",
            Language = Language.Chinese,
            TimeZone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
            Away = new(new LocalDate(2026, 12, 24), new LocalDate(2027, 1, 3)),
            Teams = ["team-a", "team-b"],
            Assigned = Roles.Marketer | Roles.Admin,
        };
        ShouldBeFull(full);
        await People.ChangeAsync(Tenant, Pia, _ => full, None);
        var read = (await People.PersonAsync(Tenant, Pia, None))!.Value;
        read.Teams.ShouldBe(full.Teams);
        (read with { Teams = full.Teams }).ShouldBe(full);
    }

    [Fact]
    public async Task A_person_who_was_made_a_reader_differs_from_one_without_an_assigned_role()
    {
        await People.ChangeAsync(Tenant, Pia, _ => new Person(Pia, "Pia") { Assigned = Roles.Reader }, None);
        (await People.PersonAsync(Tenant, Pia, None))!.Value.Assigned.ShouldBe(Roles.Reader);
        await People.ChangeAsync(Tenant, Pia, known => known! with { Assigned = null }, None);
        (await People.PersonAsync(Tenant, Pia, None))!.Value.Assigned.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_not_known_is_made_up_empty_and_not_stored()
    {
        var (organisation, person) = await People.LoadAsync(Tenant, Pia, None);
        organisation.ShouldBe(new Stored<Organisation>(new Organisation(Tenant), default));
        person.ShouldBeNull();
        await People.ChangeAsync(Tenant, known => known, None);
        (await RowsAsync(TableNames.People)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_turn_reads_the_set_up_and_the_person_at_once()
    {
        await People.ChangeAsync(Tenant, known => known with { MarketingTeam = "team-m" }, None);
        await People.ChangeAsync(Tenant, Pia, _ => new Person(Pia, "Pia"), None);
        var (organisation, person) = await People.LoadAsync(Tenant, Pia, None);
        (organisation.Value.MarketingTeam, person!.Value.Name).ShouldBe(("team-m", "Pia"));
    }

    [Fact]
    public async Task Twenty_who_change_the_set_up_at_once_lose_nothing()
    {
        await AtOnceAsync(20, number => People.ChangeAsync(
            Tenant, known => known with { SalesChannels = [.. known.SalesChannels, new($"19:{number}", "team", "Leads", "")] }, None));
        (await People.OrganisationAsync(Tenant, None)).Value.SalesChannels.Select(channel => channel.Id)
            .ShouldBe(Enumerable.Range(0, 20).Select(number => $"19:{number}"), ignoreOrder: true);
    }

    [Fact]
    public async Task Twenty_who_change_a_person_at_once_lose_nothing()
    {
        await AtOnceAsync(20, number => People.ChangeAsync(
            Tenant, Pia, known => (known ?? new Person(Pia, "Pia")) with { Teams = [.. known?.Teams ?? [], $"team-{number}"] }, None));
        (await People.PersonAsync(Tenant, Pia, None))!.Value.Teams.ShouldBe(Enumerable.Range(0, 20).Select(number => $"team-{number}"), ignoreOrder: true);
    }

    [Fact]
    public async Task A_person_read_before_somebody_elses_change_is_not_saved()
    {
        var first = await People.ChangeAsync(Tenant, Pia, _ => new Person(Pia, "Pia"), None);
        var read = (await People.PersonAsync(Tenant, Pia, None))!;
        await People.ChangeAsync(Tenant, Pia, known => known! with { TeamsId = "29:pia" }, None);
        (await People.SaveAsync(Tenant, read with { Value = first with { Name = "Pia B." } }, None)).ShouldBeFalse();
        (await People.SaveAsync(Tenant, new(first, default), None)).ShouldBeFalse();
        (await People.PersonAsync(Tenant, Pia, None))!.Value.TeamsId.ShouldBe("29:pia");
    }

    [Fact]
    public async Task One_tenant_sees_nothing_of_another()
    {
        await People.ChangeAsync("tenant-10", known => known with { MarketingTeam = "theirs" }, None);
        await People.ChangeAsync("tenant-10", Pia, _ => new Person(Pia, "Their Pia"), None);
        foreach (var id in new[] { "rosa", "adam" })
        {
            await People.ChangeAsync(Tenant, new PersonId(id), _ => new Person(new PersonId(id), id), None);
        }

        (await People.AllAsync(Tenant, None)).Select(person => person.Name).ShouldBe(["adam", "rosa"]);
        (await People.PersonAsync(Tenant, Pia, None)).ShouldBeNull();
        (await People.OrganisationAsync(Tenant, None)).Value.MarketingTeam.ShouldBeNull();
    }

    private static void ShouldBeFull<T>(T record) =>
        typeof(T).GetProperties().Where(property => property.CanWrite && property.GetValue(record) is null or 0 or "")
            .ShouldBeEmpty("A field that the test leaves empty is not tested.");
}

public sealed class PeopleStoreOnSqliteTests() : PeopleStoreContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class PeopleStoreOnAzuriteTests(AzuriteFixture azurite) : PeopleStoreContract(() => Engine.Azurite(azurite));
