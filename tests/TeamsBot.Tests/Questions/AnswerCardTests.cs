using System.Globalization;
using System.Text.Json;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Features.Questions;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Questions;

public sealed class AnswerCardTests
{
    public static TheoryData<string> Names => [.. QuestionCardSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_holds_no_number_that_the_text_lacks(string name)
    {
        var card = QuestionCardSamples.All[name](Say.In(Language.English));
        var texts = string.Concat(TextsOf(CardJson.ToJsonElement(card))).Replace(",", "").Replace("\\", "");
        foreach (var point in card.Body.OfType<AdaptiveHorizontalBarChart>().SelectMany(chart => chart.Data).Concat(card.Body.OfType<AdaptiveLineChart>().SelectMany(chart => chart.Data).SelectMany(line => line.Values)))
        {
            texts.ShouldContain(point.Y.ToString("0.##", CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_button_carries_a_query_that_is_read_again(string name)
    {
        var card = Shown(QuestionCardSamples.All[name](Say.In(Language.English)));
        foreach (var button in card.Buttons.Select(title => card.Press(title)).Where(button => button.Verb.StartsWith("ask.", StringComparison.Ordinal)))
        {
            QueryReader.Read(JsonDocument.Parse(button.Data).RootElement.Text("q")!).Faults.ShouldBeEmpty(button.Data);
        }
    }

    [Theory]
    [InlineData("question-count", "By rep", "By week", "Compare", "Definition")]
    [InlineData("question-breakdown", "By rep", "By week", "As shares", "Definition")]
    [InlineData("question-trend", "By source", "Definition")]
    [InlineData("question-compared", "By source", "By week", "Definition")]
    [InlineData("question-share", "By source", "Show the figure", "Definition")]
    [InlineData("question-list", "By source", "By month", "Definition")]
    [InlineData("question-sla")]
    [InlineData("question-empty", "Without filter", "All time", "Definition")]
    [InlineData("question-funnel", "By source", "Rejections", "February 2018", "All time", "Definition")]
    [InlineData("question-clarify-metric", "Leads", "Won deals", "Revenue won")]
    [InlineData("question-not-understood", "Try an example", "Help")]
    [InlineData("question-denied", "Total", "Help")]
    [InlineData("question-definition", "Back")]
    public void What_may_be_asked_next_stands_on_the_card(string name, params string[] buttons) =>
        Shown(QuestionCardSamples.All[name](Say.In(Language.English))).Buttons.ShouldBe(buttons);

    [Fact]
    public void A_single_number_is_compared_with_the_period_before()
    {
        var card = Shown(QuestionCardSamples.All["question-money-with-recent"](Say.In(Language.English)));
        card.Says("€2,360.90").ShouldBeTrue();
        card.Says("Up 18.6% on January 2018 (€1,990)").ShouldBeTrue();
    }

    [Fact]
    public void A_period_that_is_not_over_is_compared_with_nothing()
    {
        var view = QuestionCardSamples.View(Say.In(Language.English), "count") with { Today = new(2018, 3, 10) };
        var recent = new Recent(new(Metrics.Leads) { GroupBy = ["month"] }, new([new("month", Unit.Text), new(Metrics.Leads, Unit.Count)], [["2018-02", 1028d], ["2018-03", 262d]]));
        Shown(AnswerCard.Render(view with { Recent = recent })).Says("Down").ShouldBeFalse();
        Shown(AnswerCard.Render(view with { Recent = recent, Today = new(2018, 4, 1) })).Says("Down 74.5% on February 2018 (1,028)").ShouldBeTrue();
    }

    [Fact]
    public void A_long_table_says_how_much_is_not_shown()
    {
        var card = Shown(QuestionCardSamples.All["question-breakdown-long"](Say.In(Language.English)));
        card.Says("and 14 more").ShouldBeTrue();
    }

    [Fact]
    public void The_funnel_shows_where_it_leaks_against_the_time_before()
    {
        var card = Shown(QuestionCardSamples.All["question-funnel-against-before"](Say.In(Language.English)));
        card.Says("31 won of 412 at Intent (MQL)").ShouldBeTrue();
        card.Says("Leak at Accepted (SAL):").ShouldBeTrue();
        card.Says("48% went on, was 57%. At that rate, about 30 more leads would have gone on.").ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void From_right_to_left_there_are_no_charts_for_their_numbers_would_stand_on_them(string name) =>
        QuestionCardSamples.All[name](Say.In(Language.Arabic)).Body.ShouldAllBe(element => !(element is AdaptiveHorizontalBarChart || element is AdaptiveLineChart));

    [Fact]
    public void A_comparison_says_against_what_it_went_up()
    {
        var card = Shown(QuestionCardSamples.All["question-compared"](Say.In(Language.English)));
        card.Says("1,174").ShouldBeTrue();
        card.Says("Up 14.2% on February 2018 (1,028)").ShouldBeTrue();
    }

    [Fact]
    public void An_example_that_a_refusal_names_is_the_one_that_its_button_asks()
    {
        var card = Shown(QuestionCardSamples.All["question-cause"](Say.In(Language.English)));
        card.Press("Try an example").Data.ShouldContain("Compare leads this month and last month");
    }

    [Fact]
    public void A_value_that_no_record_has_is_named()
    {
        var card = Shown(QuestionCardSamples.All["question-no-such-value"](Say.In(Language.English)));
        card.Says($"No record has “{Samples.Hostile}”").ShouldBeTrue();
    }

    private static ShownCard Shown(AdaptiveCard card) => new("", "", CardJson.ToJsonElement(card));

    private static IEnumerable<string> TextsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => member.Value.ValueKind == JsonValueKind.String && member.Name is "text" or "value" ? [member.Value.ToString(), " "] : TextsOf(member.Value)),
        _ => [],
    };
}
