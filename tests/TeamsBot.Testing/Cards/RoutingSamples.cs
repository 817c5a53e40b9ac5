using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.LeadRouting.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Storage.Work;
using TeamsBot.Text;
using Standing = TeamsBot.Domain.Routing.Standing;

namespace TeamsBot.Testing.Cards;

/// <summary>How leads find their reps, as people are shown it.</summary>
public static class RoutingSamples
{
    private static readonly Instant Now = Samples.Requested + Duration.FromMinutes(5);
    private static readonly LocalDate Today = Now.InZone(Samples.Warsaw).Date;
    private static readonly PersonRef Omar = new(new("u-omar"), "Omar Haddad");
    private static readonly PersonRef Foe = new(new("u-foe"), Samples.Hostile);

    private static readonly Organisation SetUp = new("tenant")
    {
        TimeZone = Samples.Warsaw,
        SalesChannels = [new("19:sales", "team", "Sales DACH", ""), new("19:gulf", "team", "مبيعات الخليج", "")],
    };

    private static readonly Pool Dach = new("Enterprise DACH", "19:sales", Duration.FromHours(2))
    {
        Members = [new(Samples.Tomasz, Weight: 2, Daily: 5, Open: 20), new(Samples.Lena, Open: 20), new(Omar, Daily: 5), new(Foe)],
    };

    private static readonly RoutingPlan Plan = new(
        [
            new("Key accounts") { Conditions = [new(RoutingFact.Account, ["Acme GmbH"])], Pool = "Enterprise DACH", Rep = Samples.Lena },
            new("Same company, same rep") { SameCompany = true },
            new("Big in DACH") { Conditions = [new(RoutingFact.Country, ["Germany", "Austria", "Switzerland"])], Pool = "Enterprise DACH" },
            new(Samples.Hostile) { Pool = "Gulf" },
        ],
        [Dach, new("Gulf", "19:gulf", OfferFor: null)]);

    private static readonly PoolTurns Turns = new(new Dictionary<PersonId, MemberTurns>
    {
        [Samples.Tomasz.Id] = new(300_000, new Dictionary<LocalDate, DayTurns> { [Today] = new(31_400_000, 31) }),
        [Samples.Lena.Id] = new(-300_000, new Dictionary<LocalDate, DayTurns> { [Today.PlusDays(-3)] = new(15_700_000, 16) }),
        [Omar.Id] = new(0, new Dictionary<LocalDate, DayTurns> { [Today] = new(1_000_000, 1) }),
    });

    private static readonly RoutingMoment Moment = new(Now, Today, WorkingCalendar.Of(Samples.Warsaw, WorkingWeek.NineToFive), Turns, person =>
        person == Samples.Tomasz.Id ? new(true, null, null, new(3, Today, 2))
        : person == Samples.Lena.Id ? new(true, new DateInterval(Today, new LocalDate(2027, 1, 2)), null, new(20, Today, 0))
        : person == Omar.Id ? new(true, null, null, new(4, Today, 5))
        : new Standing(true, null, null, new(1, Today, 0)));

    private static readonly RoutingPlan Many = new(
        [.. Enumerable.Range(1, 15).Select(n => new RoutingRule($"Rule {n} for a territory with a long name") { Pool = "Enterprise DACH", Rep = n % 3 == 0 ? Omar : null })],
        [.. Enumerable.Range(1, 7).Select(n => Dach with { Name = $"Pool {n} of a territory with a long name" })]);

    public static IReadOnlyDictionary<string, Func<Say, AdaptiveCard>> All { get; } = new Dictionary<string, Func<Say, AdaptiveCard>>
    {
        ["route-dry-run"] = say => DryRunCard.Render(Run(say, Plan)),
        ["route-dry-run-longest"] = say => DryRunCard.Render(Run(say, Plan) with { Lead = Samples.Longest }),
        ["route-dry-run-hostile"] = say => DryRunCard.Render(Run(say, Plan with { Rules = [Plan.Rules[3]] }) with { Lead = Samples.HostileLead }),
        ["route-dry-run-no-rule"] = say => DryRunCard.Render(Run(say, Plan with { Rules = [.. Plan.Rules.Take(2)] })),
        ["route-dry-run-no-plan"] = say => DryRunCard.Render(Run(say, RoutingPlan.None)),
        ["route-which"] = say => WhichLeadCard.Render(say, "Nadia", [Samples.Nadia, Samples.Unknown, Samples.HostileLead, Samples.Longest]),
        ["route-pools"] = say => PoolsCard.Render(new(say, Samples.Warsaw, Now), SetUp, Plan, [.. Plan.Pools.Select(pool => new PoolView(pool, Moment))]),
        ["route-pools-many"] = say => PoolsCard.Render(new(say, Samples.Warsaw, Now), SetUp, Many, [.. Many.Pools.Take(PoolsCard.MostPools).Select(pool => new PoolView(pool, Moment))]),
        ["route-pools-none"] = say => PoolsCard.Render(new(say, Samples.Warsaw, Now), SetUp, RoutingPlan.None, []),
        ["away"] = say => AwayCard.Render(new(say, Samples.Warsaw, Now), Rep(null), Samples.Tomasz.Id, []),
        ["away-set"] = say => AwayCard.Render(new(say, Samples.Warsaw, Now), Rep(new(Today, new LocalDate(2027, 1, 2))), Samples.Tomasz.Id, []),
        ["away-of-others"] = say => AwayCard.Render(new(say, Samples.Warsaw, Now), Rep(new(Today, Today.PlusDays(3))), Samples.Anna.Id, [Rep(null), new(Foe.Id, Foe.Name)]),
        ["away-whose"] = say => AwayCard.Render(new(say, Samples.Warsaw, Now), null, Samples.Anna.Id, [Rep(null)]),
    };

    private static Person Rep(DateInterval? away) => new(Samples.Tomasz.Id, Samples.Tomasz.Name) { Away = away };

    private static DryRunView Run(Say say, RoutingPlan plan)
    {
        var match = plan.Match(Samples.Nadia, companyRep: null);
        return new(new(say, Samples.Warsaw, Now), SetUp, Samples.Nadia, plan, match is null ? null : new Way(match, match.Choose(Moment), Moment));
    }
}
