using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.Azurite;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load.Day;

/// <summary>
/// A day of two bots on one store: leads come in at the planned rate and people do with them what they do, reminders and escalations come
/// due, people ask; half-way one bot is told to end, as at a deployment, and started again.
/// </summary>
internal sealed class DayMeasurement(TokenIssuer issuer, ScratchFolder scratch)
{
    private const int RestartedBot = 1;
    private const double AsksPerHandoff = 0.5;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(60);

    private readonly Random chance = new(20_261_127);

    public async Task RunAsync(DayOptions options, Figures figures, CancellationToken cancel)
    {
        await using var azurite = options.Store == DayStore.Azurite ? await AzuriteServer.StartAsync(withPartitionIndex: true) : null;
        await using var teams = await DayTeams.StartAsync();
        var first = scratch.New("day");
        string[] folders = [first, azurite is null ? first : scratch.New("day")];
        var tables = Open();
        await using var closing = tables as IAsyncDisposable;
        var tenants = new DayTenants(teams.ServiceUrl);
        await tenants.SetUpAsync(tables, options.Count, cancel);
        await using var fleet = await DayFleet.StartAsync(issuer, teams.ServiceUrl, folders, azurite?.ConnectionString ?? "", cancel);

        var idle = await IdleAsync(fleet, cancel);
        Figures.Progress($"{options.Count} handoffs in {options.Length.TotalMinutes:0.#} minutes");
        var record = new DayRecord();
        var people = new DayPeople(tenants, fleet, teams, record);
        var watch = new DayWatch(fleet, new WorkQueue(tables, TimeProvider.System), record, options.BetweenSamples);
        using var dayEnds = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var watching = watch.RunAsync(dayEnds.Token);
        var ended = await SpendAsync(options, people, fleet, record, cancel);
        await dayEnds.CancelAsync();
        await watching;

        var drained = await DrainAsync(watch, record, cancel);
        await watch.LookAtBotsAsync(collect: true, cancel);
        ended &= await fleet.StopAsync(cancel);
        new DayReport(options, record, figures).Tell(idle, teams.Calls, fleet.SentAgain, drained);
        await new DayVerdict(options, Open, teams, record, figures).JudgeAsync(people.Told, options.Count, ended, cancel);

        ITables Open() => TableStorage.Open(azurite?.ConnectionString, first, TimeProvider.System);
    }

    // Whether the bot that was told to end did so as it should.
    private async Task<bool> SpendAsync(DayOptions options, DayPeople people, DayFleet fleet, DayRecord record, CancellationToken cancel)
    {
        using var over = new CancellationTokenSource(options.Length, TimeProvider.System);
        var restarting = RestartAsync(fleet, record, options.Length / 2, cancel);
        var asking = EachAsync((int)(options.Count * AsksPerHandoff), options, record, number => people.AskAsync(number, cancel), cancel);
        await EachAsync(options.Count, options, record, number => people.LiveAsync(number, over.Token, cancel), cancel);
        await asking;
        return await restarting;
    }

    // At moments by chance, however long what was begun before takes; completes when all is ended.
    private async Task EachAsync(int count, DayOptions options, DayRecord record, Func<int, Task> begin, CancellationToken cancel)
    {
        double[] moments = [.. Enumerable.Range(0, count).Select(_ => chance.NextDouble() * options.Length.TotalSeconds).Order()];
        List<Task> begun = [];
        for (var number = 0; number < count; number++)
        {
            var left = TimeSpan.FromSeconds(moments[number]) - record.Elapsed;
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, TimeProvider.System, cancel);
            begun.Add(begin(number));
        }

        await Task.WhenAll(begun);
    }

    private static async Task<bool> RestartAsync(DayFleet fleet, DayRecord record, TimeSpan at, CancellationToken cancel)
    {
        await Task.Delay(at, TimeProvider.System, cancel);
        var began = record.Elapsed;
        var endedWell = await fleet.RestartAsync(RestartedBot, cancel);
        Figures.Progress($"a bot was ended and ready again after {(record.Elapsed - began).TotalSeconds:0.0} s");
        return endedWell;
    }

    // How long it takes until nothing is due any more; null when it takes too long.
    private static async Task<TimeSpan?> DrainAsync(DayWatch watch, DayRecord record, CancellationToken cancel)
    {
        var began = record.Elapsed;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (record.Elapsed - began < LongestDrain)
        {
            if ((await watch.LookAtQueueAsync(cancel)).Due == 0)
            {
                return record.Elapsed - began;
            }

            await pause.WaitForNextTickAsync(cancel);
        }

        return null;
    }

    // What the bots ask the store while nobody does anything.
    private static async Task<StoreUse> IdleAsync(DayFleet fleet, CancellationToken cancel)
    {
        await Task.Delay(Settling, TimeProvider.System, cancel);
        var before = await LookAsync();
        await Task.Delay(Idle, TimeProvider.System, cancel);
        return StoreUse.Of(await LookAsync(), Idle) - StoreUse.Of(before, Idle);

        Task<InsideBot[]> LookAsync() => Task.WhenAll(fleet.Running.Select((_, number) => fleet.LookAsync(number, collect: false, cancel)));
    }
}

/// <summary>What is asked of a store in a second.</summary>
internal sealed record StoreUse(double Calls, double Requests)
{
    public static StoreUse Of(IReadOnlyCollection<InsideBot> bots, TimeSpan time) =>
        new(bots.Sum(inside => inside.Calls) / time.TotalSeconds, bots.Sum(inside => inside.Requests) / time.TotalSeconds);

    public static StoreUse operator -(StoreUse left, StoreUse right) => new(left.Calls - right.Calls, left.Requests - right.Requests);
}
