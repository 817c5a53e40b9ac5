using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Hosting.Playground;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>Leads that find their rep by rules, as people see it in the Playground.</summary>
[Collection(Chromium.Collection)]
public sealed class RoutingJourneyTests(Chromium chromium)
{
    private const string Document = """
        { "workingTime": { "default": { "week": "always" } },
          "routing": {
            "rules": [
              { "name": "Key accounts", "account": ["Acme GmbH"], "pool": "First desk" },
              { "name": "All others", "pool": "First desk" }
            ],
            "pools": { "First desk": { "channel": "Sales leads", "offerFor": "20m", "reps": [{ "rep": "Alex Wilber", "daily": 5, "open": 20 }] } }
          } }
        """;

    [Fact]
    public async Task A_dry_run_says_whose_a_lead_would_be_and_then_it_is_theirs_alone()
    {
        await using var workplace = await Workplace.StartAsync();
        var page = await workplace.OpenPageAsync(chromium);
        await page.SayAsync("agreement");
        await page.PressAsync("Whole document…");
        await Expect(page.CardSaying("The whole agreement")).ToBeVisibleAsync();
        await page.FillAsync("Document", Document);
        await page.PressAsync("Save");
        await Expect(page.CardSaying("Version 1 is in force")).ToBeVisibleAsync();

        await page.SayAsync("route Grace Okafor");
        var run = page.CardSaying("Dry run, nothing was changed");
        await Expect(run).ToContainTextAsync("Would be offered to Alex Wilber");
        await Expect(run).ToContainTextAsync("next in turn in First desk");
        await page.PictureAsync("routing-1-dry-run");

        await page.SayAsync("hand off Grace Okafor");
        var offer = page.CardSaying("Yours alone until");
        await Expect(offer).ToContainTextAsync("Why Alex Wilber:");
        await Expect(offer).ToContainTextAsync("All others; next in turn in First desk");
        await page.PictureAsync("routing-2-offer");

        await page.SayAsync("route");
        await Expect(page.CardSaying("How leads find their reps")).ToContainTextAsync("1 turn of 1 due");
        await page.PictureAsync("routing-3-turns");

        await page.PressAsync("Leave it to the channel");
        await page.OpenChannelAsync(PlaygroundTenant.SalesLeads);
        await Expect(page.CardSaying("Grace Okafor")).ToContainTextAsync("Why Alex Wilber:");
        await page.PressAsync("Accept");
        await Expect(page.CardSaying("Grace Okafor")).ToContainTextAsync("Accepted");
        await page.PictureAsync("routing-4-accepted");
    }
}
