using NodaTime;
using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Routing;

/// <param name="Due">What the shares of the day's turns add up to, in units of <see cref="Rotation.Turn"/>.</param>
public sealed record DayTurns(long Due, int Taken)
{
    public static DayTurns None { get; } = new(0, 0);
}

/// <param name="Credit">See <see cref="Candidate.Credit"/>.</param>
/// <param name="Days">The last days with turns, none twice.</param>
public sealed record MemberTurns(long Credit, IReadOnlyDictionary<LocalDate, DayTurns> Days)
{
    public static MemberTurns None { get; } = new(0, new Dictionary<LocalDate, DayTurns>());

    /// <summary>The turns since a day, that day included.</summary>
    public DayTurns Since(LocalDate day) => Days.Where(one => one.Key >= day).Aggregate(
        DayTurns.None, (sum, one) => new(sum.Due + one.Value.Due, sum.Taken + one.Value.Taken));

    internal MemberTurns With(long credit, LocalDate day, long due, int taken)
    {
        if (due == 0 && taken == 0)
        {
            return this with { Credit = credit };
        }

        var today = Days.GetValueOrDefault(day) ?? DayTurns.None;
        var days = Days.Where(one => one.Key > day.PlusDays(-PoolTurns.DaysKept)).ToDictionary();
        days[day] = new(today.Due + due, today.Taken + taken);
        return new(credit, days);
    }
}

/// <summary>The turns of a pool's members so far.</summary>
public sealed record PoolTurns(IReadOnlyDictionary<PersonId, MemberTurns> Members)
{
    /// <summary>So many days are looked back on to see whether turns were fair.</summary>
    public const int DaysKept = 30;

    public static PoolTurns None { get; } = new(new Dictionary<PersonId, MemberTurns>());

    public MemberTurns Of(PersonId member) => Members.GetValueOrDefault(member) ?? MemberTurns.None;

    /// <summary>After a turn. Who is no member any more is forgotten.</summary>
    public PoolTurns After(IReadOnlyList<Candidate> candidates, TurnTaken turn, LocalDate day) => new(candidates
        .Select((one, i) => (one.Person.Id, Turns: Of(one.Person.Id).With(turn.Credits[i], day, turn.Due[i], turn.Chosen == i ? 1 : 0)))
        .ToDictionary(one => one.Id, one => one.Turns));

    /// <summary>A turn that came to nothing is given back.</summary>
    public PoolTurns GivenBack(PersonId member, LocalDate day) => Members.ContainsKey(member)
        ? new(Members.ToDictionary(one => one.Key, one => one.Key == member ? one.Value.With(one.Value.Credit + Rotation.Turn, day, 0, -1) : one.Value))
        : this;
}
