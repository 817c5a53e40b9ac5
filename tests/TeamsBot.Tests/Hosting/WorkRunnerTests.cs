using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Shouldly;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Hosting;

/// <summary>More work is due than fits into the process, as after an outage. The clock stands still throughout.</summary>
public sealed class WorkRunnerTests : IAsyncLifetime
{
    private const int Late = 200;

    // Eight at work, four times as many waiting.
    private const int MostClaimed = 40;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-work-");
    private readonly ManualClock clock = new();
    private readonly SqliteTables tables;
    private readonly WorkQueue queue;

    public WorkRunnerTests()
    {
        tables = new(Path.Combine(folder.FullName, "tables.db"), clock);
        queue = new(tables, clock);
    }

    public async Task InitializeAsync()
    {
        await tables.CreateAsync(TableNames.All, CancellationToken.None);
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        await Task.WhenAll(Enumerable.Range(0, Late).Select(number =>
            queue.PlanAsync("late", number.ToString("D4", CultureInfo.InvariantCulture), now + Duration.FromSeconds(number), CancellationToken.None)));
        clock.Advance(TimeSpan.FromHours(1));
    }

    public async Task DisposeAsync()
    {
        await tables.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_backlog_is_worked_off_without_waiting_for_the_clock()
    {
        var handler = new Handler(Late, _ => Task.CompletedTask);
        await RunAsync(handler);
        handler.Done.Order().ShouldBe(Enumerable.Range(0, Late));
    }

    [Fact]
    public async Task No_more_is_claimed_than_can_be_begun_soon()
    {
        ConcurrentBag<int> claimed = [];
        var handler = new Handler(Late, async _ => claimed.Add(await tables
            .QueryAsync(TableNames.Work, TableRange.Everything, take: null, CancellationToken.None)
            .CountAsync(row => row.GetInt32("Attempts") > 0)));
        await RunAsync(handler);
        claimed.Max().ShouldBeLessThanOrEqualTo(MostClaimed);
    }

    [Fact]
    public async Task Asked_to_end_it_ends_what_it_is_at_and_gives_the_rest_to_others_at_once()
    {
        using var begun = new CountdownEvent(8);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = new Handler(Late, _ =>
        {
            begun.Signal();
            return gate.Task;
        });
        using var runner = new WorkRunner([handler], queue, clock, NullLogger<WorkRunner>.Instance);
        await runner.StartAsync(CancellationToken.None);
        (await Task.Run(() => begun.Wait(LongestWait))).ShouldBeTrue();

        var stopping = runner.StopAsync(CancellationToken.None);
        gate.SetResult();
        await stopping.WaitAsync(LongestWait);

        handler.Done.Count.ShouldBe(8);
        var left = await tables.QueryAsync(TableNames.Work, TableRange.Everything, take: null, CancellationToken.None).ToListAsync();
        left.Count.ShouldBe(Late - 8);
        left.ShouldAllBe(row => row.GetInt32("Attempts") == 0 && row.GetDateTimeOffset("Due") <= clock.GetUtcNow());
    }

    [Fact]
    public async Task What_does_not_end_in_time_is_cut_off()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = new Handler(Late, cancel =>
        {
            begun.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        });
        using var runner = new WorkRunner([handler], queue, clock, NullLogger<WorkRunner>.Instance);
        await runner.StartAsync(CancellationToken.None);
        await begun.Task.WaitAsync(LongestWait);

        using var patience = new CancellationTokenSource();
        var stopping = runner.StopAsync(patience.Token);
        patience.Cancel();

        await stopping.WaitAsync(LongestWait);
        handler.Done.ShouldBeEmpty();
    }

    private async Task RunAsync(Handler handler)
    {
        using var runner = new WorkRunner([handler], queue, clock, NullLogger<WorkRunner>.Instance);
        await runner.StartAsync(CancellationToken.None);
        await handler.AllDone.WaitAsync(LongestWait);
        await runner.StopAsync(CancellationToken.None);
    }

    private sealed class Handler(int count, Func<CancellationToken, Task> work) : IWorkHandler
    {
        private readonly TaskCompletionSource allDone = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<int> Done { get; } = [];

        public Task AllDone => allDone.Task;

        public string Kind => "late";

        public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
        {
            await work(cancel);
            Done.Enqueue(int.Parse(item.Key, CultureInfo.InvariantCulture));
            if (Done.Count == count)
            {
                allDone.TrySetResult();
            }

            return WorkOutcome.Done;
        }
    }
}
