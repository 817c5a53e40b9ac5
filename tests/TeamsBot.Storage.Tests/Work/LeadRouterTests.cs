using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Storage.Tests.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.Handoffs;
using Xunit;

namespace TeamsBot.Storage.Tests.Work;

/// <summary>Turns and limits, however many hand leads over at once and whoever dies meanwhile.</summary>
public abstract class LeadRouterContract(Func<Engine> open) : StoresContract(open)
{
    private const string Tenant = "contoso";
    private const int Writers = 8;

    private static readonly Actor[] Reps = [Rep("anna"), Rep("ben"), Rep("cleo")];

    [Fact]
    public async Task Of_eight_who_hand_leads_over_at_once_none_skips_or_doubles_a_turn()
    {
        await AgreeAsync([.. Reps.Select(rep => new PoolMember(rep.Person))]);
        var handed = await HandOverAsync(leads: 48);
        handed.GroupBy(handoff => handoff.Route!.Rep!.Id).Select(turns => turns.Count()).ShouldBe([16, 16, 16]);
        handed.ShouldAllBe(handoff => handoff.Route!.Basis == RouteBasis.Turn && handoff.OfferEndsAt == Now + Duration.FromHours(2));
        (await LoadsAsync()).Select(load => (load.Open, load.On(Today))).ShouldBe([(16, 16), (16, 16), (16, 16)]);
        var rows = await Store.LoadAsync(Tenant, "pool", [], handoff: null, None);
        rows.Turns.Value.Members.Values.Sum(member => member.Credit).ShouldBe(0);
        rows.Turns.Value.Members.Values.ShouldAllBe(member => member.Since(Today).Taken == 16);
    }

    [Fact]
    public async Task No_limit_is_ever_passed()
    {
        await AgreeAsync([new(Reps[0].Person, Open: 3), new(Reps[1].Person, Daily: 5), new(Reps[2].Person, Weight: 3, Daily: 9, Open: 7)]);
        var handed = await HandOverAsync(leads: 40);
        Reps.Select(rep => handed.Count(handoff => handoff.Route!.Rep == rep.Person)).ShouldBe([3, 5, 7]);
        handed.Count(handoff => handoff.Route is { Rep: null, Basis: RouteBasis.NobodyFree }).ShouldBe(25);
    }

    [Fact]
    public async Task A_lead_that_is_off_their_hands_makes_room_and_one_that_they_took_by_themselves_fills_it()
    {
        await AgreeAsync([new(Reps[0].Person, Open: 1)]);
        var first = (await HandOverAsync(leads: 1))[0];
        (await HandOverAsync(leads: 1, "again"))[0].Route!.Basis.ShouldBe(RouteBasis.NobodyFree);

        await FollowAsync((await DecideAsync(first.Id, (handoff, terms) => handoff.Accept(Reps[0], Now, terms))).After);
        (await LoadsAsync())[0].Open.ShouldBe(1);
        await FollowAsync((await DecideAsync(first.Id, (handoff, terms) => handoff.Qualify(Reps[0], Now, terms))).After);
        (await LoadsAsync())[0].Open.ShouldBe(0);

        var other = await AddHandoffAsync("by hand");
        var taken = (await DecideAsync(other.Handoff.Id, (handoff, terms) => handoff.Accept(Reps[0], Now, terms))).After;
        await FollowAsync(taken);
        await FollowAsync(taken);
        (await HandOverAsync(leads: 1, "third"))[0].Route!.Basis.ShouldBe(RouteBasis.NobodyFree);
    }

    [Fact]
    public async Task A_lead_that_goes_from_one_to_the_other_counts_for_the_other()
    {
        await AgreeAsync([.. Reps.Select(rep => new PoolMember(rep.Person))]);
        var handoff = (await HandOverAsync(leads: 1))[0];
        var given = (await DecideAsync(handoff.Id, (waiting, terms) => waiting.Reassign(new(Mark.Person, Roles.Manager), Now, Reps[1], terms))).After;
        await AtOnceAsync(Writers, async _ =>
        {
            await FollowAsync(given);
            return 0;
        });
        (await LoadsAsync()).Select(load => load.Open).ShouldBe([0, 1, 0]);
    }

