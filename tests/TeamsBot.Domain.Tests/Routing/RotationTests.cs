using NodaTime;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using Xunit;

namespace TeamsBot.Domain.Tests.Routing;

/// <summary>Whose turn it is: fair over time, whoever comes and goes.</summary>
public sealed class RotationTests
{
    private const int Handoffs = 10_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(25)]
    public void With_equal_weights_nobody_is_ever_more_than_one_turn_ahead(int members)
    {
        var pool = new Turns([.. Enumerable.Repeat(1, members)]);
        for (var i = 0; i < Handoffs; i++)
        {
            pool.Next().ShouldNotBeNull();
            (pool.Taken.Max() - pool.Taken.Min()).ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Over_ten_thousand_handoffs_with_random_availability_turns_are_within_two_percent_of_the_weights(int seed)
    {
        var random = new Random(seed);
        var weights = Enumerable.Range(0, random.Next(3, 9)).Select(_ => random.Next(1, 6)).ToArray();
        var presence = weights.Select(_ => 0.6 + (0.4 * random.NextDouble())).ToArray();
        var pool = new Turns(weights);
        for (var i = 0; i < Handoffs; i++)
        {
            pool.Next([.. presence.Select(share => random.NextDouble() < share ? Availability.Free : Availability.NotAtWork)]).ShouldNotBeNull();
        }

        foreach (var (member, weight) in weights.Index())
        {
            var due = (double)Handoffs * weight / weights.Sum();
            Math.Abs(pool.Taken[member] - due).ShouldBeLessThanOrEqualTo(0.02 * due, $"member {member} of {string.Join(", ", weights)} at {string.Join(", ", presence)}");
        }
    }

    [Fact]
    public void Weights_are_kept_at_every_moment_not_only_in_the_end()
    {
        var pool = new Turns([5, 1, 1]);
        var order = Enumerable.Range(0, 14).Select(_ => pool.Next()!.Chosen).ToList();
        order.Take(7).Count(chosen => chosen == 0).ShouldBe(5);
        order.Skip(7).ShouldBe(order.Take(7));
        order.Take(2).ShouldContain(0);
    }

    [Fact]
    public void Who_is_away_gets_nothing_and_is_owed_nothing_for_it()
    {
        var pool = new Turns([1, 1, 1]);
        for (var i = 0; i < 100; i++)
        {
            pool.Next([Availability.Free, Availability.Away, Availability.Free]);
        }

        pool.Taken.ShouldBe([50, 0, 50]);
        pool.Next().ShouldNotBeNull();
        pool.Next().ShouldNotBeNull();
        pool.Next().ShouldNotBeNull();
        pool.Taken.ShouldBe([51, 1, 51]);
    }

    [Theory]
    [InlineData(Availability.Away)]
    [InlineData(Availability.DayFull)]
    [InlineData(Availability.HandsFull)]
    [InlineData(Availability.NotARep)]
    public void Where_nobody_can_be_asked_there_is_no_turn(Availability availability) => new Turns([1, 2]).Next([availability, availability]).ShouldBeNull();

    [Fact]
    public void At_night_the_lead_waits_for_the_one_whose_turn_it_is()
    {
        var pool = new Turns([1, 1]);
        pool.Next([Availability.NotAtWork, Availability.NotAtWork])!.Chosen.ShouldBe(0);
        pool.Next([Availability.NotAtWork, Availability.NotAtWork])!.Chosen.ShouldBe(1);
        pool.Next([Availability.NotAtWork, Availability.Away])!.Chosen.ShouldBe(0);
    }

    [Fact]
    public void Who_comes_back_after_long_hours_is_not_buried()
    {
        var pool = new Turns([1, 1]);
        for (var i = 0; i < 500; i++)
        {
            pool.Next([Availability.Free, Availability.NotAtWork]);
        }

        var inARow = 0;
        while (pool.Next()!.Chosen == 1)
        {
            inARow++;
        }

        inARow.ShouldBeLessThanOrEqualTo((int)(2 * Rotation.MostOwed / Rotation.Turn) + 1);
        inARow.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Nothing_is_lost_to_rounding()
    {
        var random = new Random(7);
        var pool = new Turns([3, 7, 11]);
        for (var i = 0; i < 1_000; i++)
        {
            pool.Next([.. pool.Taken.Select(_ => (Availability)random.Next(0, 3))]);
            pool.Credits.Sum().ShouldBe(0);
        }
    }

    [Fact]
    public void A_turn_that_is_given_back_comes_next()
    {
        var day = new LocalDate(2026, 3, 2);
        var (anna, ben) = (new PersonRef(new("anna"), "Anna"), new PersonRef(new("ben"), "Ben"));
        IReadOnlyList<Candidate> First(PoolTurns turns) => [Of(anna, turns), Of(ben, turns)];
        Candidate Of(PersonRef person, PoolTurns turns) => new(person, 1, Availability.Free, turns.Of(person.Id).Credit);

        var once = PoolTurns.None.After(First(PoolTurns.None), Rotation.Next(First(PoolTurns.None))!, day);
        once.Of(anna.Id).Since(day).Taken.ShouldBe(1);
        Rotation.Next(First(once))!.Chosen.ShouldBe(1);

        var back = once.GivenBack(anna.Id, day);
        back.Of(anna.Id).Since(day).Taken.ShouldBe(0);
        Rotation.Next(First(back))!.Chosen.ShouldBe(0);
    }

    [Fact]
    public void Turns_are_looked_back_on_for_thirty_days()
    {
        var (anna, start) = (new PersonRef(new("anna"), "Anna"), new LocalDate(2026, 1, 1));
        var turns = PoolTurns.None;
        for (var day = 0; day < 100; day++)
        {
            IReadOnlyList<Candidate> one = [new(anna, 1, Availability.Free, turns.Of(anna.Id).Credit)];
            turns = turns.After(one, Rotation.Next(one)!, start.PlusDays(day));
        }

        var (kept, today) = (turns.Of(anna.Id), start.PlusDays(99));
        kept.Days.Count.ShouldBe(PoolTurns.DaysKept);
        kept.Since(today.PlusDays(1 - PoolTurns.DaysKept)).ShouldBe(new DayTurns(PoolTurns.DaysKept * Rotation.Turn, PoolTurns.DaysKept));
        kept.Since(today).Taken.ShouldBe(1);
    }

    private sealed class Turns(int[] weights)
    {
        public int[] Taken { get; } = new int[weights.Length];

        public long[] Credits { get; private set; } = new long[weights.Length];

        public TurnTaken? Next(Availability[]? availability = null)
        {
            IReadOnlyList<Candidate> candidates =
                [.. weights.Select((weight, i) => new Candidate(new(new PersonId($"{i}"), $"{i}"), weight, availability?[i] ?? Availability.Free, Credits[i]))];
            if (Rotation.Next(candidates) is not { } turn)
            {
                return null;
            }

            Credits = [.. turn.Credits];
            Taken[turn.Chosen]++;
            return turn;
        }
    }
}
