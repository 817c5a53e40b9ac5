using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Domain.Campaigns;
using TeamsBot.EndToEnd.Tests.Chaos;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Features.Announcements;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using Xunit.Abstractions;

namespace TeamsBot.EndToEnd.Tests;

/// <summary>
/// One announcement to 60 channels while Teams keeps its limits and fails one call in ten, and the bot is killed half-way. No channel gets
/// the card twice, and where nobody can know whether it stands there the card is left to people: to a client that refreshes it, or to the
/// author who has it posted again.
/// </summary>
public sealed partial class AnnouncementChaosTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Seed = 20_270_118;

    private readonly Stopwatch elapsed = Stopwatch.StartNew();
    private readonly TemporaryFolder folder = new();
    private ITables tables = null!;
    private RationedTeams teams = null!;
    private Desk desk = null!;
    private BotProcess bot = null!;

    public async Task InitializeAsync()
    {
        tables = TableStorage.Open(storage: null, folder.Path, TimeProvider.System);
        await tables.CreateAsync(TableNames.All, CancellationToken.None);
        teams = await RationedTeams.StartAsync();
        desk = new Desk(teams.ServiceUrl);
        await SalesFloor.SetUpAsync(tables, teams.ServiceUrl);
        bot = await StartBotAsync();
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await teams.DisposeAsync();
        await ((IAsyncDisposable)tables).DisposeAsync();
        desk.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_of_60_channels_has_one_card_and_the_author_knows_at_all_times_whoever_is_killed_and_whatever_Teams_answers()
    {
        output.WriteLine($"Seed {Seed}.");
        var (form, id) = await WriteAsync();
        teams.BeginMishaps(new Misfortune(Seed));
        await desk.PressAsync(bot, SalesFloor.Author, form, AnnouncementVerbs.Post, (AnnouncementVerbs.Id, id));

        await teams.Reached.FirstAsync(count => count >= SalesFloor.Channels.Count / 2, Deadline.Step);
        await bot.KillAsync();
        Say("killed");
        await bot.DisposeAsync();
        bot = await StartBotAsync();
        Say("started again");

        await UntilIdleAsync(id);
        Say("idle");
        ShouldBeExact();
        while (await UncertainAsync(id) is { Count: > 0 } uncertain)
        {
            foreach (var channel in uncertain)
            {
                await HealAsync(form, id, channel);
            }

            await UntilIdleAsync(id);
            Say($"{uncertain.Count} were uncertain");
            ShouldBeExact();
        }

        SalesFloor.Channels.ShouldAllBe(channel => teams.In(channel).Count == 1);
        var looks = teams.Looks.Items;
        looks[^1].Posted.ShouldBe(SalesFloor.Channels.Count);
        looks.ShouldAllBe(look => look.Posted <= look.Standing);
        looks.ShouldAllBe(look => look.Posted + look.Refused + look.Uncertain + look.Waiting == SalesFloor.Channels.Count);
        looks.Select(look => look.Posted).ShouldBeInOrder(SortDirection.Ascending);
    }

    [Fact]
    public async Task A_bot_that_is_asked_to_end_half_way_leaves_no_card_uncertain_and_the_next_one_goes_on_at_once()
    {
        var (form, id) = await WriteAsync();
        await desk.PressAsync(bot, SalesFloor.Author, form, AnnouncementVerbs.Post, (AnnouncementVerbs.Id, id));

        await teams.Reached.FirstAsync(count => count >= SalesFloor.Channels.Count / 2, Deadline.Step);
        (await bot.StopAsync()).ShouldBe(0);
        Say("ended");
        (await UncertainAsync(id)).ShouldBeEmpty();
        (await LaterThanNowAsync(id)).ShouldBe(0);
        await bot.DisposeAsync();
        bot = await StartBotAsync();

        await UntilIdleAsync(id);
        Say("idle");
        SalesFloor.Channels.ShouldAllBe(channel => teams.In(channel).Count == 1);
        teams.Looks.Items[^1].Posted.ShouldBe(SalesFloor.Channels.Count);
    }

    // The author's draft, with the message of the form on which it is posted.
    private async Task<(Standing Form, string Id)> WriteAsync()
    {
        await desk.SayAsync(bot, SalesFloor.Author, "announce");
        var form = await teams.Posted.FirstAsync(message => message.Conversation == SalesFloor.Author.PersonalChatId, Deadline.Step);
        var id = IdOf().Match(form.Body).Groups["id"].Value;
        var today = LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await desk.PressAsync(
            bot,
            SalesFloor.Author,
            form,
            AnnouncementVerbs.Save,
            (AnnouncementVerbs.Id, id),
            (AnnouncementForm.Name, "Dock Delays"),
            (AnnouncementForm.StartsOn, Iso(today.PlusDays(7))),
            (AnnouncementForm.EndsOn, Iso(today.PlusDays(21))),
            (AnnouncementForm.Offer, "Free dock audit"),
            (AnnouncementForm.PostDate, ""),
            (AnnouncementForm.SalesChannels, string.Join(',', SalesFloor.Channels)));
        return (form, id);
    }

    // Where the card stands a member's client refreshes it; where it does not, the author is asked and has it posted again.
    private async Task HealAsync(Standing form, string id, string channel)
    {
        if (teams.In(channel) is [var card, ..])
        {
            await desk.PressAsync(bot, SalesFloor.Reader, card, AnnouncementVerbs.View, (AnnouncementVerbs.Id, id));
            return;
        }

        await desk.PressAsync(bot, SalesFloor.Author, form, AnnouncementVerbs.PostAgain, (AnnouncementVerbs.Id, id), (AnnouncementVerbs.Channel, channel));
    }

    private async Task<IReadOnlyList<string>> UncertainAsync(string id) =>
    [
        .. (await new AnnouncementPostStore(tables, TimeProvider.System).AllAsync(id, "card|", CancellationToken.None))
            .Where(post => post is { IsUncertain: true, IsPosted: false }).Select(post => Keys.Split(post.Slot)[1]),
    ];

    // With nothing left to do the author's card says what is, and nothing is on its way.
    private void ShouldBeExact()
    {
        var look = teams.Looks.Items[^1];
        look.Waiting.ShouldBe(0);
        (look.Posted + look.Uncertain + look.Refused).ShouldBe(SalesFloor.Channels.Count);
    }

    // Work for today that waits for a lease to run out, which nobody holds any more.
    private async Task<int> LaterThanNowAsync(string id)
    {
        var now = TimeProvider.System.Now;
        return await Work(id).CountAsync(due => due > now && due < now + Duration.FromDays(1));
    }

    private IAsyncEnumerable<Instant> Work(string id, CancellationToken cancel = default) => tables.QueryAsync(TableNames.Work, TableRange.Everything, take: null, cancel)
        .Where(row => Keys.Split(row.GetString("Key")!)[0] == id).Select(row => Instant.FromDateTimeOffset(row.GetDateTimeOffset("Due")!.Value));

    // Nothing is left to do for the announcement but what is planned for its dates.
    private async Task UntilIdleAsync(string id)
    {
        using var limit = new CancellationTokenSource(Deadline.Lease);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        var tomorrow = TimeProvider.System.Now + Duration.FromDays(1);
        while (await Work(id, limit.Token).AnyAsync(due => due < tomorrow, limit.Token))
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private Task<BotProcess> StartBotAsync() => BotProcess.StartAsync(new(folder.Path, Loopback.FreePort(), Storage: null, new Dictionary<string, string?>(Fleet.Settings) { ["Sample__Enabled"] = "false" }));

    private void Say(string what) => output.WriteLine(
        $"{elapsed.Elapsed.TotalSeconds:0.0} s: {what}; {teams.CountReached()} channels have the card, {teams.Looks.Items.Count} looks, the last {teams.Looks.Items.LastOrDefault()}; {teams.Tally}.");

    private static string Iso(LocalDate day) => day.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("\"announcement\":\"(?<id>[0-9a-f]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdOf();
}
