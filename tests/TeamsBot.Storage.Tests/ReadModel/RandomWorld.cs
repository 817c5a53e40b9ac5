using NodaTime;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Funnel;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;
using TeamsBot.Testing.Handoffs;

namespace TeamsBot.Storage.Tests.ReadModel;

/// <summary>Records drawn by chance, with everything that records may lack; the same for the same seed.</summary>
public sealed class RandomWorld(int seed)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant Start = Instant.FromUtc(2017, 11, 20, 0, 0);
    private static readonly Duration[] Offsets = [.. new[] { -10.0, -5.5, -3, -2, 0, 1, 2, 5.5, 13 }.Select(Duration.FromHours)];

    private readonly Random random = new(seed);
    private readonly Dictionary<HandoffId, Handoff> handoffs = [];
    private readonly Dictionary<string, FunnelStage> imported = [];

    public static string[] Sources { get; } = ["social", "Social", "email", "paid search", "zażółć", "搜索"];

    public static string[] CampaignNames { get; } = ["c1", "C2", "Dock Delays", "c4", "unknown one"];

    public IReadOnlyList<Lead> Leads { get; private set; } = [];

    public IReadOnlyList<Deal> Deals { get; private set; } = [];

    public IReadOnlyList<Campaign> Campaigns { get; private set; } = [];

    public IReadOnlyList<Target> Targets { get; private set; } = [];

    public IReadOnlyCollection<Handoff> Handoffs => handoffs.Values;

    /// <summary>The stage that the source of a lead gave it.</summary>
    public FunnelStage ImportedStage(LeadId lead) => imported[lead.Value];

    /// <summary>Adds records to the store, or changes those that are there, and remembers what is there then.</summary>
    public async Task SaveAsync(ModelDesk desk, int leads, int deals)
    {
        await new AttributeStore(desk.Tables, desk.Clock).SaveAsync(
            [new("leads", "size", Labels), new("leads", "mood", Labels), new("deals", "mood", Labels), new("campaigns", "size", Labels), new("deals", "status", Labels)], None);
        await desk.SaveAsync([.. Enumerable.Range(0, leads).Select(_ => NewLead())]);
        await desk.SaveAsync([.. Enumerable.Range(0, deals).Select(_ => NewDeal(leads))]);
        Campaigns = [NewCampaign("c1", null), NewCampaign("c2", "Dock Delays"), NewCampaign("C3", "c4"), NewCampaign("c5", null), NewCampaign("c1b", "c1")];
        await desk.SaveAsync(Campaigns);
        Targets = [.. Enumerable.Range(0, 25).Select(_ => NewTarget()).DistinctBy(target => (target.Period, target.Dimension, target.Member))];
        await desk.SaveAsync(Targets);
        await HandOverAsync(desk, leads / 2);
        Leads = [.. await new LeadStore(desk.Tables, desk.Clock).GetManyAsync(imported.Keys.Select(id => new LeadId(id)), None)];
        var store = new DealStore(desk.Tables, desk.Clock);
        Deals = [.. (await Task.WhenAll(Enumerable.Range(0, 3 * deals).Select(id => store.GetAsync("d" + id, None)))).OfType<Deal>()];
    }

    private static Dictionary<Language, string> Labels => new() { [Language.English] = "a label" };

    private bool Chance(double probability) => random.NextDouble() < probability;

    private T Pick<T>(params IReadOnlyList<T> some) => some[random.Next(some.Count)];

    private string? Maybe(params IReadOnlyList<string> some) => Chance(0.2) ? null : Pick(some);

    // Often just at or beside midnight somewhere.
    private Instant Moment()
    {
        var day = Start + Duration.FromDays(random.Next(420));
        return Chance(0.4) ? day + Pick(Offsets) + Duration.FromTicks(random.Next(-1, 2)) : day + Duration.FromSeconds(random.Next(86_400));
    }

    private Lead NewLead()
    {
        var lead = new Lead(new LeadId("l" + random.Next(200)))
        {
            Name = Maybe("Ann", "Bo"), Company = Maybe("Helix", "Ö"), Country = Maybe("PL", "DE"), Source = Maybe(Sources), Campaign = Maybe(CampaignNames),
            Product = Maybe("p", "q"), Segment = Maybe("smb", "ent"), CreatedAt = Chance(0.1) ? null : Moment(), Owner = Maybe("Rita", "Omar"),
            Stage = Pick(Enum.GetValues<FunnelStage>()), Score = random.Next(100),
            Attributes = new[] { "size", "mood" }.Where(_ => Chance(0.7)).ToDictionary(name => name, _ => Pick("S", "M", "l", "L")),
        };
        imported.TryAdd(lead.Id.Value, lead.Stage);
        return lead with { Stage = imported[lead.Id.Value] };
    }

    private Deal NewDeal(int leads) => new("d" + random.Next(2 * leads))
    {
        Lead = Chance(0.6) ? new LeadId("l" + random.Next(220)) : null,
        Account = Maybe("Helix", "Acme"), Product = Maybe("p", "q"), Rep = Maybe("Rita", "Omar", "ewa"), Manager = Maybe("Max"), Region = Maybe("North", "South"),
        Team = Maybe("A", "B"), Source = Chance(0.5) ? null : Pick(Sources), Campaign = Chance(0.5) ? null : Pick(CampaignNames),
        Segment = Chance(0.5) ? null : Pick("smb", "mid"), Country = Chance(0.5) ? null : Pick("PL", "FR"),
        OpenedAt = Chance(0.5) ? null : Moment(), ClosedAt = Chance(0.2) ? null : Moment(), Status = Pick(Enum.GetValues<DealStatus>()),
        Stage = Maybe("Engaging", "Prospecting"), Value = Chance(0.1) ? null : random.Next(-1, 2000) * 1.25m, Currency = seed % 2 == 0 ? "EUR" : Maybe("EUR", "BRL"),
        Attributes = new[] { "mood" }.Where(_ => Chance(0.7)).ToDictionary(name => name, _ => Pick("S", "glad")),
    };

    private Campaign NewCampaign(string id, string? name) => new(id)
    {
        Name = name, Channel = Maybe("event", "email"), StartsOn = Chance(0.15) ? null : new LocalDate(2017, 11, 25).PlusDays(random.Next(400)),
        Status = Pick(Enum.GetValues<CampaignStatus>()), Spend = Chance(0.2) ? null : random.Next(0, 500), Budget = 1000,
        Attributes = Chance(0.5) ? new Dictionary<string, string> { ["size"] = Pick("S", "M") } : [],
    };

    private Target NewTarget()
    {
        var dimension = Chance(seed % 3 == 0 ? 0 : 0.4) ? null : Pick("rep", "team", "campaign");
        return new(Chance(0.85) ? "revenue" : "mqls", Pick("2018", "2018-Q1", "2018-Q2", "2018-02", "2018-03", "2018-05", "2017-12", "2017"), random.Next(1, 900))
        {
            Dimension = dimension,
            Member = dimension switch { "rep" => Pick("Rita", "omar", "Zoe"), "team" => Pick("A", "B"), "campaign" => Pick("c1", "Dock Delays"), _ => null },
        };
    }

    private async Task HandOverAsync(ModelDesk desk, int count)
    {
        var (store, journal) = (new HandoffStore(desk.Tables), new JournalStore(desk.Tables, desk.Clock));
        foreach (var id in imported.Keys.OrderBy(_ => random.Next()).Take(count).Select(id => new LeadId(id)))
        {
            var lead = (await store.LeadAsync(id, None))!;
            var number = handoffs.Keys.Where(known => known.Lead == id).Select(known => known.Number).DefaultIfEmpty(0).Max() + 1;
            var (tier, channel) = (Pick(Enum.GetValues<Tier>()), Pick("19:north", "19:south"));
            var handoff = AllDay.Request(new(id, number), channel, tier, new PersonRef(new PersonId("mark"), "Mark"), Moment());
            await store.AddAsync(handoff, lead.Value, lead.ETag, "test", None);
            await GoOnAsync(store, handoff.Id, handoff.RequestedAt);
            handoffs[handoff.Id] = (await store.LoadAsync(handoff.Id, None))!.Handoff;
            await journal.FollowAsync(handoffs[handoff.Id], None);
        }
    }

    private async Task GoOnAsync(HandoffStore store, HandoffId id, Instant at)
    {
        var rep = new Actor(new PersonRef(new PersonId(Pick("rita", "omar")), Pick("Rita", "Omar")), Roles.Rep);
        for (var step = random.Next(5); step > 0; step--)
        {
            at += Duration.FromMinutes(random.Next(1, 4000));
            var stored = (await store.LoadAsync(id, None))!;
            var handoff = stored.Handoff;
            var decision = handoff.State switch
            {
                HandoffState.Waiting => Chance(0.3) ? handoff.Reject(rep, at, Pick(RejectionReason.Budget, RejectionReason.Need), null) : handoff.Accept(rep, at),
                HandoffState.Accepted => Chance(0.2) ? Recycle(handoff, rep, at) : Chance(0.5) ? handoff.Contact(rep, at) : handoff.Qualify(rep, at),
                HandoffState.Contacted => Chance(0.5) ? Recycle(handoff, rep, at) : handoff.Qualify(rep, at),
                _ => new Decision.Repeated(handoff),
            };
            if (decision is Decision.Applied applied)
            {
                await store.SaveAsync(stored, applied, "test", None);
            }
        }
    }

    private static Decision Recycle(Handoff handoff, Actor rep, Instant at) =>
        handoff.Recycle(rep, at, RecycleReason.Timing, at.InUtc().Date.PlusDays(30), at.InUtc().Date);
}
