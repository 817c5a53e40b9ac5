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
    public async Task Who_came_in_again_under_another_id_keeps_what_was_known_before()
    {
        await using var app = await StartAsync(TwoYears);
        var later = Duration.FromDays(300);
        await SaveAsync(app, Zyphora.Lead, Zyphora.Lead with { Id = new("Z-78"), CreatedAt = Zyphora.Lead.CreatedAt + later, LastActivityAt = Zyphora.Lead.LastActivityAt + later });
        await SettleAsync(app);
        await app.PassesAsync(TimeSpan.FromDays(1));
        await SettleAsync(app);
        (await app.Records.Lead("Z-78")).JoinedTo.ShouldBe(Zyphora.Lead.Id);

        await app.PassesAsync(TimeSpan.FromDays(800));
        await SettleAsync(app);
        (await ErasedAsync(app)).ShouldBeEmpty();
        await app.PassesAsync(TimeSpan.FromDays(300));
        await SettleAsync(app);
        (await ErasedAsync(app)).ShouldBe(["Z-77", "Z-78"], ignoreOrder: true);
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
    public async Task More_than_are_forgotten_at_once_are_forgotten_one_stretch_after_another_also_when_a_bot_starts_again_in_between()
    {
        const int Many = 60;
        await using (var before = await StartAsync(new()))
        {
            await SaveAsync(before, [.. Enumerable.Range(1, Many).Select(n => Cast.Nadia with { Id = new($"N-{n:D3}"), Name = $"Old {n}" })]);
        }

        clock.Jump(TimeSpan.FromDays(800));
        await using (var first = await StartAsync(TwoYears))
        {
            await first.PassesAsync(TimeSpan.FromSeconds(2));
            await first.PassesAsync(TimeSpan.FromSeconds(2));
            (await ErasedAsync(first)).Count.ShouldBe(50);
        }

        await using var second = await StartAsync(TwoYears);
        await SettleAsync(second);

        (await ErasedAsync(second)).Count.ShouldBe(Many);
        (await second.Services.GetRequiredService<PrivacyStore>().ReadAsync(default).CountAsync()).ShouldBe(Many);
        (await DaysPlannedAsync(second)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_bots_that_come_to_the_same_stretch_one_goes_on()
    {
        await using var app = await StartAsync(new());
        var store = app.Services.GetRequiredService<RetentionStore>();
        var (one, other) = (await store.LoadAsync(default), await store.LoadAsync(default));

        (await store.SaveAsync(one, new(null, "L-1"), default)).ShouldBeTrue();
        (await store.SaveAsync(other, new(null, "L-1"), default)).ShouldBeFalse();
        (await store.LoadAsync(default)).Value.ShouldBe(new(null, "L-1"));
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

    private Task<BatonApp> StartAsync(Dictionary<string, string?> settings) =>
        BatonApp.StartAsync(new() { Folder = folder.FullName, Clock = clock, Settings = settings });

    private static Task SaveAsync(BatonApp app, params Lead[] leads) =>
        app.Services.GetRequiredService<LeadStore>().SaveAsync(leads, Zyphora.Everything<Lead>(), default);

    // A stretch, the erasures that it plans, and their last looks.
    private static async Task SettleAsync(BatonApp app)
    {
        await app.SettledAsync(); // What is under way when the clock jumps loses its lease.
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
