using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TeamsBot.Domain.Agreement;
using Xunit;

namespace TeamsBot.Domain.Tests.Agreement;

/// <summary>What holds for every agreement that is written, and for every text that is read.</summary>
public sealed partial class AgreementPropertyTests
{
    private static readonly string[] HostileValues =
    [
        "null", "true", "-1", "1e400", "99999999999999999999999999", "0.5", "\"\"", "\" \"", "\"\\ud800\"", "\"\\u0000\"", "\"always\"", "\"none\"", "\"9999-12-31\"",
        "\"0001-01-01..9999-12-31\"", "\"-9998-01-01\"", "\"12-31\"", "\"24:00-00:00\"", "\"00:00-24:00\"", "\"sun-sat\"", "\"99999999h\"", "\"UTC+99\"", "\"<>\"", "\"Anna <>\"", "[]", "{}",
    ];

    private static readonly string[] Hostile =
    [
        .. HostileValues, "{", "}", "[", "]", ",", ":", "//", "/*", "\uFEFF", "\ud800", "\"", new string('[', 70), "{\"a\":" + new string('{', 70),
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Constant(AgreementCast.Text),
        AgreementCases.All.Select(agreement => AgreementDocument.Write(agreement, AgreementCast.Names)));

    private static readonly Gen<string> Mutations =
        from text in Texts
        let tokens = Token().Matches(text).Select(match => match.Value).ToArray()
        from edits in Edit(tokens).NonEmptyListOf().Resize(4)
        select string.Concat(edits.Aggregate(tokens.AsEnumerable(), (all, edit) => edit(all)));

    [Fact]
    public void What_was_written_is_read_back_and_written_the_same() => Always(250, AgreementCases.All, agreement =>
    {
        var names = AgreementCast.Names with { Today = null };
        var written = AgreementDocument.Write(agreement, names);
        var read = AgreementCast.Read(written, names);
        AgreementCast.Flat(read).ShouldBe(AgreementCast.Flat(agreement));
        AgreementDocument.Write(read, names).ShouldBe(written);
    });

    [Fact]
    public void What_was_stored_is_read_back() => Always(150, AgreementCases.All, agreement =>
        AgreementCast.Flat(AgreementCast.Read(AgreementDocument.Write(agreement, AgreementCast.Ids), AgreementCast.Ids)).ShouldBe(AgreementCast.Flat(agreement)));

    [Fact]
    public void No_text_is_too_odd_to_be_answered_and_what_is_valid_can_be_stored() => Always(1500, Mutations, text =>
    {
        _ = AgreementDocument.Read(text, AgreementCast.Ids);
        if (AgreementDocument.Read(text, AgreementCast.Names) is AgreementReading.Valid(var agreement))
        {
            var stored = AgreementCast.Read(AgreementDocument.Write(agreement, AgreementCast.Ids), AgreementCast.Ids);
            AgreementCast.Flat(stored).ShouldBe(AgreementCast.Flat(agreement));
        }
        else
        {
            AgreementCast.FaultsOf(AgreementDocument.Read(text, AgreementCast.Names)).ShouldNotBeEmpty();
        }
    });

    [Fact]
    public void A_text_of_any_characters_is_answered() => Always(1000, ArbMap.Default.GeneratorFor<string?>(), text =>
        AgreementDocument.Read(text ?? "", AgreementCast.Names).ShouldNotBeNull());

    // Random edits might all break the JSON; this holds that they reach what lies behind it, by numbers that chance does not come near.
    [Fact]
    public void The_edits_are_of_many_kinds()
    {
        var readings = Mutations.Sample(3000).Select(text => AgreementDocument.Read(text, AgreementCast.Names)).ToList();
        readings.Count(reading => reading is AgreementReading.Valid).ShouldBeGreaterThan(5);
        readings.SelectMany(AgreementCast.FaultsOf).Select(fault => fault.Kind).Distinct().Count().ShouldBeGreaterThan(12);
    }

    // Most often another value instead of one, so that the JSON stays whole; else anything anywhere.
    private static Gen<Func<IEnumerable<string>, IEnumerable<string>>> Edit(string[] tokens)
    {
        int[] values = [.. tokens.Index().Where(token => token.Item[0] == '"' || char.IsAsciiDigit(token.Item[0])).Select(token => token.Index)];
        var anywhere = Change(Gen.Choose(0, tokens.Length - 1), Gen.Choose(0, 2), Gen.Frequency((2, Gen.Elements(tokens)), (2, Gen.Elements(Hostile)), (1, Gen.Constant(""))));
        var value = Change(Gen.Elements(values), Gen.Constant(1), Gen.OneOf(Gen.Elements(values).Select(at => tokens[at]), Gen.Elements(HostileValues)));
        return Gen.Frequency((1, anywhere), (5, value));
    }

    private static Gen<Func<IEnumerable<string>, IEnumerable<string>>> Change(Gen<int> place, Gen<int> length, Gen<string> text) =>
        from at in place
        from count in length
        from insert in text
        select new Func<IEnumerable<string>, IEnumerable<string>>(all => [.. all.Take(at), insert, .. all.Skip(at + count)]);

    private static void Always<T>(int cases, Gen<T> gen, Action<T> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(gen.ToArbitrary(), property));

    [GeneratedRegex("""\s+|"(\\.|[^"\\])*"|[0-9]+|.""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Token();
}
