using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Features.Handoffs;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>A lead is found beside the message box and put into a message, as people see it in the Playground.</summary>
[Collection(Chromium.Collection)]
public sealed class FindingJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task A_lead_that_was_accepted_is_found_and_inserted_with_its_owner()
    {
        await using var workplace = await Workplace.StartAsync();
        var page = await workplace.OpenPageAsync(chromium);
        await page.HandOffAndAcceptAsync("Grace Okafor");
        await Expect(page.CardSaying("Yours since")).ToBeVisibleAsync();

        await page.SearchAsync(LeadFinder.Command, LeadFinder.Words, "okafor");
        await Expect(page.Text("Owner: Alex Wilber · trade fair")).ToBeVisibleAsync();
        await page.PictureAsync("found-1-results");
        await page.InsertAsync("Owner: Alex Wilber · trade fair");

        await Expect(page.CardSaying("Later changes do not show here.")).ToContainTextAsync("Owner: Alex Wilber");
        await page.PictureAsync("found-2-inserted");
    }
}
