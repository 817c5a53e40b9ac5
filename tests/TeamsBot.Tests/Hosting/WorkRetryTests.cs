using Microsoft.Extensions.Logging;
using NodaTime;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Hosting;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Hosting;

/// <summary>When work is looked at again that did not come to its end.</summary>
public sealed class WorkRetryTests : IAsyncLifetime
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly Duration FirstWaits = Duration.FromSeconds(5);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-work-");
    private readonly ManualClock clock = new();
    private readonly CapturedLog log = new();
    private readonly SqliteTables tables;
    private readonly WorkQueue queue;

    public WorkRetryTests()
    {
        tables = new(Path.Combine(folder.FullName, "tables.db"), clock);
        queue = new(tables, clock);
    }

    public Task InitializeAsync() => tables.CreateAsync(TableNames.All, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await tables.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Work_that_waited_for_others_many_times_and_then_fails_is_tried_again_soon()
    {
        await queue.PlanAsync(Handler.Name, "a", clock.Now, CancellationToken.None);
        using var loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log));
        using var runner = new WorkRunner([new Handler(looksBefore: 6)], queue, clock, loggers.CreateLogger<WorkRunner>());
        await runner.StartAsync(CancellationToken.None);
        for (var look = 0; look < 6; look++)
        {
            await log.NextAsync(CapturedLog.WorkEnded);
            clock.Advance(WorkQueue.Lease.ToTimeSpan());
        }

        await log.NextAsync(CapturedLog.WorkPutOff);

        (await DueAsync() - clock.Now).ShouldBeLessThan(FirstWaits);
        await runner.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Work_is_stopped_while_it_can_still_be_noted_what_it_did()
    {
        await queue.PlanAsync(Slow.Name, "a", clock.Now, CancellationToken.None);
        var slow = new Slow();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        using var runner = new WorkRunner([slow], queue, clock, loggers.CreateLogger<WorkRunner>());
        await runner.StartAsync(CancellationToken.None);
        await slow.Begun;

        clock.Advance((WorkQueue.Lease - Duration.FromSeconds(2)).ToTimeSpan());

        await slow.Stopped;
        (await queue.ClaimDueAsync(1, CancellationToken.None).CountAsync()).ShouldBe(0);
        await runner.StopAsync(CancellationToken.None);
    }

    private async Task<Instant> DueAsync()
    {
        var row = await tables.QueryAsync(TableNames.Work, TableRange.Everything, take: null, CancellationToken.None).SingleAsync();
        return Instant.FromDateTimeOffset(row.GetDateTimeOffset("Due")!.Value);
    }

    private sealed class Handler(int looksBefore) : IWorkHandler
    {
        public const string Name = "late";

        private int looks;

        public string Kind => Name;

        public Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel) =>
            looks++ < looksBefore ? Task.FromResult(WorkOutcome.Later) : throw new InvalidOperationException("Teams is not there.");
    }

    private sealed class Slow : IWorkHandler
    {
        public const string Name = "slow";

        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Kind => Name;

        public Task Begun => begun.Task.WaitAsync(LongestWait);

        public Task Stopped => stopped.Task.WaitAsync(LongestWait);

        public async Task<WorkOutcome> RunAsync(WorkItem item, CancellationToken cancel)
        {
            begun.TrySetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
            }
            finally
            {
                stopped.TrySetResult();
            }

            return WorkOutcome.Done;
        }
    }
}
