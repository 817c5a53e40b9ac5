using NodaTime;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;

namespace TeamsBot.Tests.Simulation;

/// <summary>Compares what the bot has on record with what the test expects.</summary>
internal sealed class Audit(SimulatedBot bot, Troubles troubles)
{
    private static readonly CancellationToken None = CancellationToken.None;

    public async Task CheckAsync(IEnumerable<PlannedHandoff> plans)
    {
        (await bot.Work.ToListAsync()).ShouldBeEmpty("All work is done.");
        var journal = (await bot.Journal.ReadAsync(Company.Start - Duration.FromDays(1), Company.Start + Duration.FromDays(190), None).ToListAsync())
            .ToLookup(entry => entry.Handoff);
        foreach (var plan in plans)
        {
            var expected = new ExpectedHandoff(plan, troubles);
            var handoff = (await bot.Handoffs.LoadAsync(plan.Id, None))!.Handoff;
            var ledger = await bot.Handoffs.LedgerAsync(plan.Id, None).ToListAsync();
            Same(plan, "ledger", ledger.Select(Plain), expected.Rows);
            Same(plan, "journal", journal[plan.Id].OrderBy(entry => entry.Number), [expected.Request, .. ledger]);
            CheckChain(plan, ledger, handoff);
            CheckClock(plan, handoff.AcceptClock, expected.Accept);
            CheckClock(plan, handoff.ContactClock, expected.Contact);
            if (troubles.AreNone)
            {
                Same(plan, "notices", handoff.Notices.All, ExpectedNotices.Of(expected));
            }
        }
    }

    private static LedgerEntry Plain(LedgerEntry entry) => entry with { Before = "" };

    private static void CheckChain(PlannedHandoff plan, IReadOnlyList<LedgerEntry> ledger, Handoff handoff) =>
        Same(plan, "hashes", [.. ledger.Select(entry => entry.Before), handoff.LedgerHash], ["", .. ledger.Select(entry => entry.Hash)]);

    private static void CheckClock(PlannedHandoff plan, SlaClock? clock, CountedClock? expected)
    {
        (clock is null).ShouldBe(expected is null, $"{plan.Id}");
        if (clock is not null)
        {
            (clock.StartedAt, clock.Target, clock.Agreement, clock.StoppedAt, clock.IsPaused)
                .ShouldBe((expected!.StartedAt, expected.Target, expected.Terms.Version, expected.StoppedAt, expected.IsPaused && expected.StoppedAt is null), $"{plan.Id}");
            (clock.End == ClockEnd.Breached).ShouldBe(expected.Breach is not null, $"{plan.Id}");
            (clock.End is null).ShouldBe(expected is { Breach: null, StoppedAt: null }, $"{plan.Id}");
        }
    }

    private static void Same<T>(PlannedHandoff plan, string what, IEnumerable<T> actual, IReadOnlyList<T> expected)
    {
        T[] found = [.. actual];
        if (!found.SequenceEqual(expected))
        {
            throw new ShouldAssertException(
                $"The {what} of {plan.Id} differs.\nplanned\n{Lines(plan.Clicks)}\nexpected\n{Lines(expected)}\nfound\n{Lines(found)}");
        }
    }

    private static string Lines<T>(IEnumerable<T> items) => string.Join('\n', items.Select(item => $"  {item}"));
}
