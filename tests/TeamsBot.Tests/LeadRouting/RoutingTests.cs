using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using TeamsBot.Tests.Agreement;
using Xunit;

namespace TeamsBot.Tests.LeadRouting;

/// <summary>Leads find their reps by the rules of the agreement. Ben and ليلى take turns; it is Monday, 2 March 2026, 10:00 in Warsaw and 09:00 in London, where Mia is.</summary>
public sealed class RoutingTests : AgreementTest
{
    private const string Routing = """
        { "routing": {
            "rules": [
              { "name": "Germans", "country": ["Germany"], "pool": "Desk" },
              { "name": "All others", "pool": "Channel" }
            ],
            "pools": {
              "Desk": { "channel": "Sales", "offerFor": "20m", "reps": [{ "rep": "Ben Ortiz", "daily": 2 }, { "rep": "ليلى حداد" }] },
              "Channel": { "channel": "Sales" }
            } } }
        """;

    private Place BensChat => App.ChatOf(FakeTeam.Rep);

    private Place MiasChat => App.ChatOf(Cast.Mia);

    private Someone Laila => App.As(FakeTeam.OtherRep);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Here(await Max.Clicks(await Form("Whole document…"), "Save", ("document", Routing))).Says("Version 1 is in force").ShouldBeTrue();
    }

    [Fact]
    public async Task The_rep_whose_turn_it_is_is_asked_alone_and_what_they_take_never_comes_to_the_channel()
    {
        await Mia.Says("hand off Nadia Brandt");
        var offer = await BensChat.NextCard();
        offer.Says("Yours alone until 10:20").ShouldBeTrue();
        offer.Says("Germans (Germany); next in turn in Desk").ShouldBeTrue();
        (await MiasChat.NextCard()).ShouldSatisfyAllConditions(
            card => card.Says("Offered to Ben Ortiz until 09:20").ShouldBeTrue(),
            card => card.Says("Why Ben Ortiz:").ShouldBeTrue());
        await App.SettledAsync();
        Sales.Cards.ShouldBeEmpty();

        (await Ben.Clicks(offer, "Accept")).Card!.Says("Yours").ShouldBeTrue();
        await App.SettledAsync();
        var accepted = await App.Records.Handoff("L-1~1");
        (accepted.State, accepted.Owner!.Name, accepted.Route!.Basis).ShouldBe((HandoffState.Accepted, "Ben Ortiz", RouteBasis.Turn));
        Sales.Cards.ShouldBeEmpty();
        (await LoadOf(FakeTeam.Rep)).Open.ShouldBe(1);
    }

    [Fact]
    public async Task When_the_time_is_over_the_channel_is_asked_and_anyone_may_take_it()
    {
        await Mia.Says("hand off Nadia Brandt");
        var offer = await BensChat.NextCard();
        await App.SettledAsync();

        await App.PassesAsync(TimeSpan.FromMinutes(19));
        Sales.Cards.ShouldBeEmpty();
        await App.PassesAsync(TimeSpan.FromMinutes(2));

        var card = await Sales.NextCard();
        card.Has("Accept").ShouldBeTrue();
        (await BensChat.NextUpdate(offer, "Now open to everyone in Sales")).Has("Accept").ShouldBeTrue();
        (await LoadOf(FakeTeam.Rep)).Open.ShouldBe(0);
        await Laila.Clicks(card, "handoff.accept");
        await App.SettledAsync();
        (await App.Records.Handoff("L-1~1")).Owner!.Name.ShouldBe("ليلى حداد");
    }

    [Fact]
    public async Task The_rep_may_leave_it_to_the_channel_at_once()
    {
        await Mia.Says("hand off Nadia Brandt");
        var offer = await BensChat.NextCard();
        await App.SettledAsync();

        (await Ben.Clicks(offer, "Leave it to the channel")).Card!.Has("Accept").ShouldBeTrue();
        (await Sales.NextCard()).Says("New lead for Sales").ShouldBeTrue();
        (await Ben.Clicks(offer, "Leave it to the channel")).Card.ShouldNotBeNull();
        (await App.Records.Handoff("L-1~1")).OfferedTo.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_else_takes_what_is_offered_to_one_alone()
    {
        await Mia.Says("hand off Nadia Brandt");
        await BensChat.NextCard();
        await App.SettledAsync();

        var answer = await Laila.Sends(FakeTeam.SalesChannelId, "handoff.accept", """{"handoff":"L-1~1","v":1}""");
        answer.Sentence!.ShouldContain("Ben Ortiz");
        (await App.Records.Handoff("L-1~1")).State.ShouldBe(HandoffState.Waiting);
    }

    [Fact]
    public async Task A_lead_of_another_rule_goes_to_the_channel_and_says_why()
    {
        await Mia.Says("hand off Nadia Brandauer");
        (await Sales.NextCard()).Says("All others; Channel asks the whole channel").ShouldBeTrue();
        (await App.Records.Handoff("L-2~1")).Route!.Rep.ShouldBeNull();
        await App.SettledAsync();
    }

    [Fact]
    public async Task Who_is_away_is_passed_over_until_they_are_back()
    {
        await Ben.Says("away");
        var days = await BensChat.NextCard();
        days.Says("You are not away").ShouldBeTrue();
        (await Ben.Clicks(days, "Save days", ("from", "2026-03-02"), ("to", "2026-03-01"))).Sentence!.ShouldContain("must not be in the past");
        var away = (await Ben.Clicks(days, "Save days", ("from", "2026-03-02"), ("to", "2026-03-04"))).Card!;
        away.Says("You are away from Mon 2 Mar to Wed 4 Mar").ShouldBeTrue();

        await Mia.Says("route Nadia Brandt");
        (await MiasChat.NextCard()).ShouldSatisfyAllConditions(
            run => run.Says("Dry run, nothing was changed").ShouldBeTrue(),
            run => run.Says("Would be offered to ليلى حداد until 09:20, then to Sales").ShouldBeTrue(),
            run => run.Says("away until Wed 4 Mar").ShouldBeTrue(),
            run => run.Says("applies: Germany").ShouldBeTrue());

        (await Ben.Clicks(away with { ConversationId = FakeTeam.Rep.PersonalChatId, ActivityId = days.ActivityId }, "Back already")).Card!.Says("You are not away").ShouldBeTrue();
        await Mia.Says("route L-1");
        (await MiasChat.NextCard()).Says("Would be offered to Ben Ortiz until 09:20, then to Sales").ShouldBeTrue();
        (await LoadOf(FakeTeam.Rep)).OnDay.ShouldBe(0);
    }

    [Fact]
    public async Task A_manager_speaks_for_others_and_a_rep_for_themselves_alone()
    {
        await Max.Says("away");
        var whose = await App.ChatOf(Manager).NextCard();
        whose.Says("Who is away?").ShouldBeTrue();
        (await Max.Clicks(whose, "Save days", ("who", FakeTeam.Rep.AadObjectId), ("from", "2026-03-02"), ("to", "2026-03-02"))).Card!.Says("Ben Ortiz is away from Mon 2 Mar to Mon 2 Mar").ShouldBeTrue();
        (await Laila.Sends(FakeTeam.OtherRep.PersonalChatId, "route.back", $$"""{"who":"{{FakeTeam.Rep.AadObjectId}}"}""")).Sentence.ShouldNotBeNull();
        (await Max.Clicks(whose, "Save days", ("who", Cast.Mia.AadObjectId), ("from", "2026-03-02"), ("to", "2026-03-02"))).Sentence.ShouldNotBeNull();
        (await App.Services.GetRequiredService<PeopleStore>().PersonAsync(FakeTeam.TenantId, new(FakeTeam.Rep.AadObjectId), CancellationToken.None))!.Value.Away
            .ShouldBe(new DateInterval(new(2026, 3, 2), new(2026, 3, 2)));
    }

    [Fact]
    public async Task The_turns_are_shown_to_those_who_take_them()
    {
        await Mia.Says("hand off Nadia Brandt");
        await BensChat.NextCard();
        await App.SettledAsync();

        await Ben.Says("route");
        (await BensChat.NextCard()).ShouldSatisfyAllConditions(
            pools => pools.Says("How leads find their reps").ShouldBeTrue(),
            pools => pools.Says("1 turn of 0.5 due · 1 open · 1 of 2 today").ShouldBeTrue(),
            pools => pools.Says("0 turns of 0.5 due · 0 open").ShouldBeTrue(),
            pools => pools.Says("One rep alone for 20 working minutes, then Sales").ShouldBeTrue());

        await Ben.Says("route Nadia Brandt");
        (await BensChat.NextText()).ShouldBe("Marketers, managers and admins see where a lead would go; reps see the turns.");
    }

    [Fact]
    public async Task A_turn_whose_handoff_died_on_the_way_is_given_back()
    {
        var leads = App.Services.GetRequiredService<LeadStore>();
        var agreement = await InForce();
        var lead = (await leads.GetAsync(Cast.Nadia.Id, CancellationToken.None))!;
        await App.Services.GetRequiredService<LeadRouter>().BookAsync(FakeTeam.TenantId, new(lead.Id, 1), lead, agreement, CancellationToken.None);
        (await LoadOf(FakeTeam.Rep)).Open.ShouldBe(1);

        await App.PassesAsync(TimeSpan.FromMinutes(1));
        (await LoadOf(FakeTeam.Rep)).ShouldSatisfyAllConditions(load => load.Open.ShouldBe(0), load => load.OnDay.ShouldBe(0));
        await Mia.Says("hand off Nadia Brandt");
        (await BensChat.NextCard()).Says("Yours alone").ShouldBeTrue();
        await App.SettledAsync();
    }

    private async Task<Workload> LoadOf(Testing.Teams.Person rep)
    {
        var rows = await App.Services.GetRequiredService<RoutingStore>().LoadAsync(FakeTeam.TenantId, "Desk", [new PersonId(rep.AadObjectId)], handoff: null, CancellationToken.None);
        return rows.Loads[0]!.Value;
    }
}
