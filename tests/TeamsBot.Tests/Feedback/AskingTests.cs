using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Shouldly;
using TeamsBot.Domain;
using TeamsBot.Domain.Feedback;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Feedback;

/// <summary>What sales said of a campaign, on demand. It is Monday, 2 March 2026, 10:00 in Warsaw.</summary>
public sealed class AskingTests : AppTest
{
    private static readonly Instant Friday = Instant.FromUtc(2026, 2, 27, 12, 0);
    private static readonly Instant Earlier = Instant.FromUtc(2026, 2, 10, 12, 0);

    private Said Said { get; set; } = null!;

    private Place MiasChat => App.ChatOf(Cast.Mia);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Said = new(App);
        await Said.AnnouncedAsync("Dock Delays 2026", FakeTeam.Marketer);
        await Said.AnnouncedAsync("Dock Days", FakeTeam.Marketer, "c-2");
        await Said.HeardAsync("Dock Delays 2026", Friday, Objection.Price, times: 2, quote: "Too dear.");
        await Said.HeardAsync("c-1", Friday, Objection.None);
        await Said.HeardAsync("Dock Delays 2026", Earlier, Objection.Price, times: 2);
        await Said.RejectedAsync("dock delays 2026", Friday, RejectionReason.Budget);
    }

    [Theory]
    [InlineData("feedback Dock Delays 2026")]
    [InlineData("feedback on \"dock delays\"")]
    [InlineData("opinie o Dock Delays 2026")]
    [InlineData("آراء المبيعات Dock Delays 2026")]
    [InlineData("反馈 Dock Delays 2026")]
    public async Task A_campaign_that_is_named_is_shown(string words)
    {
        await Mia.Says(words);

        var card = await MiasChat.NextCard();
        CardChecks.Problems(card.Json).ShouldBeEmpty();
        card.Says("Feedback from sales, 24 Feb to 2 Mar").ShouldBeTrue();
        Row(card, "Handed over").ShouldBe(["Handed over", "4", "0.5"]);
        Row(card, "Accepted").ShouldBe(["Accepted", "3", "0.5"]);
        Row(card, "Acceptance").ShouldBe(["Acceptance", "75%", "100%"]);
        Row(card, "No budget").ShouldBe(["No budget", "1", "0"]);
        Row(card, "Price").ShouldBe(["Price", "2", "0.5"]);
        Row(card, "None heard").ShouldBe(["None heard", "1", "0"]);
        card.Says("“Too dear.” · Quist").ShouldBeTrue();

        var wider = (await Mia.Clicks(card, "Last 4 weeks")).Card!;
        wider.Says("3 Feb to 2 Mar").ShouldBeTrue();
        Row(wider, "Price").ShouldBe(["Price", "4", "0"]);
        (await Mia.Clicks(card, "All campaigns")).Card!.Says("Dock Delays 2026").ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_that_several_go_by_is_asked_back_and_an_unknown_one_says_what_to_do()
    {
        await Mia.Says("feedback dock");
        var which = await MiasChat.NextCard();
        which.Says("Several campaigns go by “dock”. Which one?").ShouldBeTrue();
        which.Says("Dock Days").ShouldBeTrue();
        (await Mia.Clicks(which, "Show")).Card!.Says("Dock Delays 2026").ShouldBeTrue("The one of which most was said comes first.");

        await Mia.Says("feedback Harbour");
        (await MiasChat.NextText()).ShouldBe("There is no campaign called “Harbour”. Say “feedback” for those of which sales said something.");
    }

    [Fact]
    public async Task Without_a_name_all_are_listed_of_which_something_was_said()
    {
        await Mia.Says("feedback");

        var list = await MiasChat.NextCard();
        list.Says("Dock Delays 2026").ShouldBeTrue();
        list.Says("5 of 6 accepted · 4 objections").ShouldBeTrue();
        list.Says("Dock Days").ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_for_those_who_run_campaigns_and_for_a_campaigns_owner()
    {
        foreach (var person in new[] { FakeTeam.Rep, Cast.Rita })
        {
            await App.As(person).Says("feedback Dock Delays 2026");
            (await App.ChatOf(person).NextText()).ShouldStartWith("What sales said of campaigns is for marketers");
        }

        (await Ben.Sends(FakeTeam.Rep.PersonalChatId, "feedback.show", """{"campaign":"c-1","days":"2026-02-24..2026-03-03"}""")).Card.ShouldBeNull();
        (await Ben.Sends(FakeTeam.Rep.PersonalChatId, "feedback.list", "{}")).Card.ShouldBeNull();
        (await Ben.Sends(FakeTeam.SalesChannelId, "feedback.back", """{"week":"2026-03-02"}""")).Card.ShouldBeNull();
        await App.Records.Assign(FakeTeam.Marketer, Roles.Reader);
        await App.As(FakeTeam.Marketer).Says("feedback Dock Delays 2026");
        (await App.ChatOf(FakeTeam.Marketer).NextCard()).Says("Dock Delays 2026").ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"campaign":"c-1","days":"2026-02-24..2026-02-26"}""")]
    [InlineData("""{"campaign":"c-1","days":"..2026-02-26"}""")]
    [InlineData("""{"campaign":"c-9","days":"2026-02-24..2026-03-03"}""")]
    [InlineData("{}")]
    public async Task Buttons_that_are_made_up_do_nothing(string data) =>
        (await Mia.Sends(Cast.Mia.PersonalChatId, "feedback.show", data)).Card.ShouldBeNull();

    [Fact]
    public async Task What_a_lead_said_is_gone_with_it()
    {
        var request = new Domain.Privacy.ErasureRequest(new("said-1"), Domain.Privacy.ErasureCause.Asked, PersonRef.Baton, App.Clock.Now);
        var store = App.Services.GetRequiredService<ErasureStore>();
        await store.EraseAsync(request, CancellationToken.None);
        await store.EraseAsync(request with { Lead = new("said-2") }, CancellationToken.None);

        await Mia.Says("feedback Dock Delays 2026");
        var card = await MiasChat.NextCard();

        card.Says("Too dear").ShouldBeFalse();
        Row(card, "Price").ShouldBe(["Price", "2", "0.5"]);
    }

    private static string[] Row(ShownCard card, string what) =>
    [
        .. card.Json.Items("body").Where(element => element.Text("type") == "Table").SelectMany(table => table.Items("rows"))
            .Select(row => row.Items("cells").Select(cell => cell.Items("items").First().Text("text")!.Replace("\\", "")).ToArray())
            .First(cells => cells[0] == what),
    ];
}
