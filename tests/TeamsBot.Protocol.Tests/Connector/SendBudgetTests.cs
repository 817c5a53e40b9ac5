using Shouldly;
using TeamsBot.Protocol.Connector;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Protocol.Tests.Connector;

public sealed class SendBudgetTests
{
    private const string Tenant = "tenant";

    private readonly ManualClock _clock = new();
    private readonly SendBudget _budget;

    public SendBudgetTests() => _budget = new SendBudget(SendLimits.Teams, _clock);

    [Theory]
    [InlineData(0, 7)]
    [InlineData(1, 8)]
    [InlineData(2, 15)]
    [InlineData(4, 23)]
    [InlineData(29, 60)]
    [InlineData(30, 67)]
    [InlineData(3599, 1_800)]
    [InlineData(3600, 1_807)]
    public void A_conversation_gets_what_all_of_its_limits_allow(int seconds, int expected)
    {
        var calls = Ask(3_000, "a:1");

        _clock.Advance(TimeSpan.FromSeconds(seconds) + TimeSpan.FromMilliseconds(1));

        Granted(calls).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0, 0, 1, 1)]
    [InlineData(1, 0, 49 / 50.0, 6 / 7.0)]
    [InlineData(7, 0, 43 / 50.0, 0)]
    [InlineData(7, 1_001, 1, 1 / 8.0)]
    [InlineData(6, 2_001, 1, 54 / 60.0)]
    [InlineData(6, 30_001, 1, 1_794 / 1_800.0)]
    [InlineData(6, 3_600_001, 1, 1)]
    public void What_is_left_is_that_of_the_tightest_limit(int calls, int milliseconds, double ofTenant, double ofConversation)
    {
        Ask(calls, "a:1");
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

        var left = _budget.Left();

        (left.OfTenant, left.OfConversation).ShouldBe((ofTenant, ofConversation));
        _budget.Waiting.ShouldBe(0);
    }

    [Fact]
    public void Nothing_is_left_while_calls_wait_or_Teams_asked_for_a_pause()
    {
        Ask(9, "a:1");
        _budget.Waiting.ShouldBe(2);
        _budget.Left().OfConversation.ShouldBe(0);

        _clock.Advance(TimeSpan.FromHours(2));
        _budget.Waiting.ShouldBe(0);
        _budget.Pause(Tenant, "a:1", Traffic.Send, TimeSpan.FromSeconds(5));
        _budget.Left().OfConversation.ShouldBe(0);
    }

    [Fact]
    public void No_stretch_of_time_sees_more_than_its_limit()
    {
        var grants = new List<TimeSpan>();
        var random = new Random(7);
        var start = _clock.GetUtcNow();
        var calls = new List<Task>();
        for (var step = 0; step < 4_000; step++)
        {
            calls.AddRange(Ask(random.Next(3), "a:1"));
            _clock.Advance(TimeSpan.FromMilliseconds(random.Next(400)));
            grants.AddRange(Enumerable.Repeat(_clock.GetUtcNow() - start, Granted(calls) - grants.Count));
        }

        // The grant itself may be up to one step earlier than it was seen, which the margin allows for.
        foreach (var limit in SendLimits.Teams.SendsPerConversation)
        {
            for (var i = 0; i + limit.Count < grants.Count; i++)
            {
                (grants[i + limit.Count] - grants[i]).ShouldBeGreaterThan(limit.Window - TimeSpan.FromMilliseconds(400));
            }
        }

        grants.Count.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void Reading_may_go_twice_as_fast_and_does_not_count_as_sending()
    {
        Granted(Ask(20, "a:1", Traffic.Read)).ShouldBe(14);
        Granted(Ask(20, "a:1")).ShouldBe(7);
    }

    [Fact]
    public void Threads_of_a_channel_count_together()
    {
        Granted(Ask(7, "19:c@thread.tacv2;messageid=1")).ShouldBe(7);
        Granted(Ask(1, "19:c@thread.tacv2;messageid=2")).ShouldBe(0);
    }

    [Fact]
    public void A_tenant_gets_fifty_a_second_in_all()
    {
        var calls = Enumerable.Range(0, 120).SelectMany(n => Ask(1, $"a:{n}")).ToList();
        Granted(calls).ShouldBe(50);
        Granted(Ask(1, "a:x", tenant: "another")).ShouldBe(1);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Granted(calls).ShouldBe(100);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Granted(calls).ShouldBe(120);
    }

    [Fact]
    public void Callers_go_in_the_order_in_which_they_came()
    {
        var calls = Ask(30, "a:1");
        for (var i = 0; i < 100; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            calls.SkipWhile(call => call.IsCompleted).ShouldAllBe(call => !call.IsCompleted);
        }

        Granted(calls).ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(7, 0, null)]
    [InlineData(8, 0, 2)]
    [InlineData(8, 1, null)]
    public void Who_would_wait_for_more_than_a_second_may_come_back_at_a_turn(int calls, int second, int? turn)
    {
        Ask(calls, "a:1");
        _clock.Advance(TimeSpan.FromSeconds(second));

        _budget.UntilTurn(Tenant, "a:1", Traffic.Send).ShouldBe(turn is { } at ? TimeSpan.FromSeconds(at - second) : null);
        _budget.Waiting.ShouldBe((turn is null ? 0 : 1) + Math.Max(0, calls - 7 - second));
    }

    [Fact]
    public void Those_who_come_back_at_their_turns_go_at_once_and_as_many_as_the_limits_allow()
    {
        Ask(60, "a:1");
        _clock.Advance(TimeSpan.FromSeconds(29));
        var (now, rounds, calls) = (_clock.GetUtcNow(), 0, new List<Task>());
        var waiting = new PriorityQueue<int, DateTimeOffset>(Enumerable.Range(0, 300).Select(who => (who, now)));
        while (waiting.TryDequeue(out var who, out var at))
        {
            // Whoever went away looks in once a second.
            _clock.Advance(TimeSpan.FromSeconds(Math.Max(0, Math.Ceiling((at - _clock.GetUtcNow()).TotalSeconds))));
            rounds++;
            if (_budget.UntilTurn(Tenant, "a:1", Traffic.Send) is { } wait)
            {
                waiting.Enqueue(who, _clock.GetUtcNow() + wait);
            }
            else
            {
                calls.AddRange(Ask(1, "a:1"));
            }
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        Granted(calls).ShouldBe(300);
        rounds.ShouldBeLessThan(3 * 300);
        (_clock.GetUtcNow() - now).ShouldBeLessThan(TimeSpan.FromSeconds(30 * (300 / 60.0) * 1.5));
    }

    [Fact]
    public void A_busy_conversation_does_not_keep_the_others_out()
    {
        var busy = Ask(500, "a:busy");
        var others = Enumerable.Range(0, 60).SelectMany(n => Ask(1, $"a:{n}")).ToList();

        _clock.Advance(TimeSpan.FromSeconds(1));

        Granted(others).ShouldBe(60);
        Granted(busy).ShouldBeGreaterThanOrEqualTo(7);
    }

    [Fact]
    public void Somebody_who_gives_up_takes_nothing()
    {
        Ask(7, "a:1");
        using var giving = new CancellationTokenSource();
        var first = _budget.WaitAsync(Tenant, "a:1", Traffic.Send, giving.Token);
        var second = _budget.WaitAsync(Tenant, "a:1", Traffic.Send);

        giving.Cancel();
        _clock.Advance(TimeSpan.FromSeconds(2));

        first.IsCanceled.ShouldBeTrue();
        second.IsCompletedSuccessfully.ShouldBeTrue();
        Should.Throw<OperationCanceledException>(() => _budget.WaitAsync(Tenant, "a:2", Traffic.Send, giving.Token));
    }

    [Fact]
    public void A_pause_holds_all_calls_of_its_kind_back()
    {
        _budget.Pause(Tenant, "a:1", Traffic.Send, TimeSpan.FromSeconds(10));
        var calls = Ask(3, "a:1");

        _clock.Advance(TimeSpan.FromSeconds(9));
        Granted(calls).ShouldBe(0);
        Granted(Ask(1, "a:1", Traffic.Read)).ShouldBe(1);
        Granted(Ask(1, "a:2")).ShouldBe(1);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Granted(calls).ShouldBe(3);
    }

    [Fact]
    public void A_pause_also_holds_those_back_that_wait_already()
    {
        var calls = Ask(8, "a:1");
        _budget.Pause(Tenant, "a:1", Traffic.Send, TimeSpan.FromSeconds(10));

        _clock.Advance(TimeSpan.FromSeconds(9));
        Granted(calls).ShouldBe(7);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Granted(calls).ShouldBe(8);
    }

    [Fact]
    public void Conversations_are_forgotten_when_no_limit_counts_their_calls_any_more()
    {
        for (var n = 0; n < 2_000; n++)
        {
            Granted(Ask(1, $"a:{n}", tenant: $"t{n % 100}")).ShouldBe(1);
        }

        _budget.Remembered.ShouldBe(2_000);
        _clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        Ask(1, "a:last");

        _budget.Remembered.ShouldBe(1);
    }

    private static int Granted(IEnumerable<Task> calls) => calls.Count(call => call.IsCompletedSuccessfully);

    private List<Task> Ask(int count, string conversation, Traffic traffic = Traffic.Send, string tenant = Tenant) =>
        [.. Enumerable.Range(0, count).Select(_ => _budget.WaitAsync(tenant, conversation, traffic))];
}
