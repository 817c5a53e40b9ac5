using Shouldly;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Hosting.Playground;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>The disk of the embedded store is full for a while.</summary>
public sealed class FullDiskTests
{
    [LinuxFact]
    public async Task A_click_on_a_full_disk_is_said_to_be_uncertain_and_works_once_there_is_room_again()
    {
        await using var workplace = await Workplace.StartAsync();
        await workplace.Rest.SayAsync("hand off Grace Okafor");
        var waiting = await workplace.CardAsync(card => card.Action("Accept") is not null);

        await workplace.IdleAsync(); // The bot has noted where the card stands.

        await workplace.Bot.LimitFilesAsync(0);
        var answer = await workplace.Rest.PressAsync(PlaygroundTenant.ZofiaWisniewska, waiting, "Accept");
        answer.ToJsonString().ShouldContain("could not reach its records");
        await workplace.Bot.LimitFilesAsync(null);

        answer = await workplace.Rest.PressAsync(PlaygroundTenant.ZofiaWisniewska, waiting, "Accept");
        answer.ToJsonString().ShouldContain("Yours since");
        var shown = await workplace.CardAsync(card => card.Message == waiting.Message && card.Action("Accept") is null);
        shown.Text().ShouldContain("Zofia Wiśniewska");
    }
}
