using System.Globalization;
using NodaTime;
using NodaTime.Text;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Hosting.Playground;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>What a rep notes after contact, and how it reaches the owner of the campaign, as people see it in the Playground.</summary>
[Collection(Chromium.Collection)]
public sealed class FeedbackJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task What_a_rep_notes_in_two_taps_is_on_its_owners_card_on_Monday_though_the_bot_was_killed()
    {
        await using var workplace = await Workplace.StartAsync();
        var page = await workplace.OpenPageAsync(chromium);
        await page.HandOffAndAcceptAsync("Grace Okafor");
        await Expect(page.CardSaying("Yours since")).ToBeVisibleAsync();
        await page.PressAsync("Contacted");
        await Expect(page.CardSaying("What did they object to?")).ToBeVisibleAsync();
        await page.PictureAsync("feedback-1-chips");

        await page.PressAsync("Price");
        await Expect(page.Button("✓ Price")).ToBeVisibleAsync();
        await page.PressAsync("Case study");
        await Expect(page.Button("✓ Case study")).ToBeVisibleAsync();
        await page.PressAsync("In their words…");
        await page.FillAsync("What did they say? One sentence, no phone or email", "Who pays for the integration?");
        await page.PressAsync("Save");
        await Expect(page.CardSaying("“Who pays for the integration?”")).ToBeVisibleAsync();
        await page.PictureAsync("feedback-2-noted");

        await workplace.Bot.KillAsync();
        await LetMondayComeAsync(workplace.Data);
        await workplace.StartBotAsync();

        var week = page.CardSaying(": feedback from sales");
        await Expect(week).ToContainTextAsync("1 of 1 accepted, 100%", new() { Timeout = (float)Deadline.Lease.TotalMilliseconds });
        await Expect(week).ToContainTextAsync("Heard: Price 1 (0)");
        await Expect(week).ToContainTextAsync("Helped: Case study 1 (0)");
        await Expect(week).ToContainTextAsync("“Who pays for the integration?” · Meridian Freight");
        await page.PictureAsync("feedback-3-week");

        await page.SayAsync("feedback Partner referrals");
        await Expect(page.CardSaying("Feedback from sales,")).ToContainTextAsync("Partner referrals");
        await page.PressAsync("Last 4 weeks");
        await Expect(page.CardSaying("Before: the four weeks before.")).ToContainTextAsync("Objections heard");
        await page.PictureAsync("feedback-4-campaign");
    }

    // A process has the clock of its machine: instead of it what was noted is moved into the week that was told on the last Monday.
    private static async Task LetMondayComeAsync(string data)
    {
        var (none, time) = (CancellationToken.None, TimeProvider.System);
        var tables = TableStorage.Open(storage: null, data, time);
        await using var _ = (IAsyncDisposable)tables;
        var (people, weeks, queue) = (new PeopleStore(tables), new FeedbackStore(tables), new WorkQueue(tables, time));
        var organisation = (await people.OrganisationAsync(PlaygroundTenant.TenantId, none)).Value;
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var monday = FeedbackSpan.MondayOf(now, organisation.TimeZone);
        if (FeedbackSpan.ToldAt(monday, organisation.TimeZone) > now)
        {
            monday = monday.PlusWeeks(-1);
        }

        await new CampaignStore(tables, time).SaveAsync(
            [new("Partner referrals") { Name = "Partner referrals", Owner = PlaygroundTenant.AlexWilber.Name }], new Coverage([nameof(Campaign.Name), nameof(Campaign.Owner)], []), none);
        await MoveAsync(tables, FeedbackSpan.ToldAt(monday.PlusDays(-3), organisation.TimeZone));
        await StayAwakeAsync(people, now);
        await weeks.SaveAsync(organisation.TenantId, await weeks.WeeksAsync(organisation.TenantId, none), new(monday), none);
        await queue.PlanAsync(FeedbackPlan.WorkKind, Keys.Join(organisation.TenantId, LocalDatePattern.Iso.Format(monday)), now, none);
    }

    private static async Task MoveAsync(ITables tables, Instant to)
    {
        var store = new HandoffStore(tables);
        var graces = (await store.LoadAsync(new(new("S-1001"), 1), CancellationToken.None))!;
        var (handoff, noted) = (graces.Handoff, graces.Handoff.Feedback!);
        var moved = handoff with
        {
            Version = handoff.Version + 1,
            RequestedAt = to,
            AcceptedAt = to,
            Feedback = noted with
            {
                Objections = [.. noted.Objections.Select(one => one with { At = to })],
                Content = [.. noted.Content.Select(one => one with { At = to })],
                Quote = noted.Quote! with { At = to },
            },
        };
        await store.SaveAsync(graces, new(moved, new(HandoffAction.Note, handoff.Owner!, to, handoff.State, handoff.State), []), "test", CancellationToken.None);
        await new ChangeNotes(tables, TimeProvider.System).ChangedAsync(NotedRecords.Leads, ["S-1001"], CancellationToken.None);
    }

    // Nobody is written to at night, and this may run in one: it is noon where Alex is.
    private static Task StayAwakeAsync(PeopleStore people, Instant now)
    {
        var west = now.InUtc().Hour - 12;
        var zone = DateTimeZoneProviders.Tzdb[west == 0 ? "Etc/GMT" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{west:+0;-0}")];
        return people.ChangeAsync(PlaygroundTenant.TenantId, new PersonId(PlaygroundTenant.AlexWilber.Id), known => known! with { TimeZone = zone }, CancellationToken.None);
    }
}
