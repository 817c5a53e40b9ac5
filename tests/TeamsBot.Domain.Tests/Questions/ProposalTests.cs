using NodaTime;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using Xunit;

namespace TeamsBot.Domain.Tests.Questions;

/// <summary>What a proposer sees, and what of its proposals is taken.</summary>
public sealed class ProposalTests
{
    private static readonly Vocabulary Known = new(
    [
        new("source", [Subject.Leads, Subject.Deals], ["paid search", "organic search", "email"], new Dictionary<Language, string>()),
        new("account", [Subject.Leads, Subject.Deals], ["Searchlight GmbH"], new Dictionary<Language, string>()),
        new("rep", [Subject.Deals], [.. Enumerable.Range(0, 300).Select(n => $"Search Person {n}")], new Dictionary<Language, string>()),
        new("lead_type", [Subject.Leads], ["online small", "offline"], new Dictionary<Language, string> { [Language.English] = "lead type", [Language.Polish] = "typ leada" }),
    ]);

    private static readonly LocalDate Today = new(2018, 6, 1);

    [Fact]
    public void A_query_is_taken_with_its_values_as_they_are_stored()
    {
        var query = Proposal.Read("""{"metric":"leads","filters":[{"dimension":"source","values":["Paid Search","(none)"]}],"groupBy":["month","lead_type"]}""", Known)!;

        query.Filters.ShouldHaveSingleItem().Values.ShouldBe(["paid search", "(none)"]);
        query.GroupBy.ShouldBe(["month", "lead_type"]);
    }

    [Fact]
    public void The_other_side_of_a_comparison_is_taken_as_it_is_stored() =>
        Proposal.Read("""{"metric":"leads","filters":[{"dimension":"source","values":["email"]}],"compareTo":{"value":{"dimension":"source","values":["ORGANIC search"]}}}""", Known)!
            .CompareTo!.Value!.Values.ShouldBe(["organic search"]);

    [Theory]
    [InlineData("")]
    [InlineData("There were 262 leads.")]
    [InlineData("""{"metric":"leads"} or maybe {"metric":"deals"}""")]
    [InlineData("""{"outOfScope":true}""")]
    [InlineData("""{"metric":"leads","outOfScope":true}""")]
    [InlineData("""{"metric":"leads","answer":262}""")]
    [InlineData("""{"metric":"visits"}""")]
    [InlineData("""{"metric":"leads","groupBy":["password"]}""")]
    [InlineData("""{"metric":"spend","groupBy":["rep"]}""")]
    [InlineData("""{"metric":"win_rate","aggregate":"share"}""")]
    [InlineData("""{"metric":"leads","filters":[{"dimension":"source","values":["podcast"]}]}""")]
    [InlineData("""{"metric":"leads","filters":[{"dimension":"source","values":["email","podcast"]}]}""")]
    [InlineData("""{"metric":"leads","filters":[{"dimension":"country","values":["Poland"]}]}""")]
    [InlineData("""{"metric":"leads","compareTo":{"value":{"dimension":"source","values":["podcast"]}}}""")]
    [InlineData("""{"metric":"leads","period":{"from":"2018-02-30","to":null}}""")]
    [InlineData("""{"metric":"leads","form":"record","filters":[{"dimension":"source","values":["email"]}],"field":"phone"}""")]
    [InlineData("""{"metric":"leads","form":"list","groupBy":["source"]}""")]
    [InlineData("""{"metric":"leads","form":"list","compareTo":{"period":{"from":"2018-01-01","to":null}}}""")]
    [InlineData("""{"metric":"leads","form":"definition"}""")]
    [InlineData("""{"metric":"handoffs","form":"sla"}""")]
    public void What_is_no_query_with_an_answer_is_dropped(string json) => Proposal.Read(json, Known).ShouldBeNull();

    [Fact]
    public void A_long_text_is_not_even_read() => Proposal.Read("""{"metric":"leads"}""" + new string(' ', 5_000), Known).ShouldBeNull();

    [Fact]
    public void Values_are_shown_that_resemble_words_of_the_sentence()
    {
        var shown = Request("the tally of serach folks, onlin ones").Dimensions;

        shown.Single(dimension => dimension.Id == "source").Values.ShouldBe(["paid search", "organic search"]);
        shown.Single(dimension => dimension.Id == "lead_type").ShouldSatisfyAllConditions(
            dimension => dimension.Label.ShouldBe("lead type"),
            dimension => dimension.Values.ShouldBe(["online small"]));
    }

    [Fact]
    public void Neither_customers_nor_the_values_of_large_dimensions_are_shown() =>
        Request("search people at Searchlight").Dimensions.Where(dimension => dimension.Id is "account" or "rep").SelectMany(dimension => dimension.Values).ShouldBeEmpty();

    [Fact]
    public void Only_so_many_values_are_shown()
    {
        var many = new Vocabulary([.. Enumerable.Range(0, 10).Select(n => new VocabularyDimension($"tag{n}", [Subject.Leads], [.. Enumerable.Range(0, 100).Select(v => $"search {v}")], new Dictionary<Language, string>()))]);

        ProposalRequest.Of("search", Language.English, Today, many)!.Dimensions.Sum(dimension => dimension.Values.Count).ShouldBe(ProposalRequest.MostValues);
    }

    [Fact]
    public void Chinese_values_are_found_by_two_characters_that_stand_together()
    {
        var chinese = new Vocabulary([new("source", [Subject.Leads], ["付费搜索", "邮件"], new Dictionary<Language, string>())]);

        ProposalRequest.Of("搜索来的那些", Language.Chinese, Today, chinese)!.Dimensions.SelectMany(dimension => dimension.Values).ShouldBe(["付费搜索"]);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(null)]
    public void What_is_no_question_is_not_shown(string? sentence) =>
        ProposalRequest.Of(sentence ?? new string('a', 601), Language.English, Today, Known).ShouldBeNull();

    private static ProposalRequest Request(string sentence) => ProposalRequest.Of(sentence, Language.English, Today, Known)!;
}
