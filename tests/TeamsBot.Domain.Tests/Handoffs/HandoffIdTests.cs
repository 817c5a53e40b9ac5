using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using Xunit;

namespace TeamsBot.Domain.Tests.Handoffs;

/// <summary>An id on a card comes back from outside: what we wrote is read, and nothing else.</summary>
public sealed class HandoffIdTests
{
    private static readonly string[] Pieces =
        ["~", "~~", "~1", "~0", "|", "/", "\\", "#", "?", "%7E", "lead", "1", "9999", "0", "-", "+", " ", "\n", "\t", "\0", "\u00a0", "\u202e", "é", "接", "عميل", "😀", "\ud800"];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));

    private static readonly Gen<HandoffId> Ids =
        from lead in Texts.Where(text => !string.IsNullOrWhiteSpace(text))
        from number in Gen.Choose(1, 9999)
        select new HandoffId(new LeadId(lead), number);

    [Fact]
    public void What_was_written_is_read_back() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(Ids.ToArbitrary(), id => HandoffId.TryParse(id.ToString(), out var read) && read == id));

    [Fact]
    public void What_is_read_would_be_written_the_same() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(Texts.ToArbitrary(), text => !HandoffId.TryParse(text, out var id) || id.ToString() == text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("lead")]
    [InlineData("~1")]
    [InlineData(" ~1")]
    [InlineData("lead~")]
    [InlineData("lead~0")]
    [InlineData("lead~10000")]
    [InlineData("lead~99999999999")]
    [InlineData("lead~-1")]
    [InlineData("lead~+1")]
    [InlineData("lead~01")]
    [InlineData("lead~1 ")]
    [InlineData("lead~ 1")]
    [InlineData("lead~1\0")]
    [InlineData("lead~1.0")]
    [InlineData("lead~1,000")]
    [InlineData("lead~١")]
    [InlineData("lead~0x1")]
    public void Anything_else_is_no_id(string? text) => HandoffId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void The_number_stands_after_the_last_tilde()
    {
        HandoffId.TryParse("a~2~3", out var id).ShouldBeTrue();
        id.ShouldBe(new HandoffId(new LeadId("a~2"), 3));
    }
}
