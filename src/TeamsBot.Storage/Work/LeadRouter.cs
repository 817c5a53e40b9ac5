using TeamsBot.Domain;
using TeamsBot.Domain.Agreement;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;

namespace TeamsBot.Storage.Work;

/// <summary>How a lead would be routed now.</summary>
public sealed record Way(RuleMatch Match, Routed Routed, RoutingMoment Moment);

/// <summary>How a handoff is routed.</summary>
public sealed record BookedRoute(LeadRoute Route, string Channel);

/// <summary>Finds the rep of a lead by the rules of the agreement, and takes the turn.</summary>
public sealed class LeadRouter(RoutingStore store, PeopleStore people, CompanyReps companyReps, RepLoads loads, WorkQueue queue, TimeProvider time)
{
    /// <summary>The kind of work that takes a turn back whose handoff was never made. Key: tenant and handoff.</summary>
    public const string SeatKind = "routing.seat";

    private const int MaxAttempts = 60;

    /// <summary>How the lead would be routed now, without taking a turn; null where no rule applies.</summary>
    public async Task<Way?> LookAsync(string tenant, Lead lead, SlaAgreement agreement, CancellationToken cancel) =>
        await MatchAsync(tenant, lead, agreement, cancel) is { } match ? (await LookAsync(tenant, match, agreement, handoff: null, cancel)).Way : null;

    /// <summary>Whether a rule applies to the lead.</summary>
    public async Task<RuleMatch?> MatchAsync(string tenant, Lead lead, SlaAgreement agreement, CancellationToken cancel)
    {
        if (!agreement.Routing.HasRules)
        {
            return null;
        }

        // A rule whose pool gives its leads to a channel that is gone applies to nothing.
        var organisation = (await people.OrganisationAsync(tenant, cancel)).Value;
        var plan = agreement.Routing with { Pools = [.. agreement.Routing.Pools.Where(pool => organisation.FindChannel(pool.Channel) is not null)] };
        var rep = plan.Rules.Any(rule => rule.SameCompany) ? await companyReps.FindAsync(tenant, lead, cancel) : null;
        return plan.Match(lead, rep);
    }

    /// <summary>How a pool stands now.</summary>
    public async Task<RoutingMoment> MomentAsync(string tenant, Pool pool, SlaAgreement agreement, CancellationToken cancel) =>
        (await StandAsync(tenant, pool, agreement, handoff: null, cancel)).Moment;

    /// <summary>
    /// Routes a handoff that is about to be made, and takes the turn; null where no rule applies. The same handoff is routed the same again,
    /// so that a request that is repeated costs nobody a second turn.
    /// </summary>
    public async Task<BookedRoute?> BookAsync(string tenant, HandoffId handoff, Lead lead, SlaAgreement agreement, CancellationToken cancel)
    {
        if (await MatchAsync(tenant, lead, agreement, cancel) is not { } match)
        {
            return null;
        }

        // Looked at when the request is over in any case: the turn is taken back should the handoff not be there by then.
        if (match.Pool.OfferFor is not null)
        {
            await queue.IntendAsync(SeatKind, Keys.Join(tenant, handoff.ToString()), cancel);
        }

        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var (way, rows) = await LookAsync(tenant, match, agreement, handoff, cancel);
            if (rows.Seat?.Route is { } earlier)
            {
                return new(earlier with { By = earlier.Rule == match.Rule.Name ? match.By : null }, agreement.Routing.FindPool(earlier.Pool)?.Channel ?? match.Pool.Channel);
            }

            var route = way.Routed.Route;
            if (route.Rep is null || await TryBookAsync(tenant, handoff, way, rows, cancel))
            {
                return new(route, match.Pool.Channel);
            }
        }

        throw new TableException(TableError.Unavailable, $"The turns of a pool were changed by others {MaxAttempts} times in a row.");
    }

    private Task<bool> TryBookAsync(string tenant, HandoffId handoff, Way way, RoutingRows rows, CancellationToken cancel)
    {
        var (route, turn, day) = (way.Routed.Route, way.Routed.Turn, way.Moment.Day);
        var load = rows.Loads[way.Match.Pool.Members.Index().First(member => member.Item.Person.Id == route.Rep!.Id).Index]!;
        var turns = turn is null ? null : rows.Turns with { Value = rows.Turns.Value.After(way.Routed.Candidates, turn, day) };
        return store.BookAsync(tenant, handoff, route, day, load, turns, cancel);
    }

    private async Task<(Way Way, RoutingRows Rows)> LookAsync(string tenant, RuleMatch match, SlaAgreement agreement, HandoffId? handoff, CancellationToken cancel)
    {
        var (moment, rows) = await StandAsync(tenant, match.Pool, agreement, handoff, cancel);
        return (new(match, match.Choose(moment), moment), rows);
    }

    private async Task<(RoutingMoment Moment, RoutingRows Rows)> StandAsync(string tenant, Pool pool, SlaAgreement agreement, HandoffId? handoff, CancellationToken cancel)
    {
        IReadOnlyList<PersonId> members = [.. pool.Members.Select(member => member.Person.Id)];
        var organisation = (await people.OrganisationAsync(tenant, cancel)).Value;
        var known = await people.PeopleAsync(tenant, members, cancel);
        var rows = await loads.CountedAsync(tenant, pool.Name, members, handoff, cancel);
        var standings = members.Index().ToDictionary(member => member.Item, member => new Standing(
            known[member.Index] is { } person && organisation.RolesOf(person).HasFlag(Roles.Rep),
            known[member.Index]?.Away,
            known[member.Index]?.TimeZone,
            rows.Loads[member.Index]!.Value));
        var day = time.Now.InZone(organisation.TimeZone).Date;
        return (new(time.Now, day, agreement.CalendarOf(pool.Channel), rows.Turns.Value, member => standings[member]), rows);
    }
}
