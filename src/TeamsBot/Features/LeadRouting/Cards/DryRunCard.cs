using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Protocol.Cards;
using TeamsBot.Storage.Work;
using TeamsBot.Text;

namespace TeamsBot.Features.LeadRouting.Cards;

/// <param name="Way">Null where no rule applies.</param>
public sealed record DryRunView(Moments Moments, Organisation Organisation, Lead Lead, RoutingPlan Plan, Way? Way)
{
    internal Say Say => Moments.Say;
}

/// <summary>Where a lead would go now, by which rule, and how everybody of the pool stands. Nothing is changed by looking.</summary>
public static class DryRunCard
{
    // Of a long list the rules around the one that counts are shown.
    private const int MostRules = 10;

    public static AdaptiveCard Render(DryRunView view)
    {
        var (say, result) = (view.Say, Result(view));
        AdaptiveElement?[] body =
        [
            Anatomy.State(say.Text("route.dryRun")),
            Anatomy.Title(view.Lead.Who(say).Text),
            Anatomy.Subtle(view.Lead.Traits(say)),
            Anatomy.Deadline(result),
            view.Way is { } way ? Anatomy.Line(AdaptiveSpacing.Small, Anatomy.Labelled(RouteWords.Question(way.Routed.Route, say), RouteWords.Why(way.Routed.Route, say))) : null,
            view.Plan.HasRules ? Anatomy.Facts(Rules(view)) : Anatomy.Note(say.Text("route.noRules")),
            .. Members(view),
        ];
        var summary = say.Text("summary.state", ("state", new Phrase(say.Text("route.dryRun"))), ("who", view.Lead.Who(say)));
        return Anatomy.Card(say, LeadWords.Cut(summary, 99), Anatomy.Dotted(summary, result), body, Anatomy.Says("route-pools", say.Text("button.pools"), say.Text("help.poolsSay")));
    }

    private static string Result(DryRunView view)
    {
        var say = view.Say;
        if (view.Way is not { Match.Pool: var pool, Routed.Route: var route })
        {
            return say.Text(view.Organisation.SalesChannels.Count > 1 ? "route.asked" : "route.onlyChannel");
        }

        var channel = view.Organisation.FindChannel(pool.Channel)?.Name ?? say.Text("sla.formerChannel");
        return route is { Rep: { } rep, Until: { } until }
            ? say.Text("route.wouldOffer", ("person", rep.Name), ("time", view.Moments.At(until)), ("channel", channel))
            : say.Text("route.wouldGo", ("channel", channel));
    }

    // Up to the one that the lead meets: those behind it are not looked at.
    private static IEnumerable<AdaptiveFact?> Rules(DryRunView view)
    {
        var say = view.Say;
        var met = view.Way?.Match;
        var looked = view.Plan.Rules.TakeWhile(rule => rule != met?.Rule).ToList();
        return looked.Skip(Math.Max(0, looked.Count - MostRules)).Select(rule => Anatomy.Fact(Name(rule, say), say.Text("route.notMet")))
            .Append(met is null ? null : Anatomy.Fact(Name(met.Rule, say), met.By is { } by ? say.Text("route.metBy", ("by", LeadWords.Cut(by, 60))) : say.Text("route.met")));
    }

    private static string Name(RoutingRule rule, Say say) => say.Value(LeadWords.Cut(rule.Name, 40));

    private static IEnumerable<AdaptiveElement> Members(DryRunView view)
    {
        if (view.Way is not { Match.Pool: { Members.Count: > 0 } pool, Moment: var moment, Routed: var routed } || pool.OfferFor is null)
        {
            yield break;
        }

        yield return Anatomy.Name(view.Say.Text("route.pool", ("pool", pool.Name))) with { Spacing = AdaptiveSpacing.Medium };
        yield return Anatomy.Facts(pool.Members.Zip(routed.Candidates, (member, candidate) =>
        {
            var standing = moment.StandingOf(member.Person.Id);
            return Anatomy.Fact(view.Say.Value(LeadWords.Cut(member.Person.Name, 28)), Anatomy.Dotted(
            [
                candidate.Person.Id == routed.Route.Rep?.Id ? view.Say.Text("route.chosen") : StandingWords.WhyNot(candidate.Availability, standing, view.Moments),
                .. StandingWords.Load(member, standing.Load, moment.Day, view.Say),
            ]));
        }))! with { Spacing = AdaptiveSpacing.Small };
    }
}
