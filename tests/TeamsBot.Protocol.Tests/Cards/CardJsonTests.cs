using System.Text;
using System.Text.Json;
using Shouldly;
using TeamsBot.Protocol.Cards;
using Xunit;

namespace TeamsBot.Protocol.Tests.Cards;

public sealed class CardJsonTests
{
    [Fact]
    public void The_least_card_says_type_schema_and_version() =>
        Wire.Of(new AdaptiveCard { Body = [] })
            .ShouldBe("""{"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","body":[]}""");

    [Fact]
    public void The_root_says_how_to_read_it_before_its_body() =>
        Wire.Of(new AdaptiveCard
        {
            Lang = "ar",
            Rtl = true,
            FallbackText = "عميل",
            Speak = "عميل محتمل",
            Refresh = new AdaptiveRefresh { Action = new AdaptiveExecuteAction { Verb = "handoff.view", Data = CardData.Of(("v", 3)) }, UserIds = ["29:1a"] },
            Body = [],
            Msteams = new AdaptiveTeamsProperties { Width = AdaptiveTeamsWidth.Full },
        }).ShouldBe("""
            {"type":"AdaptiveCard","$schema":"http://adaptivecards.io/schemas/adaptive-card.json","version":"1.5","lang":"ar","rtl":true,
            "fallbackText":"عميل","speak":"عميل محتمل",
            "refresh":{"action":{"type":"Action.Execute","verb":"handoff.view","data":{"v":3}},"userIds":["29:1a"]},
            "body":[],"msteams":{"width":"Full"}}
            """.OnOneLine());

    [Fact]
    public void A_sign_in_is_asked_for_with_an_https_button()
    {
        var card = new AdaptiveCard
        {
            Body = [],
            Authentication = new AdaptiveAuthentication
            {
                ConnectionName = "crm",
                Buttons = [new("Sign in", new Uri("https://example.org/signin"))],
                TokenExchangeResource = new("t1", "api://bot"),
            },
        };

        Wire.Of(card).ShouldContain("""
            "authentication":{"connectionName":"crm","buttons":[{"type":"signin","title":"Sign in","value":"https://example.org/signin"}],
            "tokenExchangeResource":{"id":"t1","uri":"api://bot"}}
            """.OnOneLine());
        Should.Throw<ArgumentException>(() => new AdaptiveAuthCardButton("Sign in", new Uri("http://example.org")));
    }

    [Fact]
    public void No_more_people_are_refreshed_than_teams_takes()
    {
        var action = new AdaptiveExecuteAction { Verb = "x" };

        Should.NotThrow(() => new AdaptiveRefresh { Action = action, UserIds = [.. Enumerable.Repeat("29:1", 60)] });
        Should.Throw<ArgumentOutOfRangeException>(() => new AdaptiveRefresh { Action = action, UserIds = [.. Enumerable.Repeat("29:1", 61)] });
    }

    [Fact]
    public void Bytes_element_and_writer_say_the_same()
    {
        var card = new AdaptiveCard { Lang = "zh-CN", Body = [new AdaptiveTextBlock(CardText.Plain("接受 <b> ✓"))] };
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            CardJson.Write(writer, card);
        }

        var bytes = CardJson.Serialize(card);

        JsonElement.DeepEquals(CardJson.ToJsonElement(card), JsonElement.Parse(bytes)).ShouldBeTrue();
        JsonElement.DeepEquals(JsonElement.Parse(stream.ToArray()), JsonElement.Parse(bytes)).ShouldBeTrue();
        Encoding.UTF8.GetString(bytes).ShouldContain("接受");
    }

    [Fact]
    public void A_mention_matches_its_text_and_never_holds_the_name_in_its_tag()
    {
        var mention = new AdaptiveMention("u1", "29:1a", "Ann</at><at>everyone</at>");
        var card = new AdaptiveCard { Body = [new AdaptiveTextBlock(CardText.Markdown($"Hi {mention.Text}, **look**"))] }.WithMentions(mention);

        Wire.Of(card).ShouldContain("\"text\":\"Hi <at>u1</at>, **look**\"");
        Wire.Of(card).ShouldEndWith("""
            "msteams":{"entities":[{"type":"mention","text":"<at>u1</at>","mentioned":{"id":"29:1a","name":"Ann</at><at>everyone</at>"}}]}}
            """.OnOneLine());
    }

    [Theory]
    [InlineData("Tomasz Wilk", "<at>Tomasz Wilk</at>")]
    [InlineData("سارة", "<at>سارة</at>")]
    [InlineData("</at> *O'Neil* <at>", "<at>at O Neil at</at>")]
    [InlineData("***", "<at>person</at>")]
    public void A_mention_takes_what_is_safe_of_a_name_as_its_key(string name, string text) =>
        new AdaptiveMention("29:1", name).Text.ToString().ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("u_1")]
    [InlineData("a</at>")]
    public void A_mention_key_is_letters_and_digits(string key) =>
        Should.Throw<ArgumentException>(() => new AdaptiveMention(key, "29:1", "Ann"));

    [Fact]
    public void Two_people_of_the_same_name_need_keys() =>
        Should.Throw<ArgumentException>(() => new AdaptiveCard { Body = [] }.WithMentions(new AdaptiveMention("29:1", "Ann"), new AdaptiveMention("29:2", "Ann")));
}
