using System.Text;
using System.Text.Json;
using Shouldly;
using TeamsBot.Protocol.Activities;
using Xunit;

namespace TeamsBot.Protocol.Tests.Activities;

public sealed class ActivityJsonTests
{
    [Fact]
    public void Unknown_fields_survive_a_round_trip_at_every_level()
    {
        const string Json = """
            {"type":"message","surprise":{"a":[1,2.50]},"from":{"id":"29:x","mood":"good"},
             "conversation":{"id":"a:1","isNew":true},"channelData":{"tenant":{"id":"t","region":"eu"},"feedbackLoop":{"type":"default"}},
             "attachments":[{"contentType":"text/html","content":"<p>hi</p>","extra":1}],
             "entities":[{"type":"https://schema.org/Message","@context":"https://schema.org","citation":[{"position":1}]}]}
            """;

        var written = JsonSerializer.Serialize(Read(Json), ActivityJson.Wire.Activity);

        JsonElement.DeepEquals(Parse(written), Parse(Json)).ShouldBeTrue(written);
    }

    [Fact]
    public void A_property_without_a_value_is_left_out()
    {
        var json = JsonSerializer.Serialize(MessageFactory.AdaptiveCard(new RawJson("{}"u8.ToArray())), ActivityJson.Wire.Activity);

        json.ShouldBe("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{}}]}""");
    }

    [Fact]
    public void Letters_of_all_scripts_are_written_as_they_are() =>
        JsonSerializer.Serialize(MessageFactory.Text("Łódź 上海 عميل"), ActivityJson.Wire.Activity).ShouldContain("Łódź 上海 عميل");

    [Fact]
    public void A_card_is_written_byte_for_byte_as_it_was_serialised()
    {
        var card = new RawJson(Encoding.UTF8.GetBytes("""{ "n": 1.0,  "x":"\u00e9" }"""));

        var json = JsonSerializer.Serialize(MessageFactory.AdaptiveCard(card, "New lead", alert: true), ActivityJson.Wire.Activity);

        json.ShouldContain(card.ToString());
        json.ShouldContain("""
            "channelData":{"notification":{"alert":true}}
            """);
    }

    [Theory]
    [InlineData("\"text\"", JsonValueKind.String)]
    [InlineData("{\"a\":null}", JsonValueKind.Object)]
    [InlineData("[1,[2]]", JsonValueKind.Array)]
    [InlineData("17", JsonValueKind.Number)]
    public void An_attachment_holds_any_JSON_value(string content, JsonValueKind kind)
    {
        var read = Read($$"""{"type":"message","attachments":[{"content":{{content}}}]}""").Attachments![0].Content!;

        read.ToString().ShouldBe(content);
        read.ToElement().ValueKind.ShouldBe(kind);
    }

    [Fact]
    public void An_empty_value_is_not_JSON() => Should.Throw<ArgumentException>(() => new RawJson(default));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"message\"")]
    public void What_is_no_activity_is_refused_by_the_reader(string json) => Should.Throw<JsonException>(() => Read(json));

    [Fact]
    public void A_conversation_reference_is_stored_and_read_again()
    {
        var reference = new ConversationReference
        {
            ServiceUrl = "https://smba.trafficmanager.net/emea/",
            Conversation = new() { Id = "19:c@thread.tacv2;messageid=1", TenantId = "t" },
            User = new() { Id = "29:x" },
        };

        var json = JsonSerializer.Serialize(reference, ActivityJson.Wire.ConversationReference);

        JsonSerializer.Deserialize(json, ActivityJson.Wire.ConversationReference).ShouldBe(reference);
    }

    private static Activity Read(string json) => JsonSerializer.Deserialize(json, ActivityJson.Wire.Activity)!;

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
