using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using TeamsBot.Protocol.Cards;
using TeamsBot.Testing.Cards;
using Xunit;

namespace TeamsBot.Protocol.Tests.Cards;

/// <summary>The checker has to see each mistake, or the tests that rely on it say nothing.</summary>
public sealed class CardChecksTests
{
    private static readonly AdaptiveCard Good = new()
    {
        Lang = "en",
        Speak = "A card",
        FallbackText = "A card",
        Body = [new AdaptiveTextBlock(CardText.Plain("Hello"))],
    };

    [Fact]
    public void A_good_card_has_no_problems() => CardChecks.Problems(Good).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"version":"1.6"}""", "the version is not 1.5")]
    [InlineData("""{"lang":""}""", "the card has no lang")]
    [InlineData("""{"speak":null}""", "the card has no speak")]
    [InlineData("""{"body":[{"type":"Badge","fallback":"drop"}]}""", "Badge is of no known type")]
    [InlineData("""{"body":[{"type":"Chart.Pie"}]}""", "Chart.Pie has no fallback")]
    [InlineData("""{"body":[{"type":"TextBlock","text":"x"}]}""", "TextBlock does not wrap")]
    [InlineData("""{"body":[{"type":"Input.Text","id":"a"}]}""", "Input.Text a has no label")]
    [InlineData("""{"body":[{"type":"Input.Text","label":"a"}]}""", "Input.Text has no id")]
    [InlineData("""{"body":[{"type":"Input.Text","id":"a","label":"a","isRequired":true}]}""", "Input.Text a is required and has no errorMessage")]
    [InlineData("""{"body":[{"type":"Container","id":"a","items":[{"type":"Image","id":"a","url":"https://x"}]}]}""", "the id a comes 2 times")]
    [InlineData("""{"body":[{"type":"Image","url":"http://x"}]}""", "Image opens http://x")]
    [InlineData("""{"actions":[{"type":"Action.OpenUrl","url":"mailto:x"}]}""", "Action.OpenUrl opens mailto:x")]
    [InlineData("""{"body":[{"type":"TextBlock","wrap":true,"text":"[a](http://x)"}]}""", "TextBlock links to http://x")]
    [InlineData("""{"body":[{"type":"FactSet","facts":[{"title":"t","value":"<at>Ann</at>"}]}]}""", "<at>Ann</at> is in a text but mentions nobody")]
    [InlineData("""{"msteams":{"entities":[{"type":"mention","text":"<at>u1</at>"}]}}""", "<at>u1</at> is mentioned but in no text")]
    [InlineData("""{"actions":[{"type":"Action.Execute"},{"type":"Action.Execute","style":"positive"}]}""", "a positive action is not the first, or not the only one")]
    [InlineData("""{"actions":[{"type":"Action.ShowCard","card":{"type":"AdaptiveCard","actions":[{"type":"Action.ShowCard"}]}}]}""", "a form opens another form")]
    public void Each_mistake_is_seen(string mistake, string problem) => ProblemsWith(mistake).ShouldBe([problem]);

    [Fact]
    public void Sizes_and_counts_are_seen()
    {
        CardChecks.Problems(Good with { FallbackText = new string('x', 100) }).ShouldBe(["fallbackText has 100 characters or more"]);
        CardChecks.Problems(Good with { Speak = new string('x', 29_000) }).ShouldHaveSingleItem().ShouldEndWith("more than 28672");
        CardChecks.Problems(Good with { Actions = [.. Enumerable.Range(0, 7).Select(_ => new AdaptiveExecuteAction { Verb = "x" })] })
            .ShouldBe(["more than 6 primary actions"]);
        ProblemsWith($$"""{"refresh": {"userIds":[{{string.Join(',', Enumerable.Repeat("\"29:1\"", 61))}}] } }""").ShouldBe(["refresh names more than 60 people"]);
    }

    [Fact]
    public void All_problems_come_at_once() =>
        ProblemsWith("""{"lang":"","body":[{"type":"TextBlock"},{"type":"Chart.Pie"}]}""").Count.ShouldBe(3);

    [Fact]
    public void An_escaped_mention_or_link_is_none() =>
        CardChecks.Problems(Good with { Body = [new AdaptiveTextBlock(CardText.Plain("<at>all</at> [a](http://x)"))] }).ShouldBeEmpty();

    private static IReadOnlyList<string> ProblemsWith(string mistake)
    {
        var card = JsonNode.Parse(CardJson.Serialize(Good))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(mistake)!.AsObject().ToList())
        {
            card[name] = value?.DeepClone();
        }

        return CardChecks.Problems(JsonElement.Parse(card.ToJsonString()));
    }
}
