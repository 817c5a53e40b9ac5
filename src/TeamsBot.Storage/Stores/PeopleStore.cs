using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Stores;

/// <summary>One organisation's set-up and its people, in one partition, so that a turn reads both at once.</summary>
public sealed class PeopleStore(ITables tables)
{
    private const string OrganisationKey = "organisation";

    /// <summary>The set-up and one person; a tenant or person not yet known is made up empty, with a default ETag.</summary>
    public async Task<(Stored<Organisation> Organisation, Stored<Person>? Person)> LoadAsync(string tenant, PersonId person, CancellationToken cancel)
    {
        var partition = Keys.Join(tenant);
        var rows = await tables.GetManyAsync(TableNames.People, [new(partition, OrganisationKey), new(partition, PersonKey(person))], cancel);
        return (ReadOrganisation(tenant, rows[0]), rows[1] is { } row ? new(ReadPerson(row), row.ETag) : null);
    }

    public async Task<Stored<Organisation>> OrganisationAsync(string tenant, CancellationToken cancel) =>
        ReadOrganisation(tenant, await tables.GetAsync(TableNames.People, Keys.Join(tenant), OrganisationKey, cancel));

    /// <summary>The tenants that set Baton up.</summary>
    public IAsyncEnumerable<string> TenantsAsync(CancellationToken cancel) =>
        tables.QueryAsync(TableNames.People, new TableRange("", null, OrganisationKey, OrganisationKey + "!"), take: null, cancel).Select(row => Keys.Split(row.PartitionKey)[0]);

    public async Task<Stored<Person>?> PersonAsync(string tenant, PersonId person, CancellationToken cancel) =>
        Keys.Fits("person", person.Value) && await tables.GetAsync(TableNames.People, Keys.Join(tenant), PersonKey(person), cancel) is { } row ? new(ReadPerson(row), row.ETag) : null;

    /// <summary>Many people in the order asked, null for those who are not known.</summary>
    public async Task<IReadOnlyList<Person?>> PeopleAsync(string tenant, IReadOnlyList<PersonId> ids, CancellationToken cancel)
    {
        var partition = Keys.Join(tenant);
        var rows = await tables.GetManyAsync(TableNames.People, [.. ids.Select(id => new TableKey(partition, PersonKey(id)))], cancel);
        return [.. rows.Select(row => row is null ? null : ReadPerson(row))];
    }

    /// <summary>Everybody known in the tenant, in the order of their ids.</summary>
    public async Task<IReadOnlyList<Person>> AllAsync(string tenant, CancellationToken cancel)
    {
        List<Person> people = [];
        await foreach (var row in tables.QueryAsync(TableNames.People, TableRange.RowsStartingWith(Keys.Join(tenant), "person|"), take: null, cancel))
        {
            people.Add(ReadPerson(row));
        }

        return people;
    }

    private Task<bool> SaveAsync(Stored<Organisation> organisation, CancellationToken cancel) =>
        SaveAsync(Write(organisation.Value), organisation.ETag, cancel);

    /// <summary>False when somebody else changed it since it was read.</summary>
    public Task<bool> SaveAsync(string tenant, Stored<Person> person, CancellationToken cancel) =>
        SaveAsync(Write(tenant, person.Value), person.ETag, cancel);

