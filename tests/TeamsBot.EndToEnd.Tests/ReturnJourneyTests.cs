using NodaTime;
using NodaTime.Text;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Hosting.Playground;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using static Microsoft.Playwright.Assertions;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>A lead that sales does not take now, and that comes back by itself, as people see it in the Playground.</summary>
[Collection(Chromium.Collection)]
public sealed class ReturnJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task A_lead_rejected_for_bad_timing_comes_back_with_its_history_though_the_bot_was_killed()
    {
        await using var workplace = await Workplace.StartAsync();
        var page = await workplace.OpenPageAsync(chromium);
        await page.SayAsync("hand off Grace Okafor");
        await page.OpenChannelAsync(PlaygroundTenant.SalesLeads);

        await page.PressAsync("Reject…");
        await page.FillAsync("Why not?", "Bad timing: back in 90 days");
        await page.FillDayAsync("If it is to come back: another day", TimeProvider.System.GetLocalNow().AddDays(1));
        await page.FillAsync("Note to marketing (needed for “something else”)", "Budget in Q3.");
        await page.PictureAsync("return-1-form");
        await page.PressAsync("Reject lead");
        await Expect(page.CardSaying("Rejected, bad timing")).ToContainTextAsync("Back on");
        await page.PictureAsync("return-2-rejected");

        await workplace.Bot.KillAsync();
        await LetTheDayComeAsync(workplace.Data);
        await workplace.StartBotAsync();

        var back = page.CardSaying("Returned:");
        await Expect(back).ToContainTextAsync("bad timing, “Budget in Q3.”", new() { Timeout = (float)Deadline.Lease.TotalMilliseconds });
        await Expect(page.Button("Accept")).ToBeVisibleAsync();
        await page.PictureAsync("return-3-back");

        await page.OpenPersonalChatAsync();
        await Expect(page.CardSaying("Returned:")).ToContainTextAsync("rejected by Alex Wilber");
        await page.PictureAsync("return-4-marketer");
    }

    // A process has the clock of its machine: instead of it the stored day is moved, to where a working day lies in between.
    private static async Task LetTheDayComeAsync(string data)
    {
        var tables = TableStorage.Open(storage: null, data, TimeProvider.System);
        await using var _ = (IAsyncDisposable)tables;
        var timer = await tables.QueryAsync(TableNames.Work, TableRange.Everything, take: null, CancellationToken.None).FirstAsync(row => row.GetString("Kind") == HandoffChanges.ReturnKind);
        HandoffId.TryParse(timer.GetString("Key"), out var id).ShouldBeTrue();
        var row = (await tables.GetAsync(TableNames.Leads, Keys.Join(id.Lead.Value), Keys.Join("handoff", Keys.Number(id.Number)), CancellationToken.None))!;
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        row["RejectUntil"] = LocalDatePattern.Iso.Format(now.InUtc().Date.PlusDays(-7));
        await tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.UpdateReplace, row, row.ETag)], CancellationToken.None);
        await new WorkQueue(tables, TimeProvider.System).PlanAsync(HandoffChanges.ReturnKind, id.ToString(), now, CancellationToken.None);
    }
}
