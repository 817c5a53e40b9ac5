using NodaTime;
using Shouldly;
using TeamsBot.Domain.Feedback;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Feedback;

/// <summary>Several bots on one store: what was said while one ran, another tells, and nobody hears it twice.</summary>
public sealed class WeeklyOfTwoBotsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 8, 0, 1, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-feedback-");
    private FakeConnector teams = null!;

    // It is gone as soon as the week is planned.
    public async Task InitializeAsync()
    {
        teams = await Cast.InTeamsAsync();
        await using var first = await BatonApp.StartAsync(new() { Folder = folder.FullName }, teams);
        await first.SetUpAsync();
        var said = new Said(first);
        await said.AnnouncedAsync("Dock Delays 2026", Cast.Mia);
        await said.HeardAsync("Dock Delays 2026", Instant.FromUtc(2026, 3, 3, 12, 0), Objection.Price);
        await said.HeardAsync("Never recorded", Instant.FromUtc(2026, 3, 3, 12, 0), Objection.Need);
        await said.BeginAsync();
        await said.BeginAsync();
        await first.As(Cast.Mia).Says("help");
    }

    public async Task DisposeAsync()
    {
        await teams.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Two_that_begin_when_it_is_due_and_one_that_comes_later_tell_each_place_once()
    {
        await using (var second = await StartAsync(Monday))
        await using (var third = await StartAsync(Monday))
        {
            await second.ChatOf(Cast.Mia).NextCard();
            await second.Channel(FakeTeam.MarketingChannelId).NextCard();
            await BatonApp.SettledAsync(second, third);
        }

        await using var fourth = await StartAsync(Monday + TimeSpan.FromDays(2));
        await fourth.SettledAsync();

        fourth.ChatOf(Cast.Mia).Cards.Count(IsFeedback).ShouldBe(1);
        fourth.Channel(FakeTeam.MarketingChannelId).Cards.Count(IsFeedback).ShouldBe(1);
    }

    private static bool IsFeedback(ShownCard card) => card.Says("feedback from sales");

    private Task<BatonApp> StartAsync(DateTimeOffset at) => BatonApp.StartAsync(new() { Folder = folder.FullName, Clock = new ManualClock(at) }, teams);
}
