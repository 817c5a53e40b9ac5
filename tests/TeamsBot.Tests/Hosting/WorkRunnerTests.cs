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
        var handler = new Handler(Late, () => Task.CompletedTask);
        await RunAsync(handler);
        handler.Done.Order().ShouldBe(Enumerable.Range(0, Late));
    }

    [Fact]
    public async Task No_more_is_claimed_than_can_be_begun_soon()
    {
        ConcurrentBag<int> claimed = [];
        var handler = new Handler(Late, async () => claimed.Add(await tables
            .QueryAsync(TableNames.Work, TableRange.Everything, take: null, CancellationToken.None)
            .CountAsync(row => row.GetInt32("Attempts") > 0)));
        await RunAsync(handler);
        claimed.Max().ShouldBeLessThanOrEqualTo(MostClaimed);
    }

    private async Task RunAsync(Handler handler)
    {
        using var runner = new WorkRunner([handler], queue, clock, NullLogger<WorkRunner>.Instance);
        await runner.StartAsync(CancellationToken.None);
        await handler.AllDone.WaitAsync(LongestWait);
        await runner.StopAsync(CancellationToken.None);
    }

    private sealed class Handler(int count, Func<Task> work) : IWorkHandler
    {
        private readonly TaskCompletionSource allDone = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<int> Done { get; } = [];

        public Task AllDone => allDone.Task;

        public string Kind => "late";

        public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
        {
            await work();
            Done.Enqueue(int.Parse(item.Key, CultureInfo.InvariantCulture));
            if (Done.Count == count)
            {
                allDone.TrySetResult();
            }

            return WorkOutcome.Done;
        }
    }
}
