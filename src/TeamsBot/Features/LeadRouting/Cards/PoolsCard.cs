using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Protocol.Cards;
using TeamsBot.Text;

namespace TeamsBot.Features.LeadRouting.Cards;

/// <summary>A pool as it stands now.</summary>
public sealed record PoolView(Pool Pool, RoutingMoment Moment);

/// <summary>The rules in their order, and of each pool how many turns everybody had against what was due to them.</summary>
public static class PoolsCard
{
    public const int MostPools = 5;

    private const int MostRules = 12;

    public static AdaptiveCard Render(Moments moments, Organisation organisation, RoutingPlan plan, IReadOnlyList<PoolView> pools)
    {
        var say = moments.Say;
        var title = say.Text(plan.HasRules ? "route.title" : "route.noRules");
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("route.state")),
            Anatomy.Title(title),
            plan.HasRules ? null : Anatomy.Text(say.Text("route.noRulesHint"), AdaptiveSpacing.Small),
            Anatomy.Facts(plan.Rules.Take(MostRules).Select(rule => Anatomy.Fact(say.Value(LeadWords.Cut(rule.Name, 40)), Target(rule, say)))),
            plan.Rules.Count > MostRules ? Anatomy.Note(say.Text("route.moreRules", ("n", plan.Rules.Count - MostRules))) : null,
            .. pools.SelectMany(pool => Pool(pool, organisation, moments)),
            plan.Pools.Count > pools.Count ? Anatomy.Note(say.Text("route.morePools", ("n", plan.Pools.Count - pools.Count)), AdaptiveSpacing.Medium) : null,
            pools.Any(pool => pool.Pool.OfferFor is not null) ? Anatomy.Note(say.Text("route.fairness", ("n", PoolTurns.DaysKept)), AdaptiveSpacing.Medium) : null,
        ];
        return Anatomy.Card(say, title, title, body);
    }

    private static string Target(RoutingRule rule, Say say) => (rule.Pool, rule.Rep) switch
    {
        ({ } pool, { } rep) => say.Text("route.toRep", ("person", LeadWords.Cut(rep.Name, 28)), ("pool", LeadWords.Cut(pool, 28))),
        ({ } pool, null) => say.Value(LeadWords.Cut(pool, 40)),
        _ => say.Text("route.toCompanyRep"),
    };

    private static IEnumerable<AdaptiveElement?> Pool(PoolView view, Organisation organisation, Moments moments)
    {
        var (say, pool) = (moments.Say, view.Pool);
        var channel = organisation.FindChannel(pool.Channel)?.Name ?? say.Text("sla.formerChannel");
        yield return Anatomy.Name(say.Value(pool.Name)) with { Spacing = AdaptiveSpacing.Medium };
        yield return Anatomy.Note(
            pool.OfferFor is { } alone ? say.Text("route.offers", ("time", moments.Working(alone)), ("channel", channel)) : say.Text("route.atOnce", ("channel", channel)),
            AdaptiveSpacing.None);
        if (pool.OfferFor is not null)
        {
            yield return Anatomy.Facts(pool.Members.Select(member => Member(view, member, moments)));
        }
    }

    private static AdaptiveFact? Member(PoolView view, PoolMember member, Moments moments)
    {
        var (say, moment) = (moments.Say, view.Moment);
        var standing = moment.StandingOf(member.Person.Id);
        var turns = moment.Turns.Of(member.Person.Id).Since(moment.Day.PlusDays(1 - PoolTurns.DaysKept));
        var due = new Phrase(say.Decimal((double)turns.Due / Rotation.Turn, decimals: 1));
        return Anatomy.Fact(say.Value(LeadWords.Cut(member.Person.Name, 28)), Anatomy.Dotted(
        [
            say.Text("route.turns", ("n", turns.Taken), ("due", due)),
            .. StandingWords.Load(member, standing.Load, moment.Day, say),
            StandingWords.WhyNot(moment.Candidate(member).Availability, standing, moments),
        ]));
    }
}
