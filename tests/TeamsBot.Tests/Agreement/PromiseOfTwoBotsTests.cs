using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Agreement;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Agreement;

/// <summary>Several bots on one store: what one agreed on, another counts, and nobody hears anything twice.</summary>
public sealed class PromiseOfTwoBotsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Half = new(2026, 3, 16, 10, 30, 0, TimeSpan.Zero);
    private static readonly Instant Late = Instant.FromUtc(2026, 3, 25, 17, 24);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-promise-");
    private FakeConnector teams = null!;

    // It dies as soon as the agreement is stored.
    public async Task InitializeAsync()
    {
        teams = await Cast.InTeamsAsync();
        await using var first = await BatonApp.StartAsync(new() { Folder = folder.FullName }, teams);
        await first.SetUpAsync();
        await first.Services.GetRequiredService<PeopleStore>().ChangeAsync(
            FakeTeam.TenantId, known => known with { HeadOfMarketing = new(new(Cast.Mia.AadObjectId), Cast.Mia.Name) }, CancellationToken.None);
        var now = Instant.FromDateTimeOffset(first.Clock.GetUtcNow());
        var agreement = SlaAgreement.Initial(DateTimeZone.Utc) with { Version = 1, ChangedAt = now, Promise = new(40, 60) };
        await first.Services.GetRequiredService<AgreementChanges>().AddAsync(
            FakeTeam.TenantId, agreement, DateTimeZoneProviders.Tzdb["Europe/Warsaw"], _ => { }, CancellationToken.None);
        var organisation = await first.Records.Organisation();
        await first.Services.GetRequiredService<FeedbackPlan>().BeginAsync(organisation, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await teams.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Two_bots_that_begin_when_it_is_due_and_one_that_comes_later_tell_it_once()
    {
        await using (var second = await StartAsync(Half))
        await using (var third = await StartAsync(Half))
        {
            (await second.ChatOf(Cast.Mia).NextCard()).Says("Behind, 50% of the month is over").ShouldBeTrue();
            await Eventually.IsSoAsync(() => PromiseWork.IsSettledAsync(third, Late));
        }

        await using var fourth = await StartAsync(Half + TimeSpan.FromDays(1));
        await Eventually.IsSoAsync(() => PromiseWork.IsSettledAsync(fourth, Late));

        fourth.ChatOf(Cast.Mia).Cards.ShouldHaveSingleItem();
    }

    private Task<BatonApp> StartAsync(DateTimeOffset at) => BatonApp.StartAsync(new() { Folder = folder.FullName, Clock = new ManualClock(at) }, teams);
}
