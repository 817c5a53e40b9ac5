using Shouldly;
using Xunit;

namespace TeamsBot.Domain.Tests;

public sealed class HashChainTests
{
    private static readonly ChainedRow[] Rows = [new("", "a", "a"), new("a", "b", "b"), new("b", "c", "c")];

    [Fact]
    public void Rows_as_they_were_written_are_whole()
    {
        HashChain.FirstBroken(Rows, "c").ShouldBeNull();
        HashChain.FirstBroken([], "").ShouldBeNull();
    }

    [Fact]
    public void A_row_that_was_altered_taken_away_or_put_in_is_found()
    {
        HashChain.FirstBroken([Rows[0], Rows[1] with { Hash = "x" }, Rows[2]], "c").ShouldBe(2);
        HashChain.FirstBroken([Rows[0], Rows[2]], "c").ShouldBe(2);
        HashChain.FirstBroken([Rows[1], Rows[2]], "c").ShouldBe(1);
        HashChain.FirstBroken(Rows[..2], "c").ShouldBe(3);
        HashChain.FirstBroken([.. Rows, new("c", "d", "d")], "c").ShouldBe(5);
        HashChain.FirstBroken([Rows[0], Rows[1] with { Hash = "x", Stored = "x" }, Rows[2]], "c").ShouldBe(3);
    }

    [Fact]
    public void No_two_lists_of_parts_have_one_hash() =>
        new[] { HashChain.Hash("ab", "c"), HashChain.Hash("a", "bc"), HashChain.Hash("abc"), HashChain.Hash("abc", null), HashChain.Hash("abc", ""), HashChain.Hash("1:a|", "b") }
            .Distinct().Count().ShouldBe(6);
}
