using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Privacy;
using TeamsBot.Features.Check;
using TeamsBot.Protocol.Activities;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Azurite;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Privacy;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Privacy;

/// <summary>A lead that went through everything, and is forgotten: afterwards there is no trace of her.</summary>
public sealed class ForgettingTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-forget-");

    private BatonApp App { get; set; } = null!;

    private Someone Ada => App.As(FakeTeam.Admin);

    private Someone Ben => App.As(FakeTeam.Rep);

    private Someone Mia => App.As(Cast.Mia);

    private Place AdasChat => App.ChatOf(FakeTeam.Admin);

    public Task InitializeAsync() => StartAsync(new() { Folder = folder.FullName });

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task No_trace_of_her_is_left_in_tables_files_and_cards()
    {
        await QuotedAsync(await LivesAsync());
        (await Zyphora.InTablesAsync(Tables)).Count.ShouldBeGreaterThan(20);

        await ForgetAsync();
        await LastLookAsync();

        (await Zyphora.InTablesAsync(Tables)).ShouldBeEmpty();
        Zyphora.In(Cards()).ShouldBeEmpty();
        await App.StopAsync();
        Zyphora.InFiles(folder.FullName).ShouldBeEmpty();
        (await CheckAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_holds_for_Azure_Tables()
    {
        await App.DisposeAsync();
        await using var azurite = await AzuriteServer.StartAsync();
        var own = folder.CreateSubdirectory("azure").FullName;
        await StartAsync(new() { Folder = own, AzureTables = azurite.ConnectionString });
        await LivesAsync();

        await ForgetAsync();
        await LastLookAsync();

        (await Zyphora.InTablesAsync(Tables)).ShouldBeEmpty();
        Zyphora.In(Cards()).ShouldBeEmpty();
        await App.StopAsync();
        Zyphora.InFiles(own).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_copy_of_her_card_says_that_she_was_forgotten_and_the_admins_card_how_much_there_was()
    {
        var own = await LivesAsync();

        var ask = await ForgetAsync();

        App.Channel().Cards.Count(card => card.Says("A lead that was forgotten")).ShouldBe(2);
        App.ChatOf(FakeTeam.Rep).Cards.Single(card => card.ActivityId == own.ActivityId).Says("There is nothing to do for it any more.").ShouldBeTrue();
        var done = AdasChat.Cards.Single(card => card.ActivityId == ask.ActivityId);
        done.Says("Lead Z-77").ShouldBeTrue();
        done.Says("confirmed by " + FakeTeam.Admin.Name).ShouldBeTrue();
        CardChecks.Problems(done.Json).ShouldBeEmpty();
        var deed = (await App.Services.GetRequiredService<PrivacyStore>().ReadAsync(default).ToListAsync()).ShouldHaveSingleItem();
        (deed.Action, deed.By.Name, deed.Held.Handoffs, deed.Held.Deals).ShouldBe((PrivacyAction.Erased, FakeTeam.Admin.Name, 2, 1));
        deed.Held.Cards.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Whoever_clicks_on_an_old_card_of_hers_is_told_the_truth()
    {
        var own = await LivesAsync();
        await ForgetAsync();

        (await Ben.Clicks(own, "Contacted")).Sentence.ShouldNotBeNull().ShouldStartWith("This lead was forgotten");
        (await Ben.Refreshes(own)).Card.ShouldNotBeNull().Says("A lead that was forgotten").ShouldBeTrue();
        await Mia.Says("hand off Z-77");
        (await App.ChatOf(Cast.Mia).NextText()).ShouldBe("Lead Z-77 was forgotten: its data are erased, so it cannot be handed off.");
        await Mia.Says("hand off Zyphora");
        (await App.ChatOf(Cast.Mia).NextText()).ShouldStartWith("There is no lead called");
        await Ben.Says("my leads");
        Zyphora.In(App.ChatOf(FakeTeam.Rep).Cards[^1].Json.GetRawText()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_elsewhere_is_not_told_that_there_was_a_lead()
    {
        var own = await LivesAsync();
        await ForgetAsync();
        var (verb, data) = own.Press("Contacted");

        (await App.As(FakeTeam.OtherRep).Sends(FakeTeam.OtherRep.PersonalChatId, verb, data)).Sentence.ShouldNotBeNull().ShouldNotContain("forgotten");
    }

    [Fact]
    public async Task No_timer_of_hers_says_anything_any_more()
    {
        await LivesAsync();
        await ForgetAsync();
        var before = App.Teams.Log.All.Count(happened => happened.IsNewMessage);

        await App.PassesAsync(TimeSpan.FromDays(3));

        App.Teams.Log.All.Count(happened => happened.IsNewMessage).ShouldBe(before);
    }

    [Fact]
    public async Task Forgotten_twice_is_the_same_answer()
    {
        await LivesAsync();
        await Ada.Says("forget Z-77");
        var ask = await AdasChat.NextCard();
        ask.Says("Forget Zyphora Quillensworth").ShouldBeTrue();
        CardChecks.Problems(ask.Json).ShouldBeEmpty();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Ada.Clicks(ask, "Forget for good")));
        await App.SettledAsync();

        var again = await Ada.Clicks(ask, "Forget for good");
        await Ada.Says("forget Z-77");
        var typed = await AdasChat.NextCard();

        again.Card.ShouldNotBeNull().Json.GetRawText().ShouldBe(typed.Json.GetRawText());
        typed.Says("Lead Z-77").ShouldBeTrue();
        (await App.Services.GetRequiredService<PrivacyStore>().ReadAsync(default).ToListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Only_admins_may_and_only_in_their_own_chat()
    {
        await LivesAsync();
        var before = await App.Records.RowsOf("Z-77");
        foreach (var person in (Person[])[FakeTeam.Manager, FakeTeam.Marketer, FakeTeam.Rep, Cast.Rita])
        {
            await App.As(person).Says("export lead Z-77");
            Zyphora.In(await App.ChatOf(person).NextText()).ShouldBeEmpty();
            await App.As(person).Says("forget Z-77");
            Zyphora.In(await App.ChatOf(person).NextText()).ShouldBeEmpty();
            (await App.As(person).Sends(person.PersonalChatId, "privacy.forget", """{"lead":"Z-77"}""")).Card.ShouldBeNull();
        }

        await Ada.SaysIn(FakeTeam.SalesChannelId, "forget Z-77");
        (await App.Channel().NextText()).ShouldStartWith("Write this in your own chat");
        (await Ada.Sends(FakeTeam.SalesChannelId, "privacy.forget", """{"lead":"Z-77"}""")).Sentence.ShouldNotBeNull().ShouldStartWith("Write this");
        await App.SettledAsync();
        (await App.Records.RowsOf("Z-77")).ShouldBe(before);
    }

    [Theory]
    [InlineData("zapomnij Z-77")]
    [InlineData("انس Z-77")]
    [InlineData("忘记 Z-77")]
    public async Task Every_language_has_its_word(string words)
    {
        await Ada.Says(words);
        (await AdasChat.NextCard()).Has("privacy.forget").ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_that_several_have_is_answered_with_their_ids()
    {
        await App.HasAsync(Cast.Nadia, Cast.OtherNadia);
        await Ada.Says("forget Nadia");
        var several = await AdasChat.NextText();
        several.ShouldStartWith("Several leads match “Nadia”. Write the id of the one that you mean: ");
        several.ShouldContain("L-1 (Nadia Brandt");
        several.ShouldContain("L-2 (Nadia Brandauer");
        await Ada.Says("forget");
        (await AdasChat.NextText()).ShouldStartWith("Which lead?");
    }

    [Fact]
    public async Task All_that_is_held_is_in_the_file()
    {
        await QuotedAsync(await LivesAsync());
        await Ada.Says("export lead Z-77");
        var sent = await App.Teams.Log.NextAsync(happened => happened.IsNewMessage && happened.Activity!.Attachments?[0].ContentType == ContentTypes.FileConsentCard);
        var place = App.Teams.Uploads.Open("baton-lead.json");
        await Ada.DeliverAsync(App.Teams.Activities().FileConsent(FakeTeam.Admin, sent.ActivityId!, place, """{"lead":"Z-77"}"""));
        await App.SettledAsync();

        var json = Encoding.UTF8.GetString(App.Teams.Uploads.File(place).ShouldNotBeNull());

        using var read = JsonDocument.Parse(json);
        read.RootElement.GetProperty("lead").GetProperty("email").GetString().ShouldBe(Zyphora.Lead.Email);
        string[] held =
        [
            Zyphora.Lead.Name!, Zyphora.Lead.Company!, Zyphora.Lead.Title!, Zyphora.Lead.Email!, Zyphora.Lead.Phone!, Zyphora.Lead.Speaks!, "42424", "asked thrice about xylophones",
            Zyphora.Lead.LastActivity!, Zyphora.Lead.FirstStep!, "in/zyphoraq", Zyphora.FirstStep, Zyphora.Note, Zyphora.Question, Zyphora.Answer, Zyphora.Quote, "D-77", "Zyphora in person",
        ];
        held.Where(value => !Regex.Unescape(json).Contains(value, StringComparison.Ordinal)).ShouldBeEmpty();
        (await App.Services.GetRequiredService<PrivacyStore>().ReadAsync(default).ToListAsync()).ShouldAllBe(deed => deed.Action == PrivacyAction.Exported && deed.By.Name == FakeTeam.Admin.Name);
    }

    private ITables Tables => App.Services.GetRequiredService<ITables>();

    private async Task StartAsync(BatonAppOptions options)
    {
        App = await BatonApp.StartAsync(options with { Clock = new ManualClock() });
        await App.SetUpAsync();
        await App.Services.GetRequiredService<LeadStore>().SaveAsync([Zyphora.Lead], Zyphora.Everything<Lead>("profile"), default);
        await new AttributeStore(Tables, App.Clock).SaveAsync(Zyphora.Declared, default);
        await new DealStore(Tables, App.Clock).SaveAsync([Zyphora.Deal], Zyphora.Everything<Deal>("contact"), default);
        App.Log.Forbid(Zyphora.Traces);
    }

    // Rejected once, handed off again, asked about and accepted; questions about her are asked. Her rep's own card.
    private async Task<ShownCard> LivesAsync()
    {
        var first = await HandOffAsync();
        await Ben.Clicks(first, "Reject lead", ("reason", "Other"), ("note", Zyphora.Note));
        await App.SettledAsync();
        var card = await HandOffAsync();
        await Ben.Clicks(card, "Send question", ("question", Zyphora.Question));
        await App.SettledAsync();
        var asked = App.ChatOf(Cast.Mia).Cards.Last(shown => shown.Has("Send answer"));
        await Mia.Clicks(asked, "Send answer", ("answer", Zyphora.Answer));
        await App.SettledAsync();
        await Ben.Clicks(card, "Accept");
        await App.SettledAsync();
        var own = App.ChatOf(FakeTeam.Rep).Cards.Last(shown => shown.Has("Contacted"));
        await App.As(FakeTeam.Manager).Says($"who owns the lead {Zyphora.Lead.Name}?");
        await App.ChatOf(FakeTeam.Manager).NextCard();
        return own;
    }

    // Her rep noted what she said.
    private async Task QuotedAsync(ShownCard own)
    {
        await Ben.Clicks(own, "Contacted");
        await App.SettledAsync();
        await Ben.Clicks(App.ChatOf(FakeTeam.Rep).Cards.Single(card => card.ActivityId == own.ActivityId), "Save", ("quote", Zyphora.Quote));
        await App.SettledAsync();
    }

    private async Task<ShownCard> HandOffAsync()
    {
        await Mia.Says($"hand off Z-77: {Zyphora.FirstStep}");
        var card = await App.Channel().NextCard();
        await App.SettledAsync();
        return card;
    }

    private async Task<ShownCard> ForgetAsync()
    {
        await Ada.Says("forget Z-77");
        var ask = await AdasChat.NextCard();
        (await Ada.Clicks(ask, "Forget for good")).Card.ShouldNotBeNull().Says("Lead Z-77 is being forgotten").ShouldBeTrue();
        await App.SettledAsync();
        await App.PassesAsync(TimeSpan.FromSeconds(2));
        return ask;
    }

    private async Task LastLookAsync()
    {
        await App.PassesAsync(TimeSpan.FromMinutes(16));
        await App.PassesAsync(TimeSpan.FromMinutes(2));
    }

    // Copies of her card, and the one that asked for the confirmation; what Baton answered to questions stands where it was said.
    private string Cards() => string.Join('\n', App.Channel().Cards.Concat(App.ChatOf(FakeTeam.Rep).Cards).Concat(App.ChatOf(Cast.Mia).Cards).Concat(AdasChat.Cards).Select(card => card.Json.GetRawText()));

    private async Task<int> CheckAsync()
    {
        var root = new RootCommand { CheckCommand.Create([], reach: null, _ => new SqliteTables(Path.Combine(folder.FullName, "tables.db"), App.Clock), App.Clock) };
        return await root.Parse(["check"]).InvokeAsync(new InvocationConfiguration { Output = new StringWriter(), Error = new StringWriter() });
    }
}
