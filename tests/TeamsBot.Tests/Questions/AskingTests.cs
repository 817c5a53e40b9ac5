using Shouldly;
using TeamsBot.Domain.Questions;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Questions;

/// <summary>Questions in Teams, through the front door.</summary>
public sealed class AskingTests : IAsyncLifetime
{
    private readonly StubSource stub = new();
    private readonly Testing.Time.ManualClock clock = new();

    private BatonApp App { get; set; } = null!;

    private Someone Ada => App.As(FakeTeam.Admin);

    public async Task InitializeAsync()
    {
        stub.Reads("how many leads?", QuestionSamples.Leads with { Filters = [] })
            .Reads("leads by source", QuestionSamples.BySource)
            .Reads("list leads", new Query(Metrics.Leads) { Form = QueryForm.List })
            .Reads("what is an mql?", new Query(Metrics.Leads) { Form = QueryForm.Definition, Field = "mql" })
            .Reads("best source?", _ => new Reading.Unclear(Gap.Metric, [QuestionSamples.BySource, new(Metrics.Revenue) { GroupBy = ["source"] }]))
            .Reads("and by rep?", last => last is null ? new Reading.OutOfScope(Refusal.NothingToFollow) : new Reading.Understood(last with { GroupBy = ["rep"] }));
        App = await BatonApp.StartAsync(new() { Questions = stub.Source, Clock = clock });
        await App.SetUpAsync();
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    [Fact]
    public async Task What_is_no_command_is_a_question()
    {
        var card = await Asks(FakeTeam.Admin, "how many leads?");

        CardChecks.Problems(card.Json).ShouldBeEmpty();
        card.Says("Leads · March 2018").ShouldBeTrue();
        card.Says("Read as: Leads · created March 2018.").ShouldBeTrue();
        card.Buttons.ShouldContain("By source");
    }

    [Fact]
    public async Task The_next_question_changes_a_part_of_the_last_one()
    {
        await Asks(FakeTeam.Admin, "how many leads?");

        var card = await Asks(FakeTeam.Admin, "and by rep?");

        card.Says("Read as: Leads · created March 2018 · by rep.").ShouldBeTrue();
    }

    [Fact]
    public async Task The_last_question_is_ones_own_and_of_one_conversation()
    {
        await Asks(FakeTeam.Admin, "how many leads?");

        (await Asks(Cast.Mia, "and by rep?")).Says("There is no last question").ShouldBeTrue();
        await Ada.SaysIn(FakeTeam.SalesChannelId, "and by rep?");
        (await App.Channel().NextCard()).Says("There is no last question").ShouldBeTrue();
    }

    [Fact]
    public async Task After_some_hours_the_last_question_is_forgotten()
    {
        await Asks(FakeTeam.Admin, "how many leads?");
        App.MuchLater(TimeSpan.FromHours(5));

        (await Asks(FakeTeam.Admin, "and by rep?")).Says("There is no last question").ShouldBeTrue();
    }

    [Fact]
    public async Task A_button_asks_the_next_question_in_place_and_a_typed_one_follows_it()
    {
        var card = await Asks(FakeTeam.Admin, "how many leads?");

        var bySource = (await Ada.Clicks(card, "By source")).Card!;

        bySource.Says("Read as: Leads · created March 2018 · by source.").ShouldBeTrue();
        (await Asks(FakeTeam.Admin, "and by rep?")).Says("Read as: Leads · created March 2018 · by rep.").ShouldBeTrue();
    }

    [Fact]
    public async Task A_question_with_two_meanings_is_asked_back_and_a_button_chooses()
    {
        var card = await Asks(FakeTeam.Admin, "best source?");
        card.Says("Which figure do you mean?").ShouldBeTrue();
        card.Buttons.ShouldBe(["Leads", "Revenue won"]);

        (await Ada.Clicks(card, "Revenue won")).Card!.Says("Revenue won · all time").ShouldBeTrue();
    }

    [Fact]
    public async Task A_metric_is_explained_from_its_answer_and_back()
    {
        var card = await Asks(FakeTeam.Admin, "how many leads?");

        var definition = (await Ada.Clicks(card, "Definition")).Card!;

        definition.Says("The number of leads").ShouldBeTrue();
        var (verb, data) = definition.Press("Back");
        (await Ada.Sends(FakeTeam.Admin.PersonalChatId, verb, data)).Card!.Says("Leads · March 2018").ShouldBeTrue();
    }

    [Fact]
    public async Task A_reader_sees_totals_and_is_told_why_no_more()
    {
        (await Asks(Cast.Rita, "how many leads?")).Says("Leads · March 2018").ShouldBeTrue();
        (await Asks(Cast.Rita, "leads by source")).Says("Without a role you see totals").ShouldBeTrue();
        (await Asks(Cast.Rita, "list leads")).Says("hold personal details").ShouldBeTrue();
        (await Asks(Cast.Rita, "what is an mql?")).Says("Marketing qualified lead").ShouldBeTrue();
        stub.Computed.ShouldAllBe(query => query.Form == QueryForm.Figure && query.GroupBy.All(Dimensions.IsOfTime));
    }

    [Fact]
    public async Task A_button_gives_its_presser_no_more_than_their_own_rights()
    {
        var card = await Asks(FakeTeam.Admin, "how many leads?");

        var (verb, data) = card.Press("By source");
        (await App.As(Cast.Rita).Sends(Cast.Rita.PersonalChatId, verb, data)).Card!.Says("Without a role you see totals").ShouldBeTrue();
    }

    [Fact]
    public async Task A_rep_sees_their_own_figures()
    {
        await Asks(FakeTeam.Rep, "how many leads?");

        stub.Computed.ShouldAllBe(query => query.Filters.Any(filter => filter.Dimension == "rep" && filter.Values.SequenceEqual(new[] { "Ben Ortiz" })));
    }

    [Theory]
    [InlineData("ask.followup", """{"q":"{\"metric\":\"visits\"}"}""")]
    [InlineData("ask.followup", """{"q":"nonsense"}""")]
    [InlineData("ask.choose", "{}")]
    [InlineData("ask.define", """{"q":7}""")]
    public async Task A_query_that_was_tampered_with_is_refused(string verb, string data)
    {
        var answer = await Ada.Sends(FakeTeam.Admin.PersonalChatId, verb, data);
        answer.Card.ShouldBeNull();
        answer.Sentence.ShouldBe("Baton does not know this card here. If it is an old one, ask for a new one.");
    }

    [Fact]
    public async Task The_funnel_is_shown_with_that_of_the_time_before()
    {
        stub.Figures = query => query.Period == QuestionSamples.February ? QuestionSamples.FunnelOf(380, 353, 304, 173, 100, 33) : QuestionSamples.FunnelOf(412, 388, 341, 164, 96, 31);

        var card = await Asks(FakeTeam.Admin, "funnel status last month");

        CardChecks.Problems(card.Json).ShouldBeEmpty();
        card.Says("Funnel · February 2026").ShouldBeTrue();
        card.Says("31 won of 412 at Intent (MQL)").ShouldBeTrue();
        stub.Computed.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("stan lejka")]
    [InlineData("漏斗状态 上月")]
    [InlineData("حالة المسار الشهر الماضي")]
    public async Task The_funnel_is_asked_for_in_every_language(string words)
    {
        stub.Figures = _ => QuestionSamples.FunnelOf(412, 388, 341, 164, 96, 31);
        await Asks(FakeTeam.Admin, words);
        stub.Computed[0].Metric.ShouldBe(Metrics.Funnel);
    }

    private async Task<ShownCard> Asks(Testing.Teams.Person person, string words)
    {
        await App.As(person).Says(words);
        return await App.ChatOf(person).NextCard();
    }
}
