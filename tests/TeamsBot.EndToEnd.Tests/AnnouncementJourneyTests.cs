using System.Text.Json.Nodes;
using Shouldly;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Hosting.Playground;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>A campaign's way from its author's chat to two sales channels and back, as people see it in the Playground.</summary>
[Collection(Chromium.Collection)]
public sealed class AnnouncementJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task A_campaign_is_written_previewed_posted_to_two_channels_changed_acknowledged_asked_about_and_withdrawn()
    {
        await using var workplace = await Workplace.StartAsync();
        await AddGeneralAsync(workplace);
        var page = await workplace.OpenPageAsync(chromium);

        await WriteAsync(page);
        await page.PressAsync("Preview");
        await Expect(page.CardSaying("Preview: no channel has it yet")).ToContainTextAsync("Sales leads");
        await page.PictureAsync("announcement-2-preview");
        await page.PressAsync("Post");
        await Expect(page.CardSaying("Posted to all 2 channels")).ToBeVisibleAsync();
        await page.PictureAsync("announcement-3-status");
        var leads = await workplace.CardAsync(card => card.IsIn(PlaygroundTenant.SalesLeads) && Says(card, "Free dock audit"));
        var general = await workplace.CardAsync(card => !card.IsIn(PlaygroundTenant.SalesLeads) && card.Action("Got it") is not null);

        await page.PressAsync("Edit…");
        await page.FillAsync("Offer", "Two free audits");
        await page.PressAsync("Preview");
        await page.PressAsync("Post changes");
        await workplace.CardAsync(card => card.Message == leads.Message && Says(card, "Two free audits"));
        await workplace.CardAsync(card => card.Message == general.Message && Says(card, "Two free audits"));

        await workplace.Rest.PressAsync(PlaygroundTenant.OmarHaddad, leads, "Got it");
        await workplace.Rest.PressAsync(PlaygroundTenant.TomaszWilk, leads, "Got it");
        await workplace.Rest.PressAsync(PlaygroundTenant.OmarHaddad, leads, "Send question", ("question", "Does it work with SAP?"));
        await workplace.CardAsync(card => card.Message == leads.Message && Says(card, "Got it: 2 of"));
        await Expect(page.CardSaying("Does it work with SAP?").Last).ToBeVisibleAsync();
        await page.FillAsync("Your answer", "Yes, both ways.");
        await page.PressAsync("Send answer");
        await workplace.CardAsync(card => card.Message == general.Message && Says(card, "Yes, both ways."));

        await page.OpenChannelAsync(PlaygroundTenant.SalesLeads);
        await Expect(page.CardSaying("Dock Delays 2026").Last).ToBeVisibleAsync();
        await page.PictureAsync("announcement-4-channel");

        await page.OpenPersonalChatAsync();
        await page.PressAsync("Withdraw…");
        await page.PressAsync("Withdraw");
        var withdrawn = await workplace.CardAsync(card => card.Message == leads.Message && Says(card, "Withdrawn by Alex Wilber"));
        withdrawn.Action("Got it").ShouldBeNull();
        await page.PictureAsync("announcement-5-withdrawn");
    }

    [Fact]
    public async Task A_campaign_is_announced_from_the_message_box_and_followed_in_the_chat()
    {
        await using var workplace = await Workplace.StartAsync();
        var page = await workplace.OpenPageAsync(chromium);

        await page.OpenDialogAsync("announce");
        await Expect(page.CardSaying("Page 1 of 4")).ToBeVisibleAsync();
        await page.PictureAsync("announcement-6-dialog");
        await FillAsync(page);
        await page.PressAsync("Preview");
        await Expect(page.CardSaying("Preview: no channel has it yet")).ToContainTextAsync("Sales leads");
        await page.PressAsync("Post");
        await workplace.CardAsync(card => card.IsIn(PlaygroundTenant.SalesLeads) && Says(card, "Free dock audit"));

        await page.CloseDialogAsync();
        await Expect(page.CardSaying("Posted to 1 channel")).ToContainTextAsync("Dock Delays 2026");
    }

    private static async Task WriteAsync(PlaygroundPage page)
    {
        await page.SayAsync("announce");
        await FillAsync(page);
    }

    private static async Task FillAsync(PlaygroundPage page)
    {
        var today = TimeProvider.System.GetUtcNow();
        await page.FillAsync("Name", "Dock Delays 2026");
        await page.FillDayAsync("First day", today.AddDays(3));
        await page.FillDayAsync("Last day", today.AddDays(17));
        await page.FillAsync("Offer", "Free dock audit");
        await page.PictureAsync("announcement-1-form");
        await page.PressAsync("Next");
        await page.FillAsync("What to say, one point a line", "Dock wait: 47 minutes; with us 12\nNo new hardware");
        await page.FillAsync("Content, one a line: title and https address", "One-page brief https://content.example.com/brief");
        await page.PressAsync("Next");
        await Expect(page.CardSaying("Page 3 of 4")).ToBeVisibleAsync();
    }

    // In the Playground there is one sales channel; the other channel of its team becomes the second.
    private static Task AddGeneralAsync(Workplace workplace) => workplace.Rest.DeliverAsync(
        workplace.Gate.Connector, PlaygroundTenant.AlexWilber, PlaygroundTenant.General, "setup.addChannel", new JsonObject { ["salesChannel"] = PlaygroundTenant.General.Id, ["salesFor"] = "" });

    private static bool Says(PostedCard card, string words) => card.Text().Contains(words, StringComparison.Ordinal);
}
