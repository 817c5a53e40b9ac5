using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Handoffs;

/// <summary>One bot ends, another goes on with the same store.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private static readonly Actor Ben = new(new(new(FakeTeam.Rep.AadObjectId), FakeTeam.Rep.Name), Roles.Rep);
    private static readonly TimeSpan PastTheLease = WorkQueue.Lease.ToTimeSpan() + TimeSpan.FromSeconds(1);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-recovery-");
    private FakeConnector teams = null!;
    private BatonApp first = null!;
    private ShownCard card = null!;

    public async Task InitializeAsync()
    {
        teams = await Cast.InTeamsAsync();
        first = await BatonApp.StartAsync(new() { Folder = folder.FullName }, teams);
        await first.SetUpAsync();
        await first.HasAsync(Cast.Nadia);
        await first.As(Cast.Mia).Says("hand off L-1");
        card = await first.Channel().NextCard();
        await first.ChatOf(Cast.Mia).NextCard();
        await first.SettledAsync();
    }

    public async Task DisposeAsync()
    {
        await first.DisposeAsync();
        await teams.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_acceptance_that_was_stored_and_not_shown_is_shown_by_the_next_bot_once_the_lease_is_over()
    {
        await AcceptAndDieAsync();

        await using var second = await RestartAsync(PastTheLease);

        (await second.Channel().NextUpdate(card, "Ben Ortiz")).Buttons.ShouldBe(["Details"]);
        (await second.ChatOf(FakeTeam.Rep).NextCard()).Json.GetRawText().ShouldContain("23125");
        second.Channel().Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Within_the_lease_the_next_bot_leaves_it_to_the_one_that_has_it()
    {
        await AcceptAndDieAsync();
        await using var second = await RestartAsync(TimeSpan.FromSeconds(20));
        second.Later(TimeSpan.FromSeconds(5));
        teams.Log.All.ShouldNotContain(e => e.Operation == ConnectorOperation.Update && ShownCard.Of(e).Says("Ben Ortiz"));

        second.Later(TimeSpan.FromSeconds(6));

        await second.Channel().NextUpdate(card, "Ben Ortiz");
    }

    [Fact]
    public async Task A_bot_that_ends_while_Teams_does_not_answer_leaves_the_rest_to_the_next_one()
    {
        var hold = new Hold();
        teams.Faults.Add(new Fault(ConnectorOperation.Update, 200) { ConversationId = card.ConversationId, Hold = hold });
        await first.As(FakeTeam.Rep).Clicks(card, "Accept");
        await hold.Arrived;
        await first.StopAsync();

        await using var second = await RestartAsync(PastTheLease);

        await second.Channel().NextUpdate(card, "Ben Ortiz");
        await second.ChatOf(FakeTeam.Rep).NextCard();
        second.ChatOf(FakeTeam.Rep).Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_intent_whose_change_was_never_stored_shows_nothing_and_goes_away()
    {
        await first.Services.GetRequiredService<WorkQueue>().IntendAsync(HandoffChanges.ShowKind, "L-1~1", CancellationToken.None);
        await first.StopAsync();
        var shown = teams.Log.All.Count;

        await using var second = await RestartAsync(TimeSpan.FromMinutes(10));
        await second.SettledAsync();

        teams.Log.All.Count.ShouldBe(shown);
        (await second.Records.Work()).ShouldBe(0);
    }

    [Fact]
    public async Task Clicks_on_a_card_of_before_the_restart_count()
    {
        await first.StopAsync();
        await using var second = await RestartAsync(TimeSpan.FromMinutes(1));

        (await second.As(FakeTeam.Rep).Clicks(card, "Accept")).Card!.Has("Contacted").ShouldBeTrue();

        await second.Channel().NextUpdate(card, "Ben Ortiz");
        (await second.Records.Ledger("L-1~1")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lead_whose_rejection_was_stored_and_not_shown_comes_back_on_its_day()
    {
        HandoffId.TryParse("L-1~1", out var id).ShouldBeTrue();
        var now = Instant.FromDateTimeOffset(first.Clock.GetUtcNow());
        var changes = first.Services.GetRequiredService<HandoffChanges>();
        await changes.DecideAsync(
            id, (stored, terms) => stored.Handoff.Reject(Ben, now, RejectionReason.Timing, null, terms, new(new LocalDate(2026, 3, 3), null, [])), "test", _ => { }, CancellationToken.None);
        await first.StopAsync();

        await using var second = await RestartAsync(TimeSpan.FromHours(23));

        await second.Channel().NextUpdate(card, "Rejected, bad timing");
        (await second.Channel().NextCard()).Handoff.ShouldBe("L-1~2");
        await second.SettledAsync();
    }

    // The change is stored with its intent, and the process ends before the work begins.
    private async Task AcceptAndDieAsync()
    {
        HandoffId.TryParse("L-1~1", out var id).ShouldBeTrue();
        var now = Instant.FromDateTimeOffset(first.Clock.GetUtcNow());
        var changes = first.Services.GetRequiredService<HandoffChanges>();
        await changes.DecideAsync(id, (stored, terms) => stored.Handoff.Accept(Ben, now, terms), "test", _ => { }, CancellationToken.None);
        await first.StopAsync();
    }

    private Task<BatonApp> RestartAsync(TimeSpan after) =>
        BatonApp.StartAsync(new() { Folder = folder.FullName, Clock = new ManualClock(first.Clock.GetUtcNow() + after) }, teams);
}
