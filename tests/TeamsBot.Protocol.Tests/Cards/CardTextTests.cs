using System.Globalization;
using Shouldly;
using TeamsBot.Protocol.Cards;
using Xunit;

namespace TeamsBot.Protocol.Tests.Cards;

public sealed class CardTextTests
{
    private const string Hostile = "[click](https://evil.example) **x** <at>everyone</at> =HYPERLINK(\"x\")";

    [Theory]
    [InlineData("Nadia Brandt, Kestrel Cold Chain")]
    [InlineData("St. John-Smith (Ltd.) 3.5% + 2 = 5 #7: ok?")]
    [InlineData("24 Nov 10:30")]
    [InlineData("+34")]
    [InlineData("1.84 M")]
    [InlineData("-5%")]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("قبول، رفض…")]
    [InlineData("接受（3）")]
    [InlineData("From:\u00A0webinar")]
    public void Ordinary_text_is_left_as_it_is(string text) => CardText.Plain(text).ToString().ShouldBe(text);

    [Fact]
    public void A_hostile_name_is_escaped() =>
        CardText.Plain(Hostile).ToString()
            .ShouldBe("""\[click\](https://evil.example) \*\*x\*\* \<at\>everyone\</at\> =HYPERLINK("x")""");

    [Theory]
    [InlineData("# Big", "\\# Big")]
    [InlineData("- item", "\\- item")]
    [InlineData("+ 34", "\\+ 34")]
    [InlineData("1. item", "1\\. item")]
    [InlineData("12) item", "12\\) item")]
    [InlineData(". item", "\\. item")]
    [InlineData("=== x", "\\=== x")]
    [InlineData("1.", "1\\.")]
    [InlineData("---", "\\---")]
    [InlineData("> quote", "\\> quote")]
    [InlineData("~~~", "\\~\\~\\~")]
    [InlineData("a & b &lt;", "a \\& b \\&lt;")]
    [InlineData("`x`", "\\`x\\`")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("![x](y)", "\\!\\[x\\](y)")]
    [InlineData("C:\\*", "C:\\\\\\*")]
    [InlineData("{{DATE(2026-01-31T10:00:00Z,SHORT)}}", "\\{\\{DATE(2026-01-31T10:00:00Z,SHORT)\\}\\}")]
    public void What_markdown_would_read_gets_a_backslash(string text, string markdown) =>
        CardText.Plain(text).ToString().ShouldBe(markdown);

    [Theory]
    [InlineData("a\r\n\r\n# b", "a # b")]
    [InlineData("    code", " code")]
    [InlineData("a\t\u2028b\0c", "a b c")]
    [InlineData("\n- x", " \\- x")]
    public void Line_breaks_and_indents_become_one_space(string text, string markdown) =>
        CardText.Plain(text).ToString().ShouldBe(markdown);

    [Fact]
    public void Paragraphs_keep_their_lines_and_escape_each() =>
        CardText.Paragraphs("First\r\n\r\n  - second\n").ToString().ShouldBe("First\n\n\\- second");

    [Fact]
    public void Holes_are_escaped_and_literals_are_not() =>
        CardText.Markdown($"**{"a*b"}** _is_ {CardText.Markdown($"**{"5"}**")}").ToString().ShouldBe("**a\\*b** _is_ **5**");

    [Fact]
    public void A_hole_is_written_in_the_culture_that_is_asked_for() =>
        CardText.Markdown(CultureInfo.GetCultureInfo("de-DE"), $"**{1234.5:N1}**").ToString().ShouldBe("**1.234,5**");

    [Fact]
    public void A_number_is_written_the_same_everywhere()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("pl-PL");

        CardText.Markdown($"{(object)1.5}").ToString().ShouldBe("1.5");
    }

    [Fact]
    public void Nothing_in_a_hole_is_nothing() => CardText.Markdown($"a{(string?)null}b").ToString().ShouldBe("ab");

    [Fact]
    public void An_address_cannot_be_put_together_in_a_hole()
    {
        Should.Throw<InvalidOperationException>(() => CardText.Markdown($"[x]({"javascript:alert(1)"})"));
        Should.Throw<InvalidOperationException>(() => CardText.Markdown($"[x]({CardText.Plain("javascript:alert(1)")})"));
        Should.Throw<InvalidOperationException>(() => CardText.Markdown($"[x](https://{"evil.example"})"));
        Should.Throw<InvalidOperationException>(() => CardText.Markdown($"[x]{"(https://evil.example)"}"));
        Should.Throw<InvalidOperationException>(() => CardText.Markdown($"<{"at"}>"));
        Should.Throw<InvalidOperationException>(() => CardText.Markdown($"<at>{"everyone"}</at>"));
        Should.Throw<InvalidOperationException>(() => CardText.Markdown($"\\{"*x*"}"));
    }

    [Theory]
    [InlineData("https://example.org/a?b=1&c=(2)_*", "[label \\[1\\]](https://example.org/a?b=1\\&c=%282%29%5F%2A)")]
    [InlineData("mailto:a.b@example.org", "[label \\[1\\]](mailto:a.b@example.org)")]
    [InlineData("tel:+4930231", "[label \\[1\\]](tel:+4930231)")]
    public void A_link_escapes_label_and_address(string url, string markdown) =>
        CardText.Link("label [1]", new Uri(url)).ToString().ShouldBe(markdown);

    [Theory]
    [InlineData("http://example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("relative")]
    public void A_link_goes_nowhere_else(string url) =>
        Should.Throw<ArgumentException>(() => CardText.Link("x", new Uri(url, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void Texts_are_joined_and_listed()
    {
        CardText[] items = [CardText.Plain("a"), CardText.Plain("- b")];

        CardText.Join(CardText.Plain(" · "), items).ToString().ShouldBe("a · \\- b");
        CardText.Bullets(items).ToString().ShouldBe("- a\n- \\- b");
        CardText.Bullets().IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void No_text_is_empty()
    {
        CardText.Empty.IsEmpty.ShouldBeTrue();
        CardText.Plain(null).ShouldBe(CardText.Empty);
        CardText.Plain("x").IsEmpty.ShouldBeFalse();
        CardText.Empty.ToString().ShouldBe("");
    }
}
