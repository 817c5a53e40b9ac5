using System.Text.Json;
using Shouldly;
using TeamsBot.Domain.Questions;
using Xunit;

namespace TeamsBot.Domain.Tests.Questions;

public sealed class AnswerJsonTests
{
    [Fact]
    public void An_answer_is_written_as_the_contract_shows_it()
    {
        var answer = new QuestionAnswer(QuestionOutcome.Answered, "262 leads.")
        {
            Restatement = "Leads",
            Query = new(Metrics.Leads),
            Figures = new([new("source", Unit.Text), new("leads", Unit.Count), new("share", Unit.Ratio)], [["paid search", 262d, 0.25], ["(none)", null, double.NaN]]),
        };

        AnswerJson.Line(answer, "q1").ShouldBe(
            """{"id":"q1","outcome":"answered","restatement":"Leads","query":{"metric":"leads","aggregate":null,"filters":[],"groupBy":[],"period":null,"compareTo":null,"order":null,"limit":null},"columns":[{"name":"source","unit":"text"},{"name":"leads","unit":"count"},{"name":"share","unit":"ratio"}],"rows":[["paid search",262,0.25],["(none)",null,null]],"text":"262 leads."}""");
    }

    [Theory]
    [InlineData(QuestionOutcome.Answered, "answered")]
    [InlineData(QuestionOutcome.Empty, "empty")]
    [InlineData(QuestionOutcome.Clarify, "clarify")]
    [InlineData(QuestionOutcome.OutOfScope, "outOfScope")]
    [InlineData(QuestionOutcome.Denied, "denied")]
    public void Outcomes_have_the_names_of_the_contract(QuestionOutcome outcome, string name) =>
        AnswerJson.Of(new(outcome, "x"))["outcome"]!.GetValue<string>().ShouldBe(name);

    [Fact]
    public void Choices_carry_their_whole_queries()
    {
        using var json = JsonDocument.Parse(AnswerJson.Line(new(QuestionOutcome.Clarify, "Which?") { Choices = [new("Leads", "Leads · all time", new(Metrics.Leads))] }, null));
        var choice = json.RootElement.GetProperty("choices")[0];
        QueryReader.Read(choice.GetProperty("query")).Query!.Metric.ShouldBe(Metrics.Leads);
        choice.GetProperty("title").GetString().ShouldBe("Leads");
        json.RootElement.TryGetProperty("id", out _).ShouldBeFalse();
    }

    [Fact]
    public void Every_unit_is_written_in_lower_case() =>
        AnswerJson.Of(new(QuestionOutcome.Answered, "") { Figures = new([.. Enum.GetValues<Unit>().Select(unit => new FigureColumn("x", unit))], []) })["columns"]!.AsArray()
            .Select(column => column!["unit"]!.GetValue<string>()).ShouldBe(["count", "currency", "ratio", "days", "minutes", "date", "text"]);
}
