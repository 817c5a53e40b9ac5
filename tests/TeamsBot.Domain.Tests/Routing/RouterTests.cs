using NodaTime;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Domain.Sla;
using Xunit;

namespace TeamsBot.Domain.Tests.Routing;

/// <summary>Where a lead goes: the first rule that it meets, then who of the pool can be asked.</summary>
public sealed class RouterTests
{
    private static readonly PersonRef Anna = new(new("anna"), "Anna Nowak");
    private static readonly PersonRef Ben = new(new("ben"), "Ben Ortiz");
    private static readonly PersonRef Zoe = new(new("zoe"), "Zoe of no pool");

    // A Monday; the channel works nine to five in Warsaw.
    private static readonly DateTimeZone Warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 11, 0);
    private static readonly LocalDate Day = new(2026, 3, 2);
    private static readonly WorkingCalendar Hours = WorkingCalendar.Of(Warsaw, WorkingWeek.NineToFive);
    private static readonly Standing There = new(IsRep: true, Away: null, Zone: null, Workload.None);

    private static readonly RoutingPlan Plan = new(
        [
            new("Key accounts") { Conditions = [new(RoutingFact.Account, ["Kestrel Cold Chain GmbH", "acme.com"])], Pool = "dach", Rep = Ben },
            new("Same company") { SameCompany = true },
            new("Big in DACH") { Conditions = [new(RoutingFact.Country, ["Germany", "austria"]), new(RoutingFact.Segment, ["Enterprise"])], Pool = "dach" },
            new("Arabic") { Conditions = [new(RoutingFact.Language, ["Arabic"])], Pool = "gulf" },
            new("All others") { Pool = "all" },
        ],
        [
            new("dach", "19:dach", Duration.FromHours(2)) { Members = [new(Anna), new(Ben, Weight: 2, Daily: 3, Open: 5)] },
            new("gulf", "19:gulf", OfferFor: null),
            new("all", "19:all", Duration.FromMinutes(30)) { Members = [new(Anna)] },
        ]);

    [Theory]
    [InlineData("KESTREL COLD CHAIN", null, null, "Key accounts", "KESTREL COLD CHAIN")]
    [InlineData("Other Ltd", "x@acme.com", null, "Key accounts", "Other Ltd")]
    [InlineData(null, "x@acme.com", null, "Key accounts", "acme.com")]
    [InlineData("Other Ltd", "x@notacme.com", "anna", "Same company", null)]
    [InlineData("Other Ltd", null, "zoe", "Big in DACH", "Austria · enterprise")]
    [InlineData("Other Ltd", null, null, "Big in DACH", "Austria · enterprise")]
    public void The_first_rule_that_a_lead_meets_counts(string? company, string? email, string? companyRep, string rule, string? by)
    {
        var lead = new Lead(new LeadId("1")) { Company = company, Email = email, Country = " Austria", Segment = "enterprise" };
        var match = Plan.Match(lead, companyRep switch { "anna" => Anna, "zoe" => Zoe, _ => null })!;
        (match.Rule.Name, match.By).ShouldBe((rule, by));
    }

    [Fact]
    public void All_conditions_of_a_rule_hold_and_one_of_the_languages_is_enough()
    {
        Plan.Match(new Lead(new LeadId("1")) { Country = "Germany" }, null)!.Rule.Name.ShouldBe("All others");
        Plan.Match(new Lead(new LeadId("1")) { Speaks = "English, arabic" }, null)!.ShouldSatisfyAllConditions(
            match => match.Rule.Name.ShouldBe("Arabic"),
            match => match.By.ShouldBe("arabic"));
        (Plan with { Rules = [Plan.Rules[2]] }).Match(new Lead(new LeadId("1")), null).ShouldBeNull();
    }

    [Fact]
    public void The_rep_of_the_company_is_asked_in_a_pool_of_theirs()
    {
        var match = Plan.Match(new Lead(new LeadId("1")), Anna)!;
        (match.Pool.Name, match.First).ShouldBe(("dach", Anna));
        Choose(match).Route.ShouldBe(new LeadRoute("Same company", "dach", RouteBasis.SameCompany, Anna) { Until = Noon + Duration.FromHours(2) });
    }

    [Fact]
    public void A_named_rep_is_asked_out_of_turn_and_no_turn_is_taken()
    {
        var routed = Choose(Plan.Match(new Lead(new LeadId("1")) { Company = "Kestrel Cold Chain" }, null)!);
        (routed.Route.Basis, routed.Route.Rep, routed.Turn).ShouldBe((RouteBasis.NamedRep, Ben, null));
    }

    [Theory]
    [InlineData("away")]
    [InlineData("day full")]
    [InlineData("hands full")]
    [InlineData("no rep")]
    public void A_named_rep_who_cannot_be_asked_leaves_it_to_the_turns(string why)
    {
        var standing = why switch
        {
            "away" => There with { Away = new DateInterval(Day, Day) },
            "day full" => There with { Load = new(0, Day, 3) },
            "hands full" => There with { Load = new(5, Day, 0) },
            _ => There with { IsRep = false },
        };
        var routed = Choose(Plan.Match(new Lead(new LeadId("1")) { Company = "Kestrel Cold Chain" }, null)!, rep => rep == Ben.Id ? standing : There);
        (routed.Route.Basis, routed.Route.Rep).ShouldBe((RouteBasis.Turn, Anna));
    }

    [Fact]
    public void Limits_of_yesterday_do_not_count_today_and_absence_ends_with_its_last_day()
    {
        var match = Plan.Match(new Lead(new LeadId("1")) { Company = "Kestrel Cold Chain" }, null)!;
        var rested = There with { Load = new(4, Day.PlusDays(-1), 3), Away = new DateInterval(Day.PlusDays(-5), Day.PlusDays(-1)) };
        Choose(match, rep => rep == Ben.Id ? rested : There).Route.Rep.ShouldBe(Ben);
    }

    [Fact]
    public void Where_nobody_can_be_asked_the_channel_is()
    {
        var routed = Choose(Plan.Match(new Lead(new LeadId("1")), null)!, _ => There with { IsRep = false });
        (routed.Route.Basis, routed.Route.Rep, routed.Route.Until, routed.Turn).ShouldBe((RouteBasis.NobodyFree, null, null, null));
    }

    [Fact]
    public void A_pool_without_offers_asks_its_channel_at_once() =>
        Choose(Plan.Match(new Lead(new LeadId("1")) { Speaks = "Arabic" }, null)!).Route.ShouldBe(new LeadRoute("Arabic", "gulf", RouteBasis.Channel, null) { By = "Arabic" });

    [Fact]
    public void Working_time_is_on_the_clocks_of_the_rep_and_an_offer_counts_working_time()
    {
        var tokyo = There with { Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] };
        var match = Plan.Match(new Lead(new LeadId("1")) { Country = "Germany", Segment = "Enterprise" }, null)!;

        // It is eight in the evening in Tokyo: Ben, who is owed more, is not at work.
        var routed = Choose(match, rep => rep == Ben.Id ? tokyo : There);
        routed.Route.Rep.ShouldBe(Anna);
        routed.Candidates.Select(one => one.Availability).ShouldBe([Availability.Free, Availability.NotAtWork]);

        // At six in the evening in Warsaw two working hours end at eleven the next day.
        Choose(match, at: Noon + Duration.FromHours(6)).Route.Until.ShouldBe(Instant.FromUtc(2026, 3, 3, 10, 0));
    }

    [Fact]
    public void The_same_input_gives_the_same_route()
    {
        var random = new Random(11);
        for (var i = 0; i < 500; i++)
        {
            var loads = new Dictionary<PersonId, Standing>
            {
                [Anna.Id] = There with { Load = new(random.Next(8), Day, random.Next(5)) },
                [Ben.Id] = There with { Load = new(random.Next(8), Day, random.Next(5)), IsRep = random.Next(4) > 0 },
            };
            var lead = new Lead(new LeadId($"{i}")) { Country = random.Next(2) == 0 ? "Germany" : "Spain", Segment = "Enterprise" };
            var (one, other) = (Choose(Plan.Match(lead, null)!, rep => loads[rep]), Choose(Plan.Match(lead, null)!, rep => loads[rep]));
            one.Route.ShouldBe(other.Route);
            one.Candidates.ShouldBe(other.Candidates);
            one.Turn?.Credits.ShouldBe(other.Turn!.Credits);
        }
    }

    private static Routed Choose(RuleMatch match, Func<PersonId, Standing>? standing = null, Instant? at = null) =>
        match.Choose(new(at ?? Noon, Day, Hours, PoolTurns.None, standing ?? (_ => There)));
}