    [Fact]
    public async Task What_a_rep_had_before_they_were_in_a_pool_counts()
    {
        foreach (var number in Enumerable.Range(0, 3))
        {
            var before = await AddHandoffAsync($"old {number}");
            await DecideAsync(before.Handoff.Id, (handoff, terms) => handoff.Accept(Reps[0], Now, terms));
            await new OwnerIndex(Tables).AddAsync(Reps[0].Person.Id, before.Handoff.Id, None);
        }

        await AgreeAsync([new(Reps[0].Person, Open: 4)]);
        var handed = await HandOverAsync(leads: 3);
        handed.Count(handoff => handoff.Route!.Rep is not null).ShouldBe(1);
        (await LoadsAsync())[0].Open.ShouldBe(4);
    }

    [Fact]
    public async Task The_same_request_again_costs_nobody_a_second_turn()
    {
        await AgreeAsync([.. Reps.Select(rep => new PoolMember(rep.Person))]);
        var lead = await AddLeadAsync();
        var id = new HandoffId(lead.Value.Id, 1);
        var routes = await AtOnceAsync(Writers, async _ => (await Router.BookAsync(Tenant, id, lead.Value, await AgreedAsync(), None))!.Route);
        routes.Distinct().ShouldHaveSingleItem();
        (await LoadsAsync()).Sum(load => load.Open).ShouldBe(1);
    }

    [Fact]
    public async Task A_turn_whose_handoff_was_never_made_is_given_back_once()
    {
        await AgreeAsync([.. Reps.Select(rep => new PoolMember(rep.Person))]);
        var lead = await AddLeadAsync();
        var id = new HandoffId(lead.Value.Id, 1);
        var lost = (await Router.BookAsync(Tenant, id, lead.Value, await AgreedAsync(), None))!.Route;

        Clock.Advance(WorkQueue.Lease.ToTimeSpan());
        var watch = (await ClaimAsync()).ShouldHaveSingleItem();
        (watch.Kind, watch.Key).ShouldBe((LeadRouter.SeatKind, Keys.Join(Tenant, id.ToString())));
        await AtOnceAsync(Writers, async _ =>
        {
            await Store.TakeBackAsync(Tenant, id, None);
            return 0;
        });
        (await LoadsAsync()).ShouldAllBe(load => load.Open == 0 && load.On(Today) == 0);
        (await HandOverAsync(leads: 1))[0].Route!.Rep.ShouldBe(lost.Rep);
    }

