using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.Teams;
using Person = TeamsBot.Testing.Teams.Person;

namespace TeamsBot.Testing.App;

/// <summary>What the bot has stored; also the way to prepare it.</summary>
public sealed class Records(IServiceProvider services)
{
    public async Task<Handoff> Handoff(string id) =>
        (await services.GetRequiredService<HandoffStore>().LoadAsync(Id(id), CancellationToken.None))!.Handoff;

    public async Task<Lead> Lead(string id) => (await services.GetRequiredService<LeadStore>().GetAsync(new LeadId(id), CancellationToken.None))!;

    /// <summary>The ledger of a handoff.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> Ledger(string handoff) =>
        await services.GetRequiredService<HandoffStore>().LedgerAsync(Id(handoff), CancellationToken.None).ToListAsync();

    /// <summary>Every row of a lead's partition with its version, to see whether anything changed; without those that only say where copies stand.</summary>
    public async Task<IReadOnlyList<string>> RowsOf(string lead) =>
    [
        .. (await services.GetRequiredService<ITables>()
            .QueryAsync(TableNames.Leads, TableRange.Partition(Keys.Join(lead)), take: null, CancellationToken.None)
            .ToListAsync()).Where(row => !row.RowKey.StartsWith("card|", StringComparison.Ordinal)).Select(row => $"{row.RowKey} {row.ETag}"),
    ];

    /// <summary>How much work is planned or under way, beside the timers of clocks and the next Monday's feedback.</summary>
    public async Task<int> Work() =>
        await services.GetRequiredService<ITables>().QueryAsync(TableNames.Work, TableRange.Everything, take: null, CancellationToken.None)
            .CountAsync(row => row.GetString("Kind") is not (HandoffChanges.ClockKind or HandoffChanges.ReturnKind or FeedbackPlan.WorkKind or DuplicateWork.WorkKind));

    /// <summary>Whether anything is due, or was and has been begun but not ended. What was planned at this very moment is left to the next look at the queue.</summary>
    public async Task<bool> HasWorkDue(Instant now)
    {
        var moment = now.ToDateTimeOffset();
        return await services.GetRequiredService<ITables>().QueryAsync(TableNames.Work, TableRange.Everything, take: null, CancellationToken.None)
            .AnyAsync(row => !row.RowKey.StartsWith("parked|", StringComparison.Ordinal) && (row.GetInt32("Attempts") > 0 || (row.GetDateTimeOffset("Due") <= moment && row.GetDateTimeOffset("PlannedAt") < moment)));
    }

    public Task<IReadOnlyList<Saved>> Save(params Lead[] leads) =>
        services.GetRequiredService<LeadStore>().SaveAsync(leads, new Coverage([.. typeof(Lead).GetProperties().Select(property => property.Name)], []), CancellationToken.None);

    public async Task<Organisation> Organisation() =>
        (await services.GetRequiredService<PeopleStore>().OrganisationAsync(FakeTeam.TenantId, CancellationToken.None)).Value;

    public async Task<Roles> RolesOf(Person person)
    {
        var (organisation, stored) = await services.GetRequiredService<PeopleStore>().LoadAsync(FakeTeam.TenantId, new(person.AadObjectId), CancellationToken.None);
        return stored is null ? Roles.Reader : organisation.Value.RolesOf(stored.Value);
    }

    public Task Assign(Person person, Roles roles) => services.GetRequiredService<PeopleStore>().ChangeAsync(
        FakeTeam.TenantId,
        new PersonId(person.AadObjectId),
        known => (known ?? new(new(person.AadObjectId), person.Name)) with { TeamsId = person.Id, Assigned = roles },
        CancellationToken.None);

    /// <summary>Makes somebody the head of sales, or of marketing.</summary>
    public Task Head(Person person, bool ofMarketing = false) => services.GetRequiredService<PeopleStore>().ChangeAsync(
        FakeTeam.TenantId, known => ofMarketing ? known with { HeadOfMarketing = Ref(person) } : known with { HeadOfSales = Ref(person) }, CancellationToken.None);

    /// <summary>A sales channel and marketing, the people with their roles, all members of the team.</summary>
    public async Task SetUp(params SalesChannel[] furtherChannels)
    {
        await services.GetRequiredService<PeopleStore>().ChangeAsync(FakeTeam.TenantId, known => known with
        {
            TimeZone = DateTimeZoneProviders.Tzdb["Europe/Warsaw"],
            SalesChannels = [new(FakeTeam.SalesChannelId, FakeTeam.TeamId, "Sales", "DACH"), .. furtherChannels],
            MarketingTeam = FakeTeam.TeamId,
            MarketingChannel = FakeTeam.MarketingChannelId,
            Installer = Ref(FakeTeam.Admin),
        }, CancellationToken.None);
        await Assign(FakeTeam.Marketer, Roles.Marketer);
        await Assign(Cast.Mia, Roles.Marketer);
        await Assign(Cast.Rita, Roles.Reader);
        await Assign(FakeTeam.Rep, Roles.Rep);
        await Assign(FakeTeam.OtherRep, Roles.Rep);
        await Assign(FakeTeam.Manager, Roles.Manager);
        await Assign(FakeTeam.Admin, Roles.Admin);
    }

    /// <summary>The bot has heard from these channels, so that it can write to them.</summary>
    public async Task Reach(string serviceUrl, params IEnumerable<string> channels)
    {
        var conversations = services.GetRequiredService<ConversationStore>();
        foreach (var channel in channels)
        {
            await conversations.ChangeAsync(
                ConversationStore.Channel(channel),
                known => known ?? new(channel, serviceUrl, FakeTeam.TenantId) { Team = FakeTeam.TeamId },
                CancellationToken.None);
        }

        foreach (var person in FakeTeam.People)
        {
            await conversations.AddMemberAsync(FakeTeam.TeamId, new(Ref(person), person.Id), CancellationToken.None);
        }
    }

    private static HandoffId Id(string text) => HandoffId.TryParse(text, out var id) ? id : throw new ArgumentException($"{text} is no handoff.", nameof(text));

    private static PersonRef Ref(Person person) => new(new PersonId(person.AadObjectId), person.Name);
}
