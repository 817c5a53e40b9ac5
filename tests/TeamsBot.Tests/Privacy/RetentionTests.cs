using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Privacy;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Privacy;

/// <summary>Leads that are kept for two years and no longer.</summary>
public sealed class RetentionTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> TwoYears = new() { ["Privacy:KeepLeadsFor"] = "P2Y" };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-retention-");
    private readonly ManualClock clock = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_lead_to_whom_nothing_happened_for_so_long_is_forgotten_on_its_day()
    {
        await using var app = await StartAsync(TwoYears);
        await SaveAsync(app, Zyphora.Lead, Cast.Nadia with { LastActivityAt = Zyphora.Lead.LastActivityAt + Duration.FromDays(5) });
        await SettleAsync(app);

        await app.PassesAsync(TimeSpan.FromDays(730));
        await SettleAsync(app);
        (await ErasedAsync(app)).ShouldBeEmpty();
        await app.PassesAsync(TimeSpan.FromDays(3));
        await SettleAsync(app);

        (await ErasedAsync(app)).ShouldBe(["Z-77"]);
        var deed = (await app.Services.GetRequiredService<PrivacyStore>().ReadAsync(default).ToListAsync()).ShouldHaveSingleItem();
        (deed.Cause, deed.By).ShouldBe((ErasureCause.Age, PersonRef.Baton));
    }

    [Fact]
    public async Task A_sale_that_is_open_keeps_its_lead()
    {
        await using var app = await StartAsync(TwoYears);
        await SaveAsync(app, Zyphora.Lead, Cast.Nadia);
        await new DealStore(app.Services.GetRequiredService<ITables>(), clock).SaveAsync(
            [Zyphora.Deal with { Status = DealStatus.Open, ClosedAt = null, Attributes = new Dictionary<string, string>() }], Zyphora.Everything<Deal>(), default);

        await app.PassesAsync(TimeSpan.FromDays(800));
        await SettleAsync(app);

        (await ErasedAsync(app)).ShouldBe(["L-1"]);
    }

    [Fact]
    public async Task More_than_are_forgotten_at_once_are_forgotten_one_stretch_after_another_also_by_two_bots_that_start_again()
    {
        const int Many = 130;
        await using var teams = await Cast.InTeamsAsync();
        await using (var one = await StartAsync(new(), teams))
        {
            await SaveAsync(one, [.. Enumerable.Range(1, Many).Select(n => Cast.Nadia with { Id = new($"N-{n:D3}"), Name = $"Old {n}" })]);
        }

        clock.Jump(TimeSpan.FromDays(800));
        await using var two = await StartAsync(TwoYears, teams);
        await using var three = await StartAsync(TwoYears, teams);
        Task[] ended = [two.Log.NextAsync(CapturedLog.WorkEnded), three.Log.NextAsync(CapturedLog.WorkEnded)];
        while ((await ErasedAsync(two)).Count < Many || await DaysPlannedAsync(two) != 1)
        {
            clock.Jump(TimeSpan.FromSeconds(31));
            await Task.WhenAny(ended);
            ended = [Next(two, ended[0]), Next(three, ended[1])];
        }

        (await two.Services.GetRequiredService<PrivacyStore>().ReadAsync(default).CountAsync()).ShouldBe(Many);

        static Task Next(BatonApp app, Task before) => before.IsCompleted ? app.Log.NextAsync(CapturedLog.WorkEnded) : before;
    }

    [Fact]
    public async Task Without_a_setting_nothing_is_ever_forgotten()
    {
        await using var app = await StartAsync(new());
        await SaveAsync(app, Zyphora.Lead);
        await app.PassesAsync(TimeSpan.FromDays(9000));

        (await ErasedAsync(app)).ShouldBeEmpty();
        (await DaysPlannedAsync(app)).ShouldBe(0);
    }

    [Theory]
    [InlineData("two years")]
    [InlineData("0")]
    [InlineData("PT5H")]
    public async Task A_wrong_setting_stops_the_start_and_says_which(string wrong)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(new() { ["Privacy:KeepLeadsFor"] = wrong }));
        refused.Message.ShouldStartWith("Privacy:KeepLeadsFor is a number of days such as 730");
    }

    private Task<BatonApp> StartAsync(Dictionary<string, string?> settings, FakeConnector? teams = null) =>
        BatonApp.StartAsync(new() { Folder = folder.FullName, Clock = clock, Settings = settings }, teams);

    private static Task SaveAsync(BatonApp app, params Lead[] leads) =>
        app.Services.GetRequiredService<LeadStore>().SaveAsync(leads, Zyphora.Everything<Lead>(), default);

    // A stretch, the erasures that it plans, and their last looks.
    private static async Task SettleAsync(BatonApp app)
    {
        await app.SettledAsync();
        for (var minutes = 0; minutes < 20; minutes += 5)
        {
            await app.PassesAsync(TimeSpan.FromMinutes(5));
        }
    }

    private static async Task<IReadOnlyList<string>> ErasedAsync(BatonApp app) =>
    [
        .. await app.Services.GetRequiredService<ITables>().QueryAsync(TableNames.Leads, TableRange.OfEachPartition(LeadRow.RowKey), take: null, default)
            .Where(row => row["ErasedAt"] is not null).Select(row => row.GetString("Id")!).ToListAsync(),
    ];

    private static async Task<int> DaysPlannedAsync(BatonApp app) =>
        await app.Services.GetRequiredService<ITables>().QueryAsync(TableNames.Work, TableRange.Everything, take: null, default)
            .CountAsync(row => row.GetString("Kind") == Erasures.RetentionKind);
}
