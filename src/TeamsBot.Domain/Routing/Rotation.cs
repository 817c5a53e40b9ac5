using TeamsBot.Domain.People;

namespace TeamsBot.Domain.Routing;

/// <summary>Whether somebody can be asked now.</summary>
public enum Availability
{
    Free,

    /// <summary>It is not their working time. They keep their turn, up to <see cref="Rotation.MostOwed"/>.</summary>
    NotAtWork,

    /// <summary>Away for some days, as they said.</summary>
    Away,

    /// <summary>Had as many leads today as a day may bring.</summary>
    DayFull,

    /// <summary>Has as many open leads as they may have.</summary>
    HandsFull,

    /// <summary>May not take leads any more.</summary>
    NotARep,
}

/// <summary>A member of a pool at the moment of a turn.</summary>
/// <param name="Credit">Turns that are owed to them (or that they had too early, below 0), in units of <see cref="Rotation.Turn"/>.</param>
public sealed record Candidate(PersonRef Person, int Weight, Availability Availability, long Credit);

/// <summary>One turn: who gets it, and what the others are owed from then on.</summary>
/// <param name="Due">What each candidate's share of this turn was, in their order, in units of <see cref="Rotation.Turn"/>.</param>
/// <param name="Credits">Of the candidates, in their order.</param>
public sealed record TurnTaken(int Chosen, IReadOnlyList<long> Due, IReadOnlyList<long> Credits);

/// <summary>
/// Weighted round robin with a memory: each lead is shared out among all who take part, by weight, and goes to the one who is owed the
/// most. With equal weights and everybody there nobody is ever more than one turn ahead of another. Who is not at work for some hours
/// keeps what is owed; who is away, or has enough, takes no part and is owed nothing for it.
/// </summary>
public static class Rotation
{
    /// <summary>One turn. Shares of it are whole numbers, so that nothing is lost to rounding.</summary>
    public const long Turn = 1_000_000;

    /// <summary>Nobody is owed more: who comes back is not buried.</summary>
    public const long MostOwed = 10 * Turn;

    /// <summary>The next turn; null where nobody can be asked. Where nobody is at work all are as good as there: the lead waits for them.</summary>
    public static TurnTaken? Next(IReadOnlyList<Candidate> candidates)
    {
        var asked = candidates.Any(one => one.Availability == Availability.Free) ? Availability.Free : Availability.NotAtWork;
        var total = candidates.Where(TakesPart).Sum(one => (long)one.Weight);
        if (!candidates.Any(one => one.Availability == asked))
        {
            return null;
        }

        // At the limit all who could be asked may be owed too much to take part; then only the order counts.
        long[] due = [.. candidates.Select(one => TakesPart(one) ? one.Weight * Turn / total : 0)];
        long[] credits = [.. candidates.Select((one, i) => one.Credit + due[i])];
        var chosen = Enumerable.Range(0, candidates.Count).Where(i => candidates[i].Availability == asked).MaxBy(i => credits[i]);
        credits[chosen] -= total == 0 ? Turn : due.Sum();
        return new(chosen, due, credits);
    }

    // Who can be asked always takes part: what they are owed they are about to get.
    private static bool TakesPart(Candidate one) =>
        one.Availability == Availability.Free || (one.Availability == Availability.NotAtWork && one.Credit < MostOwed);
}
