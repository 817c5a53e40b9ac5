using Shouldly;
using TeamsBot.Protocol.Cards;
using Xunit;

namespace TeamsBot.Protocol.Tests.Cards;

public sealed class BidiTests
{
    [Fact]
    public void A_name_is_isolated() => Bidi.Isolate("Tomasz Wilk").ShouldBe("\u2068Tomasz Wilk\u2069");

    [Fact]
    public void A_name_cannot_leave_its_isolate() => Bidi.Isolate("a\u2069\u202Eb\u2066c").ShouldBe("\u2068abc\u2069");

    [Theory]
    [InlineData("\u2068a\u2069 b", "\u2068a\u2069 b")]
    [InlineData("a\u2069b", "ab")]
    [InlineData("\u2067a", "\u2067a\u2069")]
    [InlineData("\u2066\u2067a\u2069", "\u2066\u2067a\u2069\u2069")]
    [InlineData("\u202Aa\u202Bb\u202Cc\u202Dd\u202Ee", "abcde")]
    [InlineData("\u2069\u2066a\u2069", "\u2066a\u2069")]
    public void Plain_text_keeps_whole_isolates_and_nothing_that_reaches_out_of_it(string text, string contained)
    {
        Bidi.Contain(text).ShouldBe(contained);
        CardText.Plain(text).ToString().ShouldBe(contained);
    }

    [Fact]
    public void Text_without_controls_is_left_as_it_is() => Bidi.Contain("عميل محتمل").ShouldBe("عميل محتمل");
}
