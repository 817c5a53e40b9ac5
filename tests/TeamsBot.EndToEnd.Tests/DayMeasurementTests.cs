using Shouldly;
using TeamsBot.EndToEnd.Tests.Harness;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>
/// The measurement of a day as it is in the README of the benchmarks, far shorter: too short to tell how fast the bots are and whether
/// anything grows, long enough for a bot that is ended and started again under load, and for records that have to be right.
/// </summary>
public sealed class DayMeasurementTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "TeamsBot.Benchmarks.dll");

    [Fact]
    public async Task A_part_of_a_day_of_two_bots_leaves_records_that_are_right()
    {
        await using var load = ChildProcess.Start(
            "dotnet", ["exec", Program, "load", "--only", "day", "--minutes", "0.4", "--rate", "1"], new Dictionary<string, string?>());

        (await load.EndAsync(Longest)).ShouldBe(0, load.Output);
        load.Output.ShouldContain("of 24 handoffs, all as they were stored");
        load.Output.ShouldContain("bot 2 again: working set");
    }
}
