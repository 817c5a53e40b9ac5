using System.Globalization;
using NodaTime;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using Person = TeamsBot.Testing.Teams.Person;

namespace TeamsBot.Benchmarks.Load.Day;

/// <summary>
/// The organisations of a day: of ten people in each eight are reps, one is a marketer and one is the head of sales. Leads that are posted
/// go to the many channels of the first of them: Teams lets a bot write 1,800 messages an hour into one. In the others marketers type.
/// </summary>
internal sealed class DayTenants(string serviceUrl)
{
    public const int Reps = 8;

    /// <summary>A day of ten minutes: every target, reminder and escalation of the agreement that a new organisation begins with comes so many times sooner.</summary>
    private const double Faster = 144;

    private const int Tenants = 20;

    // Of the organisation that leads are posted to.
    private const int Channels = 20;

    public Organisations Organisations { get; } = new(serviceUrl, Tenants, peopleInEach: Reps + 2);

    /// <summary>What all of them agreed on; it counts at every hour, so that it does not matter when the measurement is taken.</summary>
    private static SlaAgreement Agreement
    {
        get
        {
            var initial = SlaAgreement.Initial(DateTimeZone.Utc);
            return initial with
            {
                Version = 1,
                Hot = Sooner(initial.Hot),
                Warm = Sooner(initial.Warm),
                Cold = Sooner(initial.Cold),
                Escalation = [.. initial.Escalation.Select(step => step with { After = step.After / Faster })],
                WorkingTimes = new Dictionary<string, WorkingCalendar> { [SlaAgreement.DefaultWorkingTime] = WorkingCalendar.Always(DateTimeZone.Utc) },
                Quiet = null,
            };
        }
    }

    /// <summary>How soon a lead is to be accepted.</summary>
    public static TimeSpan Target(int number) => Agreement.TermsOf(Agreement.TierOf(Score(number))).Accept.ToTimeSpan();

    public static string Lead(int number) => string.Create(CultureInfo.InvariantCulture, $"D-{number}");

    public static string PostedLead(int number) => string.Create(CultureInfo.InvariantCulture, $"P-{number}");

    /// <summary>The name of the channel that a posted lead goes to.</summary>
    public static string Channel(int number) => string.Create(CultureInfo.InvariantCulture, $"Sales {1 + (number % Channels)}");

    public static int Score(int number) => number * 37 % 100;

    /// <summary>Whose lead it is, when a marketer types it.</summary>
    public static int Tenant(int number) => 1 + (number % (Tenants - 1));

    public Person Rep(int tenant, int number) => Organisations.Member(tenant, number % Reps);

    public Person Marketer(int tenant) => Organisations.Member(tenant, Reps);

    public Person Head(int tenant) => Organisations.Member(tenant, Reps + 1);

    /// <summary>Stores all of it, and the leads that marketers will type, as an import does.</summary>
    public async Task SetUpAsync(ITables tables, int leads, CancellationToken cancel)
    {
        await new StoredOrganisations(tables, Organisations, serviceUrl).SetUpAsync(cancel);
        var people = new PeopleStore(tables);
        await OpenChannelsAsync(people, new ConversationStore(tables), cancel);
        for (var tenant = 0; tenant < Tenants; tenant++)
        {
            var (id, head) = (Organisations.Tenant(tenant), Ref(Head(tenant)));
            await people.ChangeAsync(id, known => known with { HeadOfSales = head }, cancel);
            await new AgreementStore(tables, people).AddAsync(id, Agreement, cancel);
            for (var number = 0; number < Organisations.PeopleInEach; number++)
            {
                await IntroduceAsync(people, id, Organisations.Member(tenant, number), number < Reps ? Roles.Rep : Roles.Marketer, cancel);
            }
        }

        var store = new LeadStore(tables, TimeProvider.System);
        foreach (var batch in Enumerable.Range(0, leads).Select(number => SampleLeads.Lead(Lead(number)) with { Score = Score(number), Name = DuplicateMeasurement.NameOf(number), Company = DuplicateMeasurement.Word(number, 6), Email = null, Phone = null }).Chunk(100))
        {
            await store.SaveAsync(batch, new Coverage([], []), cancel);
        }
    }

    private async Task OpenChannelsAsync(PeopleStore people, ConversationStore conversations, CancellationToken cancel)
    {
        var (tenant, team) = (Organisations.Tenant(0), Organisations.Team(0));
        SalesChannel[] channels = [.. Enumerable.Range(0, Channels).Select(number => new SalesChannel(string.Create(CultureInfo.InvariantCulture, $"19:sales-0-{number}@thread.tacv2"), team, Channel(number), ""))];
        await people.ChangeAsync(tenant, known => known with { SalesChannels = channels }, cancel);
        foreach (var channel in channels)
        {
            await conversations.ChangeAsync(ConversationStore.Channel(channel.Id), _ => new Conversation(channel.Id, serviceUrl, tenant) { Team = team }, cancel);
        }
    }

    private static Task IntroduceAsync(PeopleStore people, string tenant, Person member, Roles roles, CancellationToken cancel) => people.ChangeAsync(
        tenant, new(member.AadObjectId), _ => new(new(member.AadObjectId), member.Name) { TeamsId = member.Id, Assigned = roles }, cancel);

    private static TierTerms Sooner(TierTerms terms) => terms with { Accept = terms.Accept / Faster, Contact = terms.Contact / Faster };

    private static PersonRef Ref(Person person) => new(new(person.AadObjectId), person.Name);
}
