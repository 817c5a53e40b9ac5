using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Hosting.Playground;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>How the agreement was kept, as people see it in the Playground, which shows no question about a file.</summary>
[Collection(Chromium.Collection)]
public sealed class LedgerJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task The_status_is_a_card_and_the_offer_of_a_file_a_sentence_too()
    {
        await using var workplace = await Workplace.StartAsync();
        var page = await workplace.OpenPageAsync(chromium);
        await page.SayAsync("hand off Grace Okafor");
        await page.OpenChannelAsync(PlaygroundTenant.SalesLeads);
        await page.PressAsync("Accept");
        await workplace.CardAsync(card => card.IsIn(PlaygroundTenant.SalesLeads) && card.Text().Contains("Accepted, within SLA", StringComparison.Ordinal));

        await page.OpenPersonalChatAsync();
        await page.SayAsync("sla status");
        await Expect(page.CardSaying("100% within SLA")).ToBeVisibleAsync();
        await page.PictureAsync("ledger-1-status");

        await page.SayAsync("export sla");
        await Expect(page.Text("this client takes no files from bots")).ToBeVisibleAsync();
        await page.PictureAsync("ledger-2-offer");
    }
}
