using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using TeamsBot.Storage.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.Tables;

public sealed class KeysTests
{
    [Fact]
    public void Any_parts_come_back_exactly() => Prop.ForAll(AnyParts(), parts => Keys.Split(Keys.Join(parts)).SequenceEqual(parts)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_key_is_one_that_a_table_takes() =>
        Prop.ForAll(AnyParts(), parts => Limits.CheckKey(Keys.Join(parts), "") is null).QuickCheckThrowOnFailure();

    [Fact]
    public void Different_parts_make_different_keys() =>
        Prop.ForAll(AnyParts(), AnyParts(), (a, b) => a.SequenceEqual(b) == (Keys.Join(a) == Keys.Join(b))).QuickCheckThrowOnFailure();

    [Fact]
    public void Plain_ascii_keeps_its_order()
    {
        const string Plain = " !\"$&'()*,-.0123456789:;<=>@ABCXYZ[]^_`abcxyz{}";
        var text = Gen.Elements(Plain.ToCharArray()).ArrayOf().Select(characters => new string(characters)).ToArbitrary();
        Prop.ForAll(text, text, (a, b) =>
            Math.Sign(string.CompareOrdinal(a, b)) == Math.Sign(string.CompareOrdinal(Keys.Join(a), Keys.Join(b)))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a/b", "a~002fb")]
    [InlineData("50% + #1?", "50~0025 ~002b ~00231~003f")]
    [InlineData("~", "~007e")]
    [InlineData("线索 😀", "线索 😀")]
    public void What_a_table_forbids_is_written_as_its_code(string part, string key) => Keys.Join(part).ShouldBe(key);

    [Fact]
    public void Parts_are_joined_with_a_bar()
    {
        Keys.Join("handoff", Keys.Number(1), "a|b").ShouldBe("handoff|0001|a~007cb");
        Keys.Join("", "").ShouldBe("|");
        Keys.Split("|").ShouldBe(["", ""]);
    }

    [Theory]
    [InlineData("~")]
    [InlineData("a~00")]
    [InlineData("~00zz")]
    public void A_key_that_was_not_joined_here_is_not_split(string key) => Should.Throw<FormatException>(() => Keys.Split(key));

    [Fact]
    public void A_key_that_is_too_long_is_refused_in_words_that_an_importer_understands()
    {
        Keys.Join(new string('k', Limits.KeyLength)).Length.ShouldBe(Limits.KeyLength);
        var refused = Should.Throw<TableException>(() => Keys.Join("lead", new string('/', 200)));
        refused.Error.ShouldBe(TableError.Invalid);
        refused.Message.ShouldStartWith("An id or name used as a key is too long: 1005 characters, where 512 fit.");
    }

    [Fact]
    public void Numbers_and_moments_sort_as_text()
    {
        Keys.Number(12).ShouldBe("0012");
        Should.Throw<TableException>(() => Keys.Number(10_000));
        Should.Throw<TableException>(() => Keys.Number(-1));
        var (earlier, later) = (Instant.FromUtc(1999, 12, 31, 23, 59), Instant.FromUtc(2026, 5, 1, 12, 0));
        string.CompareOrdinal(Keys.Ticks(earlier), Keys.Ticks(later)).ShouldBeNegative();
        string.CompareOrdinal(Keys.TicksLatestFirst(earlier), Keys.TicksLatestFirst(later)).ShouldBePositive();
        Keys.ParseTicks(Keys.Ticks(later)).ShouldBe(later);
    }

    private static Arbitrary<string[]> AnyParts()
    {
        var hard = Gen.Elements("/\\#?|%+~\0\n\u007f\u0085\u009f\u00a0\ufffe\uffff\ud83d\ude00é线ab".ToCharArray());
        var any = Gen.Choose(0, 0xffff).Select(unit => (char)unit);
        var part = Gen.OneOf(hard, any).ArrayOf().Resize(20).Select(units => new string(units));
        return part.NonEmptyListOf().Resize(4).Select(parts => parts.ToArray()).ToArbitrary();
    }
}
