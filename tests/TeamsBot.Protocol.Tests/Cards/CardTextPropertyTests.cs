using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TeamsBot.Protocol.Cards;
using Xunit;

namespace TeamsBot.Protocol.Tests.Cards;

/// <summary>Whatever comes in as plain text, a client that reads markdown finds the text and nothing else.</summary>
public sealed partial class CardTextPropertyTests
{
    // Pieces that mean something in markdown, joined at random, find more than random characters do.
    private static readonly string[] Pieces =
    [
        "*", "**", "_", "__", "[", "]", "(", ")", "](", "<", ">", "<at>", "</at>", "&", "&lt;", "&#42;", "`", "```", "~~", "~~~", "#", "# ",
        "-", "- ", "+ ", "1", "1. ", "1) ", ". ", ") ", "=", "===", "---", "|", "|-|", ":-", "!", "!", "\\", "\\\\", "{{DATE(", ")}}", "{", "}",
        "\n", "\r\n", "\n\n", "\t", "    ", " ", "a", "Ann", "https://evil.example", "\"", "'", "\u2028", "\u0085", "\u00A0", "é", "接", "😀",
    ];

    private static readonly Arbitrary<string> Texts =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    [Fact]
    public void Plain_text_has_no_active_character() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Texts, text => Active().IsMatch(CardText.Plain(text).ToString()) == false));

    [Fact]
    public void Plain_text_reads_as_it_was_but_for_white_space() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Texts, text =>
            Unescape(CardText.Plain(text).ToString()) == Breaking().Replace(text, " ")));

    [Fact]
    public void Plain_texts_beside_each_other_make_nothing_active() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Texts, Texts, (first, second) =>
            Active().IsMatch(CardText.Markdown($"{first}{second}{CardText.Empty}").ToString()) == false));

    [Theory]
    [InlineData("*x*")]
    [InlineData("a<at>b")]
    [InlineData("# x")]
    [InlineData(" 1. x")]
    [InlineData("x\ny")]
    [InlineData("[x")]
    [InlineData("\\\\*")]
    public void The_check_itself_sees_what_is_active(string markdown) => Active().IsMatch(markdown).ShouldBeTrue();

    private static string Unescape(string markdown)
    {
        var text = new StringBuilder();
        for (var i = 0; i < markdown.Length; i++)
        {
            text.Append(markdown[i] == '\\' ? markdown[++i] : markdown[i]);
        }

        return text.ToString();
    }

    // A character of markdown with an even number of backslashes before it, something that begins a block, or a second line.
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*[*_\[\]<>&`~|!{}]|^ ?[#=:+-](?![\p{L}0-9])|^ ?[0-9]*[.)](?![\p{L}0-9])|[\r\n\t]|^ {4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Active();

    [GeneratedRegex(@"[ \p{Cc}\u2028\u2029]+", RegexOptions.None, 1000)]
    private static partial Regex Breaking();
}
