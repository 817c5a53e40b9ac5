using System.Text;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Questions;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Questions;

/// <summary>What does not fit on the card of an answer, as a file; and answers whose figures are not of this moment.</summary>
public sealed class AnswerFileTests : IAsyncLifetime
{
    private readonly StubSource stub = new();
    private readonly ManualClock clock = new();
    private Instant? upTo = Instant.MaxValue;

    private BatonApp App { get; set; } = null!;

    private Someone Ada => App.As(FakeTeam.Admin);

    private Place AdasChat => App.ChatOf(FakeTeam.Admin);

    public async Task InitializeAsync()
    {
        stub.Figures = query => query.GroupBy.Count == 0 ? new([new(query.Metric, Unit.Count)], [[14d]]) { Records = 14 } : Months(14);
        stub.Reads("sales cycle by month and source", new Query(Metrics.SalesCycle) { GroupBy = ["month", "source"] })
            .Reads("how many leads?", new Query(Metrics.Leads));
        App = await BatonApp.StartAsync(new() { Questions = stub.Source with { Refresh = _ => Task.FromResult(upTo) }, Clock = clock });
        await App.SetUpAsync();
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    [Fact]
    public async Task All_rows_are_given_as_a_file_that_a_spreadsheet_counts_with()
    {
        var card = await Asks("sales cycle by month and source");

        var said = (await Ada.Clicks(card, "All rows…")).Sentence;
        var lines = (await Accepted(await NextOffer())).Split("\r\n");

        said.ShouldNotBeNull().ShouldStartWith("Baton offers you a file: Sales cycle");
        lines[0].ShouldBe("\ufeffMonth,Source,Sales cycle (days)");
        lines[1].ShouldBe("2018-01,\"'=paid, \"\"search\"\"\",1.5");
        lines.Length.ShouldBe(16);
    }

    [Fact]
    public async Task A_table_that_is_whole_on_its_card_needs_no_file()
    {
        stub.Figures = _ => Months(12);

        (await Asks("sales cycle by month and source")).Buttons.ShouldNotContain("All rows…");
    }

    [Fact]
    public async Task The_file_holds_no_more_than_its_reader_may_see_when_it_is_made()
    {
        var (verb, data) = (await Asks("sales cycle by month and source")).Press("All rows…");

        (await App.As(Cast.Rita).Sends(Cast.Rita.PersonalChatId, verb, data)).Sentence.ShouldNotBeNull().ShouldStartWith("Without a role you see totals");
    }

    [Fact]
    public async Task Figures_that_are_behind_say_so()
    {
        (await Asks("how many leads?")).Says("later changes").ShouldBeFalse();

        upTo = Instant.FromDateTimeOffset(clock.GetUtcNow()) - Duration.FromMinutes(3);

        (await Asks("how many leads?")).Says("later changes are still being counted").ShouldBeTrue();
    }

    [Fact]
    public async Task Before_there_are_figures_there_is_no_answer_from_none()
    {
        upTo = null;

        await Ada.Says("how many leads?");

        (await AdasChat.NextText()).ShouldStartWith("The figures are being put together");
        stub.Computed.ShouldBeEmpty();
    }

    private static Figures Months(int count) => new(
        [new("month", Unit.Text), new("source", Unit.Text), new(Metrics.SalesCycle, Unit.Days)],
        [.. Enumerable.Range(0, count).Select(at => (IReadOnlyList<object?>)[$"201{8 + (at / 12)}-{(at % 12) + 1:00}", "=paid, \"search\"", at + 1.5])]) { Records = count };

    private async Task<ShownCard> Asks(string question)
    {
        await Ada.Says(question);
        return await AdasChat.NextCard();
    }

    private async Task<Activity> NextOffer()
    {
        var sent = await App.Teams.Log.NextAsync(happened => happened.IsNewMessage && happened.Activity!.Attachments?[0].ContentType == ContentTypes.FileConsentCard);
        return sent.Activity! with { Id = sent.ActivityId };
    }

    // As Teams does: what stood in the offer comes back with the answer.
    private async Task<string> Accepted(Activity offer)
    {
        var place = App.Teams.Uploads.Open(offer.Attachments![0].Name!);
        var context = offer.Attachments[0].Content!.ToElement().Child("acceptContext")!.Value.GetRawText();
        using var response = await App.PostAsync(App.Teams.Activities().FileConsent(FakeTeam.Admin, offer.Id!, place, context));
        ((int)response.StatusCode).ShouldBe(200);
        await App.SettledAsync();
        return Encoding.UTF8.GetString(App.Teams.Uploads.File(place).ShouldNotBeNull());
    }
}
