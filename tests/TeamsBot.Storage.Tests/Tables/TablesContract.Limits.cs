using Azure;
using Shouldly;
using TeamsBot.Storage.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.Tables;

public abstract partial class TablesContract
{
    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\0b")]
    [InlineData("a\u007fb")]
    [InlineData("a\u0085b")]
    [InlineData("a\uffffb")]
    public async Task A_key_that_no_table_takes_is_refused(string key)
    {
        (await Refused(Add(Row(key, "r")))).Error.ShouldBe(TableError.Invalid);
        (await Refused(Add(Row("p", "r")), Add(Row("p", key)))).FailedIndex.ShouldBe(1);
        (await Should.ThrowAsync<TableException>(() => Get("p", key))).Error.ShouldBe(TableError.Invalid);
        (await Should.ThrowAsync<TableException>(() => Tables.GetManyAsync(Table, [new("p", key)], None))).Error.ShouldBe(TableError.Invalid);
    }

    [Fact]
    public Task A_key_with_half_a_surrogate_pair_is_refused() => A_key_that_no_table_takes_is_refused("a\ud800b");

    [Fact]
    public async Task A_key_that_is_too_long_is_refused() =>
        (await Refused(Add(Row("p", new string('k', Limits.KeyLength + 1))))).Error.ShouldBe(TableError.Invalid);

    [Fact]
    public async Task Values_that_no_table_takes_are_refused_and_named()
    {
        var tooMany = new TableEntity("p", "r");
        for (var i = 0; i < 253; i++)
        {
            tooMany[$"P{i}"] = i;
        }

        (await Refused(Add(tooMany))).Message.ShouldContain("252");
        await RefusedValue(new string('x', (32 * 1024) + 1));
        await RefusedValue("lone \udc00 surrogate");
        await RefusedValue(new byte[(64 * 1024) + 1]);
        await RefusedValue(new DateTimeOffset(1600, 12, 31, 23, 59, 59, TimeSpan.Zero));
        await RefusedValue(1.5m);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("with space")]
    [InlineData("with-dash")]
    [InlineData("RowKey")]
    [InlineData("Timestamp")]
    [InlineData("odata_etag")]
    public async Task A_property_name_that_no_table_takes_is_refused(string name) =>
        (await Refused(Add(new TableEntity("p", "r") { [name] = 1 }))).Error.ShouldBe(TableError.Invalid);

    [Fact]
    public async Task A_row_of_over_a_mebibyte_is_refused()
    {
        var large = new TableEntity("p", "r");
        for (var i = 0; i < 16; i++)
        {
            large[$"P{i}"] = new byte[64 * 1024];
        }

        (await Refused(Add(large))).Error.ShouldBe(TableError.Invalid);
        large["P15"] = null;
        await Submit(Add(large));
    }

    [Fact]
    public async Task A_transaction_that_no_table_takes_is_refused()
    {
        (await Refused()).Error.ShouldBe(TableError.Invalid);
        var hundred = Enumerable.Range(0, 100).Select(i => Add(Row("p", $"r{i}"))).ToArray();
        (await Refused([.. hundred, Add(Row("p", "one more"))])).Message.ShouldContain("100");
        (await Refused(Add(Row("p", "r")), Add(Row("q", "r")))).FailedIndex.ShouldBe(1);
        (await Refused(Add(Row("p", "r")), Replace(Row("p", "r"), ETag.All))).FailedIndex.ShouldBe(1);
        (await Query(TableRange.Everything)).ShouldBeEmpty();
        (await Submit(hundred)).Count.ShouldBe(100);
    }

    [Fact]
    public async Task A_transaction_of_over_four_mebibytes_is_refused()
    {
        var rows = Enumerable.Range(0, 60).Select(i => Add(new TableEntity("p", $"r{i}") { ["Data"] = new byte[60 * 1024] })).ToArray();
        (await Refused(rows)).Error.ShouldBe(TableError.Invalid);
        await Submit(rows[..30]);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("with_underscore")]
    [InlineData("tables")]
    [InlineData("a0123456789012345678901234567890123456789012345678901234567890123")]
    public async Task A_table_name_that_cannot_be_is_refused(string name)
    {
        (await Should.ThrowAsync<TableException>(() => Tables.CreateAsync([name], None))).Error.ShouldBe(TableError.Invalid);
        (await Should.ThrowAsync<TableException>(() => Tables.GetAsync(name, "p", "r", None))).Error.ShouldBe(TableError.Invalid);
    }

    private async Task RefusedValue(object value)
    {
        var refused = await Refused(Add(new TableEntity("p", "r") { ["Broken"] = value }));
        refused.Error.ShouldBe(TableError.Invalid);
        refused.Message.ShouldContain("Broken");
        refused.FailedIndex.ShouldBe(0);
    }
}
