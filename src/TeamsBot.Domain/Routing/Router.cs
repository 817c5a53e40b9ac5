using NodaTime;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Domain.Routing;

/// <summary>What is known of a member of a pool at the moment of routing.</summary>
/// <param name="IsRep">Whether they may take leads.</param>
/// <param name="Away">The days on which they are away, both included; null where they said nothing.</param>
/// <param name="Zone">Their own; null is the channel's.</param>
public sealed record Standing(bool IsRep, DateInterval? Away, DateTimeZone? Zone, Workload Load);

/// <summary>Everything that decides who of a pool is asked. The same input gives the same answer.</summary>
/// <param name="At">Now.</param>
/// <param name="Day">Today, in the organisation's zone: the day of daily limits.</param>
/// <param name="Hours">The working time of the pool's channel.</param>
/// <param name="StandingOf">Of each member.</param>
public sealed record RoutingMoment(Instant At, LocalDate Day, WorkingCalendar Hours, PoolTurns Turns, Func<PersonId, Standing> StandingOf);

/// <summary>Where a lead goes, and why.</summary>
/// <param name="Candidates">The members of the pool as they stood, before the turn.</param>
/// <param name="Turn">Null where nobody's turn was taken.</param>
public sealed record Routed(LeadRoute Route, IReadOnlyList<Candidate> Candidates, TurnTaken? Turn);

/// <summary>Chooses who of a pool is asked.</summary>
public static class Router
{
    public static Routed Choose(this RuleMatch match, RoutingMoment moment)
    {
        var pool = match.Pool;
        IReadOnlyList<Candidate> candidates = [.. pool.Members.Select(member => moment.Candidate(member))];
        if (pool.OfferFor is not { } alone)
        {
            return new(RouteOf(match, RouteBasis.Channel), candidates, null);
        }

        var until = moment.Hours.Add(moment.At, alone);
        var first = candidates.FirstOrDefault(one => one.Person.Id == match.First?.Id && one.Availability is Availability.Free or Availability.NotAtWork);
        if (first is not null)
        {
            var basis = match.Rule.Rep?.Id == first.Person.Id ? RouteBasis.NamedRep : RouteBasis.SameCompany;
            return new(RouteOf(match, basis) with { Rep = first.Person, Until = until }, candidates, null);
        }

        return Rotation.Next(candidates) is { } turn
            ? new(RouteOf(match, RouteBasis.Turn) with { Rep = candidates[turn.Chosen].Person, Until = until }, candidates, turn)
            : new(RouteOf(match, RouteBasis.NobodyFree), candidates, null);
    }

    /// <summary>How a member stands at this moment.</summary>
    public static Candidate Candidate(this RoutingMoment moment, PoolMember member)
    {
        var standing = moment.StandingOf(member.Person.Id);
        var zone = standing.Zone ?? moment.Hours.Zone;
        var availability = standing switch
        {
            { IsRep: false } => Availability.NotARep,
            { Away: { } away } when away.Contains(moment.At.InZone(zone).Date) => Availability.Away,
            { Load: var load } when load.On(moment.Day) >= member.Daily => Availability.DayFull,
            { Load.Open: var open } when open >= member.Open => Availability.HandsFull,
            _ when !moment.Hours.In(zone).IsOpen(moment.At) => Availability.NotAtWork,
            _ => Availability.Free,
        };
        return new(member.Person, member.Weight, availability, moment.Turns.Of(member.Person.Id).Credit);
    }

    private static LeadRoute RouteOf(RuleMatch match, RouteBasis basis) => new(match.Rule.Name, match.Pool.Name, basis, null) { By = match.By };
}
