using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Text;

public sealed class SayTests
{
    [Theory]
    [InlineData("pl-PL", Language.Polish)]
    [InlineData("zh-Hans-CN", Language.Chinese)]
    [InlineData("zh-TW", Language.Chinese)]
    [InlineData("AR_sa", Language.Arabic)]
    [InlineData("en", Language.English)]
    [InlineData("de-DE", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_locale_leads_to_its_language(string? locale, Language? language) => Languages.Of(locale).ShouldBe(language);

    [Theory]
    [InlineData(Language.English, 1000, "1,000")]
    [InlineData(Language.Polish, 9999, "9999")]
    [InlineData(Language.Polish, 12345, "12\u00a0345")]
    [InlineData(Language.Arabic, 1000, "\u20681,000\u2069")]
    [InlineData(Language.Arabic, 420, "420")]
    [InlineData(Language.Chinese, 12000, "1.2万")]
    [InlineData(Language.Chinese, 12345, "12,345")]
    public void Numbers_are_separated_as_the_language_does(Language language, long number, string said) =>
        Say.In(language).Number(number).ShouldBe(said);

    [Fact]
    public void In_Arabic_a_value_from_outside_stands_isolated() =>
        Say.In(Language.Arabic).Text("lead.who", ("person", "Nadia Brandt"), ("company", "Kestrel")).ShouldBe("\u2068Nadia Brandt\u2069 من \u2068Kestrel\u2069");

    [Fact]
    public void An_Arabic_name_stands_isolated_in_English_too() =>
        Say.In(Language.English).Text("lead.who", ("person", "خالد الحربي"), ("company", "Kestrel")).ShouldBe("\u2068خالد الحربي\u2069, Kestrel");

    [Fact]
    public void Nothing_from_outside_breaks_the_line_or_turns_it_around() =>
        Say.In(Language.English).Value("Nadia\r\n\u202eBrandt\u2069").ShouldBe("Nadia Brandt");

    [Fact]
    public void A_forgotten_value_is_an_error_and_not_a_hole() =>
        Should.Throw<ArgumentException>(() => Say.In(Language.English).Text("lead.who", ("person", "Nadia")));

    [Fact]
    public void An_unknown_key_is_an_error_and_not_shown() =>
        Should.Throw<KeyNotFoundException>(() => Say.In(Language.English).Text("no.such"));

    [Fact]
    public void Values_are_escaped_for_card_markdown() =>
        Say.In(Language.English).Card("lead.who", ("person", "**x**"), ("company", "[y](z)")).ToString().ShouldBe(@"\*\*x\*\*, \[y\](z)");
}
