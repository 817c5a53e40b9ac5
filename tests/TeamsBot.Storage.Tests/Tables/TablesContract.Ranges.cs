using Shouldly;
using TeamsBot.Storage.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.Tables;

public abstract partial class TablesContract
{
    [Fact]
    public async Task Rows_come_in_ordinal_order_of_partition_and_row()
    {
        await AddAll("b/2", "a/Z", "a/a", "b/1", "a/10", "a/2", "B/1", "a/");
        (await Keys(TableRange.Everything)).ShouldBe(["B/1", "a/", "a/10", "a/2", "a/Z", "a/a", "b/1", "b/2"]);
    }

    [Fact]
    public async Task A_range_includes_its_start_and_excludes_its_end()
    {
        await AddAll("p/a", "p/b", "p/b0", "p/c", "p/d", "q/b");
        (await Keys(TableRange.Rows("p", "b", "d"))).ShouldBe(["p/b", "p/b0", "p/c"]);
        (await Keys(TableRange.Rows("p", "b1", null))).ShouldBe(["p/c", "p/d"]);
        (await Keys(TableRange.Rows("none", "", null))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_prefix_finds_what_starts_with_it_and_nothing_else()
    {
        await AddAll("p/handoff", "p/handoff|0001", "p/handoff|0002", "p/handoff|😀", "p/handofg", "p/note|1", "pp/handoff|0001");
        (await Keys(TableRange.RowsStartingWith("p", "handoff|"))).ShouldBe(["p/handoff|0001", "p/handoff|0002", "p/handoff|😀"]);
        (await Keys(TableRange.RowsStartingWith("p", ""))).Length.ShouldBe(6);
        (await Keys(TableRange.PartitionsStartingWith("pp"))).ShouldBe(["pp/handoff|0001"]);
        (await Keys(TableRange.PartitionsStartingWith("p"))).Length.ShouldBe(7);
    }

    [Fact]
    public async Task Row_bounds_hold_within_every_partition()
    {
        await AddAll("a/1", "a/5", "a/9", "b/1", "b/5", "b/9", "c/5");
        (await Keys(new TableRange("a", "c", "2", "9"))).ShouldBe(["a/5", "b/5"]);
    }

    [Fact]
    public async Task No_more_rows_come_than_were_asked_for()
    {
        await AddAll("a/1", "a/2", "b/1");
        (await Keys(TableRange.Everything, take: 2)).ShouldBe(["a/1", "a/2"]);
        (await Keys(TableRange.Everything, take: 0)).ShouldBeEmpty();
        (await Keys(TableRange.Partition("a"), take: 9)).ShouldBe(["a/1", "a/2"]);
    }

    [Theory]
    [InlineData("o'brien ''")]
    [InlineData("100%25+x &=;,@:(a)")]
    [InlineData("\"<tag>\" 'x' eq true")]
    [InlineData("Zażółć gęślą jaźń العميل 线索 😀👩‍👩‍👧")]
    [InlineData("")]
    [InlineData(" ..  ")]
    public async Task Any_key_that_a_table_takes_is_found_again(string key)
    {
        var etag = (await Submit(Add(Row(key, key, 1))))[0];
        (await Get(key, key))!.GetInt32("Value").ShouldBe(1);
        (await Query(TableRange.Rows(key, key, key + "0"))).ShouldHaveSingleItem().RowKey.ShouldBe(key);
        var changed = (await Submit(Replace(Row(key, key, 2), etag)))[0];
        await Submit(Delete(key, key, changed));
        (await Get(key, key)).ShouldBeNull();
    }

    [Fact]
    public async Task The_longest_keys_are_found_again()
    {
        var key = new string('线', Limits.KeyLength);
        await Submit(Add(Row(key, key, 1)));
        (await Get(key, key))!.GetInt32("Value").ShouldBe(1);
        (await Query(TableRange.Partition(key))).Count.ShouldBe(1);
        (await Query(TableRange.RowsStartingWith(key, key))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_query_over_many_pages_gives_each_row_once_and_in_order()
    {
        var transactions = Enumerable.Range(0, 26).Select(partition => new TableTransaction(
            Table, [.. Enumerable.Range(0, 100).Select(row => Add(Row(TeamsBot.Storage.Tables.Keys.Number(partition / 13), $"{partition:D2}{row:D3}")))]));
        (await Tables.SubmitManyAsync([.. transactions], None)).ShouldAllBe(error => error == null);
        var keys = await Keys(TableRange.Everything);
        keys.Length.ShouldBe(2600);
        keys.ShouldBe(keys.Distinct().Order(StringComparer.Ordinal));
        (await Keys(TableRange.Partition("0001"))).ShouldBe(keys[1300..]);
        (await Keys(TableRange.Everything, take: 2501)).ShouldBe(keys[..2501]);
    }

    [Fact]
    public async Task Rows_may_be_written_while_a_query_is_read()
    {
        await AddAll("p/1", "p/2", "p/3");
        await foreach (var row in Tables.QueryAsync(Table, TableRange.Partition("p"), null, None))
        {
            await Submit(Replace(Row("p", row.RowKey, 9), row.ETag));
        }

        (await Query(TableRange.Partition("p"))).ShouldAllBe(row => row.GetInt32("Value") == 9);
    }

    private async Task AddAll(params string[] addresses)
    {
        var outcomes = await Tables.SubmitManyAsync(
            [.. addresses.Select(address => address.Split('/')).Select(parts => new TableTransaction(Table, [Add(Row(parts[0], parts[1]))]))],
            None);
        outcomes.ShouldAllBe(error => error == null);
    }
}
