using System.Globalization;
using Shouldly;
using TeamsBot.Storage.Tables.Sqlite;
using Xunit;
using Xunit.Abstractions;

namespace TeamsBot.Tests.Simulation;

/// <summary>
/// Ninety days of handoffs in six time zones, under a clock that the test moves: what is on record at the end is compared with what the test
/// works out for itself, row by row.
/// </summary>
/// <remarks>
/// The handoffs are shared out among bots that run side by side, each with a clock and tables of its own in one file. <c>SIMULATION_SEED</c>
/// repeats a run that failed; <c>SIMULATION_HANDOFFS</c> makes it longer or shorter.
/// </remarks>
public sealed class SimulationTests : IAsyncLifetime
{
    private const int Bots = 50;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-days-");
    private readonly int seed = Setting("SIMULATION_SEED") ?? Random.Shared.Next();
    private readonly SqliteTables file;

    public SimulationTests(ITestOutputHelper output)
    {
        file = new(Path.Combine(folder.FullName, "tables.db"), TimeProvider.System);
        output.WriteLine($"SIMULATION_SEED={seed}");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await file.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public Task Ten_thousand_handoffs_over_ninety_days_leave_the_ledger_that_the_test_works_out() =>
        RunAsync(Handoffs, _ => Troubles.None, deathRate: 0);

    [Fact]
    public async Task Deaths_outages_and_a_wrong_clock_change_nothing_that_is_on_record()
    {
        var lived = await RunAsync(Handoffs / 10, Troubles.Draw, deathRate: 0.02);
        lived.Sum(days => days.Deaths).ShouldBeGreaterThan(0);
        lived.Sum(days => days.DoneTooEarly).ShouldBeGreaterThan(0);
    }

    private static int Handoffs => Setting("SIMULATION_HANDOFFS") ?? 10_000;

    private Task<NinetyDays[]> RunAsync(int handoffs, Func<Random, Troubles> draw, double deathRate) => Task.WhenAll(Enumerable.Range(0, Bots).Select(async number =>
    {
        await Task.Yield();
        var random = new Random(unchecked(seed + (number * 7919)));
        var plans = new PlanDraw(random).Draw(handoffs / Bots, $"lead-{number}");
        var troubles = draw(random);
        var days = new NinetyDays(file, $"bot{number}", plans, troubles, random.Next(), deathRate);
        await days.LiveAsync();
        await new Audit(days.Bot, troubles).CheckAsync(plans);
        return days;
    }));

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
