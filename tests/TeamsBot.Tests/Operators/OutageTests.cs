using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Domain.Operations;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Operators;

/// <summary>What Baton depends on is away for a while, and back: told with both moments.</summary>
public sealed class OutageTests : OperatorTest
{
    [Fact]
    public async Task A_store_that_was_away_for_a_minute_is_told_of_when_it_is_back()
    {
        App.Log.Expect(101, 611);
        Tables.IsDown = _ => true;
        await LooksAsync(times: 6);
        var since = Clock.Now - Duration.FromSeconds(50);
        Tables.IsDown = _ => false;

        var card = await ToldAsync(AdasChat, "Baton’s store did not answer");

        card.Says("From 10:00 to 10:01").ShouldBeTrue();
        var trouble = (await TroubleAsync(TroubleKind.StoreDown))!;
        (trouble.Since, trouble.Until).ShouldBe((since, since + Duration.FromMinutes(1)));
        await LooksAsync(times: 3);
        AdasChat.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_click_while_the_store_is_away_is_said_to_be_uncertain_and_works_once_it_is_back()
    {
        App.Log.Expect(101, 302, 611);
        await App.HasAsync(Cast.Nadia);
        await App.As(Cast.Mia).Says("hand off Nadia Brandt");
        var card = await App.Channel().NextCard();
        await LooksAsync();
        Tables.IsDown = _ => true;

        (await App.As(FakeTeam.Rep).Clicks(card, "Accept")).Sentence!.ShouldStartWith("Baton could not reach its records in time.");
        await LooksAsync(times: 6);
        Tables.IsDown = _ => false;

        (await App.As(FakeTeam.Rep).Clicks(card, "Accept")).Card!.Says("Yours since").ShouldBeTrue();
        await ToldAsync(AdasChat, "Baton’s store did not answer");
        App.Channel().Cards.ShouldHaveSingleItem().Has("Accept").ShouldBeFalse();
    }

    [Fact]
    public async Task A_store_that_missed_one_look_is_not_worth_a_card()
    {
        App.Log.Expect(101, 611);
        Tables.IsDown = _ => true;
        await LooksAsync();
        Tables.IsDown = _ => false;

        await LooksAsync(times: 6);

        (await TroubleAsync(TroubleKind.StoreDown)).ShouldBeNull();
    }

    [Fact]
    public async Task Teams_that_was_away_for_a_minute_is_told_of_with_both_moments()
    {
        App.Log.Expect(CapturedLog.WorkFailed);
        var since = Clock.Now;
        await FailsAsync(503);
        await LooksAsync(times: 4);
        (await TroubleAsync(TroubleKind.TeamsDown))!.Since.ShouldBe(since);

        await LooksAsync(times: 2);
        Teams.Faults.Clear();
        await App.As(Cast.Rita).Says("help");
        await App.ChatOf(Cast.Rita).NextCard();
        var back = Clock.Now;

        (await ToldAsync(AdasChat, "Teams can be reached again")).Says("From 10:00 to 10:01").ShouldBeTrue();
        var trouble = (await TroubleAsync(TroubleKind.TeamsDown))!;
        (trouble.Since, trouble.Until, trouble.Returns).ShouldBe((since, back, 0));
        AdasChat.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_bots_that_see_the_same_outage_tell_of_it_once()
    {
        await using var other = await StartAsync();
        App.Log.Expect(CapturedLog.WorkFailed);
        other.Log.Expect(CapturedLog.WorkFailed);
        await FailsAsync(503);
        await FailsAsync(503, other, first: 3);
        await BothLookAsync(other, times: 4);
        Teams.Faults.Clear();
        foreach (var bot in (BatonApp[])[App, other])
        {
            await bot.As(Cast.Rita).Says("help");
            await App.ChatOf(Cast.Rita).NextCard();
        }

        await ToldAsync(AdasChat, "Teams can be reached again");
        await BothLookAsync(other, times: 2);
        AdasChat.Cards.ShouldHaveSingleItem();
        (await TroubleAsync(TroubleKind.TeamsDown))!.Returns.ShouldBe(0);
    }

    [Fact]
    public async Task Work_that_waits_for_minutes_is_told_of_by_whoever_does_work_and_is_over_when_it_is_done()
    {
        await using var idle = await StartAsync(Idle);
        await App.StopAsync();
        await idle.Services.GetRequiredService<WorkQueue>().PlanAsync("campaign.unknown", "nothing of ours", Clock.Now, None);
        var due = Clock.Now;
        await LooksAsync(idle, times: 40);
        var late = (await idle.Services.GetRequiredService<TroubleStore>().FindAsync(TroubleKind.QueueLate, "", None))!.Value;
        (late.Since, late.IsOver).ShouldBe((due, false));

        await using var working = await StartAsync();
        var chat = working.ChatOf(FakeTeam.Admin);

        await ToldAsync(chat, "Baton’s work is on time again", working);
        chat.Cards.ShouldHaveSingleItem();
    }

    // Two leads that cannot be shown.
    private async Task FailsAsync(int status, BatonApp? app = null, int first = 1)
    {
        var bot = app ?? App;
        foreach (var operation in (ConnectorOperation[])[ConnectorOperation.CreateConversation, ConnectorOperation.Send])
        {
            Teams.Faults.Add(new Fault(operation, status) { Times = 10_000 });
        }

        for (var n = first; n < first + 2; n++)
        {
            await App.HasAsync(Cast.Nadia with { Id = new($"N-{n}"), Name = $"Lead Number{n}" });
            await bot.As(Cast.Mia).Says($"hand off N-{n}");
            await bot.Log.NextAsync(CapturedLog.WorkPutOff);
        }
    }

    private async Task BothLookAsync(BatonApp other, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await LooksAsync();
            await other.Log.NextAsync(Looked);
        }
    }
}