    [Fact]
    public async Task The_rep_who_has_another_lead_of_the_company_is_found()
    {
        await AgreeAsync([.. Reps.Select(rep => new PoolMember(rep.Person))], new RoutingRule("Same company") { SameCompany = true }, new RoutingRule("Others") { Pool = "pool" });
        var leads = new LeadStore(Tables, Clock);
        await leads.SaveAsync([Of("1", "Kestrel Cold Chain GmbH"), Of("2", "KESTREL COLD CHAIN"), Of("3", "Kestrel Hot Chain"), Of("4", "Kestrel Cold Chain")], new Coverage([nameof(Lead.Company)], []), None);
        var first = (await RequestAsync("1")).Handoff;
        var accepted = (await DecideAsync(first.Id, (handoff, terms) => handoff.Accept(new(first.Route!.Rep!, Roles.Rep), Now, terms))).After;
        await FollowAsync(accepted);
        await FollowAsync(accepted);

        (await RequestAsync("2")).Handoff.Route.ShouldBe(new LeadRoute("Same company", "pool", RouteBasis.SameCompany, first.Route!.Rep) { Until = Now + Duration.FromHours(2) });
        (await RequestAsync("3")).Handoff.Route!.Rule.ShouldBe("Others");

        await FollowAsync((await DecideAsync(first.Id, (handoff, terms) => handoff.Recycle(new(first.Route!.Rep!, Roles.Rep), Now, RecycleReason.Timing, Today.PlusDays(9), Today, terms))).After);
        (await RequestAsync("4")).Handoff.Route!.Rule.ShouldBe("Others");
        (await RowsAsync(TableNames.Routing)).ShouldAllBe(row => !row.RowKey.StartsWith("account", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rule_that_leads_to_a_channel_that_is_gone_applies_to_nothing()
    {
        await AgreeAsync([.. Reps.Select(rep => new PoolMember(rep.Person))]);
        await new PeopleStore(Tables).ChangeAsync(Tenant, known => known with { SalesChannels = [] }, None);
        await AddLeadAsync("a");
        var handed = (await RequestAsync("a")).Handoff;
        (handed.Route, handed.Channel).ShouldBe((null, "19:sales"));
    }

    [Fact]
    public async Task Who_chose_a_channel_is_not_routed_and_without_a_rule_the_channel_of_the_request_counts()
    {
        await AgreeAsync([.. Reps.Select(rep => new PoolMember(rep.Person))], new RoutingRule("Poles") { Conditions = [new(RoutingFact.Country, ["Poland"])], Pool = "pool" });
        await AddLeadAsync("a");
        await AddLeadAsync("b");
        var chosen = (await Changes.RequestAsync(new(new LeadId("a"), Tenant, "19:sales", Mark.Person), "activity", _ => { }, None))!.Handoff;
        (chosen.Route, chosen.Channel).ShouldBe((null, "19:sales"));
        var ruled = (await RequestAsync("b")).Handoff;
        (ruled.Route, ruled.Channel).ShouldBe((null, "19:sales"));
    }

    private static Lead Of(string id, string company) => new(new LeadId(id)) { Company = company };

    private RoutingStore Store => new(Tables);

    private LeadRouter Router => ChangesOn.Router(Tables, Clock);

    private RepLoads Loads => ChangesOn.Loads(Tables);

    private LocalDate Today => Now.InUtc().Date;

    private async Task<SlaAgreement> AgreedAsync() => (await Agreements.TermsAsync(Tenant, None)).InForce;

    private async Task AgreeAsync(IReadOnlyList<PoolMember> members, params RoutingRule[] rules)
    {
        var people = new PeopleStore(Tables);
        foreach (var member in members)
        {
            await people.ChangeAsync(Tenant, member.Person.Id, _ => new Person(member.Person.Id, member.Person.Name) { Assigned = Roles.Rep }, None);
        }

        await people.ChangeAsync(Tenant, known => known with { SalesChannels = [new("19:pool", "team", "Pool", "")] }, None);
        var plan = new RoutingPlan(rules.Length > 0 ? rules : [new("All") { Pool = "pool" }], [new("pool", "19:pool", Duration.FromHours(2)) { Members = members }]);
        var agreement = AllDay.Agreement with { Version = 1, ChangedBy = Mark.Person, ChangedAt = Now, Routing = plan };
        (await Agreements.AddAsync(Tenant, agreement, None)).ShouldBe(AgreementAdded.InForce);
    }

    private async Task<IReadOnlyList<Workload>> LoadsAsync()
    {
        var rows = await Store.LoadAsync(Tenant, "pool", [.. Reps.Select(rep => rep.Person.Id)], handoff: null, None);
        return [.. rows.Loads.Select(load => load?.Value ?? Workload.None)];
    }

    // Eight who each hand over their share, one lead after another.
    private async Task<IReadOnlyList<Handoff>> HandOverAsync(int leads, string name = "lead")
    {
        foreach (var number in Enumerable.Range(0, leads))
        {
            await AddLeadAsync($"{name} {number}");
        }

        var handed = await AtOnceAsync(Writers, async writer =>
        {
            var own = new List<Handoff>();
            for (var number = writer; number < leads; number += Writers)
            {
                own.Add((await RequestAsync($"{name} {number}")).Handoff);
            }

            return own;
        });
        return [.. handed.SelectMany(own => own)];
    }

    private async Task FollowAsync(Handoff handoff) => await Loads.FollowAsync(handoff, (await Handoffs.LoadAsync(handoff.Id, None))!.Lead, None);

    private async Task<Requested> RequestAsync(string lead) =>
        (await Changes.RequestAsync(new(new LeadId(lead), Tenant, "19:sales", Mark.Person) { IsRouted = true }, "activity", _ => { }, None))!;

    private async Task<Decision.Applied> DecideAsync(HandoffId id, Func<Handoff, Terms, Decision> decide) =>
        (await Changes.DecideAsync(id, (stored, terms) => decide(stored.Handoff, terms), "activity", _ => { }, None))!.Decision.ShouldBeOfType<Decision.Applied>();
}

public sealed class LeadRouterOnSqliteTests() : LeadRouterContract(Engine.Sqlite);

[Collection(AzuriteTests.Name)]
public sealed class LeadRouterOnAzuriteTests(AzuriteFixture azurite) : LeadRouterContract(() => Engine.Azurite(azurite));