    /// <summary>Changes what is known of a person, from nothing (null) on; stores nothing where nothing changes.</summary>
    /// <param name="change">Pure: it is called again when somebody else was faster.</param>
    public async Task<Person> ChangeAsync(string tenant, PersonId id, Func<Person?, Person> change, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var known = await PersonAsync(tenant, id, cancel);
            var changed = change(known?.Value);
            if (changed == known?.Value || await SaveAsync(tenant, new(changed, known?.ETag ?? default), cancel))
            {
                return changed;
            }
        }
    }

    /// <summary>Changes the set-up.</summary>
    /// <param name="change">Pure: it is called again when somebody else was faster.</param>
    public async Task<Organisation> ChangeAsync(string tenant, Func<Organisation, Organisation> change, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var known = await OrganisationAsync(tenant, cancel);
            var changed = change(known.Value);
            if (changed == known.Value || await SaveAsync(known with { Value = changed }, cancel))
            {
                return changed;
            }
        }
    }

    private async Task<bool> SaveAsync(TableEntity row, ETag etag, CancellationToken cancel)
    {
        try
        {
            var action = etag == default
                ? new TableTransactionAction(TableTransactionActionType.Add, row)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, etag);
            await tables.SubmitAsync(TableNames.People, [action], cancel);
            return true;
        }
        catch (TableException problem) when (problem.IsConflict)
        {
            return false;
        }
    }

    private static string PersonKey(PersonId person) => Keys.Join("person", person.Value);

    private static TableEntity Write(Organisation organisation)
    {
        var row = new TableEntity(Keys.Join(organisation.TenantId), OrganisationKey)
        {
            ["Language"] = organisation.Language.ToString(),
            ["TimeZone"] = organisation.TimeZone.Id,
            ["SalesChannels"] = JsonSerializer.Serialize(organisation.SalesChannels, PeopleJson.Default.IReadOnlyListSalesChannel),
            ["MarketingTeam"] = organisation.MarketingTeam,
            ["MarketingChannel"] = organisation.MarketingChannel,
        };
        WritePerson(row, "HeadOfMarketing", organisation.HeadOfMarketing);
        WritePerson(row, "HeadOfSales", organisation.HeadOfSales);
        WritePerson(row, "Installer", organisation.Installer);
        return row;
    }

    private static Stored<Organisation> ReadOrganisation(string tenant, TableEntity? row) => row is null
        ? new(new Organisation(tenant), default)
        : new(
            new Organisation(tenant)
            {
                Language = Enum.Parse<Language>(row.GetString("Language")!),
                TimeZone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(row.GetString("TimeZone")!) ?? DateTimeZone.Utc,
                SalesChannels = JsonSerializer.Deserialize(row.GetString("SalesChannels")!, PeopleJson.Default.IReadOnlyListSalesChannel)!,
                MarketingTeam = row.GetString("MarketingTeam"),
                MarketingChannel = row.GetString("MarketingChannel"),
                HeadOfMarketing = ReadRef(row, "HeadOfMarketing"),
                HeadOfSales = ReadRef(row, "HeadOfSales"),
                Installer = ReadRef(row, "Installer"),
            },
            row.ETag);

    private static TableEntity Write(string tenant, Person person) => new(Keys.Join(tenant), PersonKey(person.Id))
    {
        ["Id"] = person.Id.Value,
        ["Name"] = person.Name,
        ["TeamsId"] = person.TeamsId,
        ["Language"] = person.Language?.ToString(),
        ["TimeZone"] = person.TimeZone?.Id,
        ["AwayFrom"] = person.Away is { } from ? LocalDatePattern.Iso.Format(from.Start) : null,
        ["AwayTo"] = person.Away is { } to ? LocalDatePattern.Iso.Format(to.End) : null,
        ["Teams"] = JsonSerializer.Serialize(person.Teams, PeopleJson.Default.IReadOnlyListString),
        ["Assigned"] = (int?)person.Assigned,
    };

    private static Person ReadPerson(TableEntity row) => new(new PersonId(row.GetString("Id")!), row.GetString("Name")!)
    {
        TeamsId = row.GetString("TeamsId"),
        Language = row.GetString("Language") is { } language ? Enum.Parse<Language>(language) : null,
        TimeZone = row.GetString("TimeZone") is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) : null,
        Away = row.GetString("AwayFrom") is { } from && row.GetString("AwayTo") is { } to
            ? new(LocalDatePattern.Iso.Parse(from).Value, LocalDatePattern.Iso.Parse(to).Value)
            : null,
        Teams = JsonSerializer.Deserialize(row.GetString("Teams")!, PeopleJson.Default.IReadOnlyListString)!,
        Assigned = (Roles?)row.GetInt32("Assigned"),
    };

    private static void WritePerson(TableEntity row, string name, PersonRef? person)
    {
        row[name] = person?.Id.Value;
        row[name + "Name"] = person?.Name;
    }

    private static PersonRef? ReadRef(TableEntity row, string name) =>
        row.GetString(name) is { } id ? new(new PersonId(id), row.GetString(name + "Name") ?? "") : null;
}

/// <summary>A record with the version under which it was read; a default ETag says that it is not stored yet.</summary>
public sealed record Stored<T>(T Value, ETag ETag);

[JsonSerializable(typeof(IReadOnlyList<SalesChannel>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class PeopleJson : JsonSerializerContext;
