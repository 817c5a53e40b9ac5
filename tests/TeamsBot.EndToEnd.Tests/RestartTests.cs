using Shouldly;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Hosting.Playground;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>What was recorded is there and true after the bot has ended, in whatever way.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task A_second_start_finds_the_data_of_the_first()
    {
        await using var workplace = await Workplace.StartAsync();
        await workplace.Rest.SayAsync("hand off Grace Okafor");
        var waiting = await workplace.CardAsync(card => card.Action("Accept") is not null);

        (await workplace.Bot.StopAsync()).ShouldBe(0);
        await workplace.StartBotAsync();

        var answer = await workplace.Rest.PressAsync(PlaygroundTenant.ZofiaWisniewska, waiting, "Accept");
        answer.ToJsonString().ShouldContain("Yours since");
    }

    [Fact]
    public async Task The_card_is_right_after_the_bot_was_killed_between_the_write_and_the_update()
    {
        await using var workplace = await Workplace.StartAsync();
        await workplace.Rest.SayAsync("hand off Grace Okafor");
        var waiting = await workplace.CardAsync(card => card.Action("Accept") is not null);

        var update = workplace.Gate.HoldAsync(HttpMethod.Put);
        await workplace.Rest.PressAsync(PlaygroundTenant.ZofiaWisniewska, waiting, "Accept");
        await update;
        await workplace.Bot.KillAsync();
        workplace.Gate.Open();
        await workplace.StartBotAsync();

        var shown = await workplace.CardAsync(card => card.Message == waiting.Message && card.Action("Accept") is null);
        shown.Text().ShouldContain("Zofia Wiśniewska");
    }
}
