using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.EndToEnd.Tests.Chaos;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.Handoffs;
using TeamsBot.Testing.Azurite;
using Xunit.Abstractions;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>
/// The clocks of many handoffs under three bots on one store, of which one is killed every few seconds, while Teams refuses one call in
/// ten and leaves some without an answer. The number of handoffs is the environment variable <c>CHAOS_HANDOFFS</c>, else
/// <see cref="Usual"/>, which takes about a minute and a half: the emulated store is what it waits for.
/// </summary>
/// <remarks>
/// When a message may stand twice: a post whose answer was not heard, since the connection was cut or the bot had ended or given up by
/// then, cannot be known to have happened, and neither can one whose bot was killed before it took note of the answer. Both are counted one by one: a message that no copy of a handoff names must
/// have lost its answer, or must have come by a connection that ended when its bot was killed, and there of each bot at most one
/// for each of its workers.
/// </remarks>
public sealed class ChaosTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Usual = 40;
    private const int Bots = 3;
    private const int HandoffsOfATenant = 10;

    private static readonly Duration Overdue = Duration.FromSeconds(15);
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("CHAOS_HANDOFFS") ?? $"{Usual}", CultureInfo.InvariantCulture);
    private static readonly ParallelOptions InParallel = new() { MaxDegreeOfParallelism = 8 };
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3) + (Count * TimeSpan.FromSeconds(1.5));

    private readonly ChaosTenant[] tenants = [.. Enumerable.Range(0, (Count + HandoffsOfATenant - 1) / HandoffsOfATenant).Select(number => new ChaosTenant(number))];
    private readonly Stopwatch elapsed = Stopwatch.StartNew();
    private AzuriteServer azurite = null!;
    private ITables tables = null!;
    private UnreliableTeams teams = null!;
    private Fleet fleet = null!;

    public async Task InitializeAsync()
    {
        azurite = await AzuriteServer.StartAsync(withPartitionIndex: true);
        tables = TableStorage.Open(azurite.ConnectionString, "", TimeProvider.System);
        await tables.CreateAsync(TableNames.All, CancellationToken.None);
        teams = await UnreliableTeams.StartAsync();
        await EachAsync(tenants, tenant => tenant.SetUpAsync(tables, teams.ServiceUrl));
        fleet = await Fleet.StartAsync(azurite.ConnectionString, Bots);
    }

    public async Task DisposeAsync()
    {
        await fleet.DisposeAsync();
        await teams.DisposeAsync();
        await azurite.DisposeAsync();
    }

    [Fact]
    public async Task Every_clock_ends_once_and_every_breach_is_announced_whoever_is_killed_and_whatever_Teams_answers()
    {
        var clicker = new Clicker(fleet, teams, new HandoffStore(tables), Find);
        teams.Posted = clicker.See;
        var clicking = clicker.RunAsync();
        fleet.BeginKilling();

        await EachAsync(Enumerable.Range(0, Count), HandOverAsync);
        Say("all are handed over");
        await UntilAllAsync(account => account.HasNoStepLeft);
        await fleet.EndKillingAsync();
        Say("every clock has ended");
        await UntilAllAsync(account => account.IsSettled);
        clicker.Stop();
        await clicking;
        Say("all is shown");

        var ledgers = new Ledgers(tables);
        var accounts = new Account[Count];
        await EachAsync(Enumerable.Range(0, Count), async number => accounts[number] = await ledgers.OfAsync(Id(number), CancellationToken.None));
        var verdict = new Verdict(accounts, teams, fleet.Kills);
        output.WriteLine(verdict.Summary);
        verdict.ClocksShouldHaveEndedOnce();
        verdict.LedgersShouldBeWhole();
        await verdict.JournalShouldHoldAllAsync(new JournalStore(tables, TimeProvider.System));
        verdict.TeamsShouldShowEveryCopy();
        verdict.SurplusShouldBeExplained();
        var overdue = TimeProvider.System.Now - Overdue;
        (await ledgers.WorkAsync(CancellationToken.None)).Where(work => work.Due < overdue).ShouldBeEmpty();
    }

    private async Task HandOverAsync(int number)
    {
        var tenant = tenants[number / HandoffsOfATenant];
        var lead = new Lead(Id(number).Lead) { Name = $"Lead {number}", Company = "Kestrel Cold Chain", Score = number * 37 % 100 };
        await new LeadStore(tables, TimeProvider.System).SaveAsync([lead], new Coverage([nameof(Lead.Name), nameof(Lead.Company), nameof(Lead.Score)], []), CancellationToken.None);
        var queue = new WorkQueue(tables, TimeProvider.System);
        var changes = ChangesOn.Handoffs(tables, TimeProvider.System);
        WorkItem? show = null;
        await changes.RequestAsync(new(lead.Id, tenant.Id, tenant.Channel, tenant.Marketer), "chaos", planned => show = planned, CancellationToken.None);

        // Left to whichever bot comes first.
        await queue.PostponeAsync(show!, TimeProvider.System.Now, CancellationToken.None);
    }

    // A handoff without any work left is looked at in the end.
    private async Task UntilAllAsync(Func<Account, bool> isDone)
    {
        var ledgers = new Ledgers(tables);
        HashSet<string> done = [];
        using var limit = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        while (!await IsDoneAsync(limit.Token))
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }

        async Task<bool> IsDoneAsync(CancellationToken cancel)
        {
            foreach (var key in (await ledgers.WorkAsync(cancel)).Select(work => work.Key).Distinct().Where(key => !done.Contains(key)))
            {
                if (!isDone(await ledgers.OfAsync(Ledgers.Id(key), cancel)))
                {
                    return false;
                }

                done.Add(key);
            }

            return true;
        }
    }

    private (ChaosTenant Tenant, int Number) Find(string handoff)
    {
        var number = int.Parse(handoff.AsSpan(2, handoff.IndexOf('~', StringComparison.Ordinal) - 2), CultureInfo.InvariantCulture);
        return (tenants[number / HandoffsOfATenant], number);
    }

    private void Say(string what) => output.WriteLine($"{elapsed.Elapsed.TotalSeconds:0} s: {what}; {fleet.Kills.Count} kills, {teams.Tally}.");

    private static HandoffId Id(int number) => new(new($"L-{number}"), 1);

    private static Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> act) => Parallel.ForEachAsync(items, InParallel, async (item, _) => await act(item));
}
