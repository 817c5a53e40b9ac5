using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Hosting.Playground;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>A lead's way from a marketer's chat to its owner, as people see it in the Playground.</summary>
[Collection(Chromium.Collection)]
public sealed class HandoffJourneyTests(Chromium chromium)
{
    private const string Phone = "+44 20 7946 0100";

    [Fact]
    public async Task A_lead_handed_off_in_chat_is_accepted_in_the_channel_and_its_owner_goes_on_in_chat()
    {
        await using var workplace = await Workplace.StartAsync();
        var page = await workplace.OpenPageAsync(chromium);

        await page.SayAsync("hand off Grace Okafor");
        await Expect(page.CardSaying("Handed to Sales leads, waiting")).ToBeVisibleAsync();
        await page.PictureAsync("journey-1-handed-off");

        await page.OpenChannelAsync(PlaygroundTenant.SalesLeads);
        var waiting = page.CardSaying("New lead for Sales leads");
        await Expect(waiting).ToContainTextAsync("Grace Okafor, Meridian Freight");
        await Expect(waiting).Not.ToContainTextAsync(Phone);
        await page.PictureAsync("journey-2-waiting");

        await page.PressAsync("Accept");
        await Expect(page.Button("Accept")).ToHaveCountAsync(0);
        await Expect(page.CardSaying("Grace Okafor")).ToContainTextAsync(new Regex("Yours since|Alex Wilber", RegexOptions.None, Deadline.Step));
        var shown = await workplace.CardAsync(card => card.IsIn(PlaygroundTenant.SalesLeads) && card.Text().Contains("Accepted, within SLA", StringComparison.Ordinal));
        shown.Text().ShouldContain("Alex Wilber");
        await page.PictureAsync("journey-3-accepted");

        await page.OpenPersonalChatAsync();
        var mine = page.CardSaying("Yours since");
        await Expect(mine).ToContainTextAsync(Phone);
        await Expect(mine.GetByRole(AriaRole.Button, new() { Name = "Contacted", Exact = true })).ToBeVisibleAsync();
        await page.PictureAsync("journey-4-owner");

        await page.PressAsync("Contacted");
        await Expect(page.CardSaying("Contacted, within SLA").GetByRole(AriaRole.Button, new() { Name = "Qualified", Exact = true })).ToBeVisibleAsync();
        await page.PictureAsync("journey-5-contacted");
    }

    [Fact]
    public async Task A_lead_is_rejected_with_a_reason_that_its_marketer_reads()
    {
        await using var workplace = await Workplace.StartAsync();
        var page = await workplace.OpenPageAsync(chromium);
        await page.SayAsync("hand off Grace Okafor");
        await page.OpenChannelAsync(PlaygroundTenant.SalesLeads);

        await page.PressAsync("Reject…");
        await page.FillAsync("Why not?", "No budget: back in 90 days");
        await page.PictureAsync("journey-reject-form");
        await page.PressAsync("Reject lead");

        await Expect(page.CardSaying("Rejected")).ToBeVisibleAsync();
        await page.OpenPersonalChatAsync();
        await Expect(page.CardSaying("Rejected, no budget")).ToContainTextAsync("Alex Wilber");
        await page.PictureAsync("journey-rejected");
    }

    [Fact]
    public async Task A_colleague_who_clicks_later_is_told_who_was_faster()
    {
        await using var workplace = await Workplace.StartAsync();
        await workplace.Rest.SayAsync("hand off Grace Okafor");
        var waiting = await workplace.CardAsync(card => card.Action("Accept") is not null);

        var first = await workplace.Rest.PressAsync(PlaygroundTenant.ZofiaWisniewska, waiting, "Accept");
        var second = await workplace.Rest.PressAsync(PlaygroundTenant.OmarHaddad, waiting, "Accept");

        first.ToJsonString().ShouldContain("Contacted");
        ((string)second["type"]!).ShouldBe("application/vnd.microsoft.activity.message");
        ((string)second["value"]!).ShouldStartWith("Zofia Wiśniewska was faster: accepted");
    }
}
