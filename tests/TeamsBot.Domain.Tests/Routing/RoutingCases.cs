using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Domain.Tests.Agreement;

namespace TeamsBot.Domain.Tests.Routing;

/// <summary>Random routing plans of an organisation, any that can be written down.</summary>
public static class RoutingCases
{
    private static readonly string[] PoolNames = ["north", "مجموعة", "\"a\" <b>", "夜"];
    private static readonly string[] Values = ["Germany", "acme.com", "Łódź", "عربي", "\\", "x, y"];

    private static readonly Gen<PoolMember> Limits =
        from weight in Gen.Choose(1, 100)
        from daily in Gen.Elements<int?>(null, 1, 1000)
        from open in Gen.Elements<int?>(null, 1, 1000)
        select new PoolMember(AgreementCast.Anna, weight, daily, open);

    private static readonly Gen<IReadOnlyList<Pool>> Pools =
        from names in Gen.SubListOf(PoolNames)
        from members in Gen.SubListOf<PersonRef>(AgreementCast.Anna, AgreementCast.John, AgreementCast.OtherJohn).ArrayOf(PoolNames.Length)
        from limits in Limits.ArrayOf(3)
        from minutes in Gen.Elements<int?>(null, 1, 90, 60_000).ArrayOf(PoolNames.Length)
        from channel in Gen.Elements(AgreementCast.Dach, AgreementCast.OtherGeneral).ArrayOf(PoolNames.Length)
        select (IReadOnlyList<Pool>)[.. names.Select((name, i) => new Pool(name, channel[i].Id, members[i].Count > 0 && minutes[i] is { } time ? Duration.FromMinutes(time) : null)
        {
            Members = [.. members[i].Select((person, index) => limits[index] with { Person = person })],
        })];

    public static readonly Gen<RoutingPlan> Plans =
        from pools in Pools
        from rules in RuleOf(pools).ArrayOf().Resize(8)
        select new RoutingPlan([.. rules], pools);

    private static Gen<RoutingRule> RuleOf(IReadOnlyList<Pool> pools) =>
        from name in Gen.Elements(Values)
        from facts in Gen.SubListOf(Enum.GetValues<RoutingFact>())
        from values in Gen.NonEmptyListOf(Gen.Elements(Values)).ArrayOf(6)
        from pool in pools.Count == 0 ? Gen.Constant<Pool?>(null) : Gen.Elements<Pool?>(pools)
        from hasRep in Gen.Elements(true, false)
        from same in Gen.Elements(true, false)
        select new RoutingRule(name)
        {
            Conditions = [.. facts.Select(fact => new RuleCondition(fact, [.. values[(int)fact]]))],
            SameCompany = same || pool is null,
            Pool = pool?.Name,
            Rep = hasRep ? pool?.Members.Select(member => member.Person).FirstOrDefault() : null,
        };
}
