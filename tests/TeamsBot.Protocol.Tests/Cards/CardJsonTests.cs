using System.Text;
using Shouldly;
using TeamsBot.Protocol.Cards;
using Xunit;

namespace TeamsBot.Protocol.Tests.Cards;

public sealed class CardJsonTests
{
    [Fact]
    public void The_least_card_says_type_schema_and_version()
    {
        var json = Encoding.UTF8.GetString(CardJson.Serialize(new AdaptiveCard { Body = [] }));

        json.ShouldBe("""{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","body":[]}""");
    }

    [Fact]
    public void A_text_block_wraps_and_writes_no_defaults() =>
        Json(new AdaptiveTextBlock(CardText.Plain("Hello"))).ShouldBe("""{"type":"TextBlock","text":"Hello","wrap":true}""");

    private static string Json(AdaptiveElement element) =>
        CardJson.ToJsonElement(new AdaptiveCard { Body = [element] }).GetProperty("body")[0].GetRawText();
}
