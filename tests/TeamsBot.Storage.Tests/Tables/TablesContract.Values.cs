using Shouldly;
using TeamsBot.Storage.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.Tables;

public abstract partial class TablesContract
{
    public static TheoryData<object> Values => new(
        "", "text", "Zażółć 线索 العميل 😀", " leading and trailing ", "line\r\nline\ttab\0nul", "\"quoted\" <b>&amp;</b> \\ \u2028",
        new string('x', 32 * 1024), new string('线', 32 * 1024),
        true, false,
        0, int.MinValue, int.MaxValue,
        0L, long.MinValue, long.MaxValue,
        0.5, -1.25e300, double.Epsilon, 0.1 + 0.2, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero), DateTimeOffset.MaxValue,
        new DateTimeOffset(2026, 3, 29, 1, 59, 59, TimeSpan.Zero).AddTicks(1234567),
        Guid.Empty, Guid.Parse("c9da6455-213d-42c9-9a79-3e9149a57833"),
        Array.Empty<byte>(), new byte[] { 0, 1, 254, 255 }, new byte[64 * 1024]);

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_with_its_type(object value)
    {
        await Submit(Add(new TableEntity("p", "r") { ["V"] = value }));
        foreach (var row in new[] { (await Get("p", "r"))!, (await Query(TableRange.Partition("p")))[0] })
        {
            row["V"].ShouldBeOfType(value.GetType());
            row["V"].ShouldBe(value);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-3000000000.0)]
    [InlineData(1e21)]
    public async Task A_double_that_is_whole_reads_as_a_double(double value)
    {
        await Submit(Add(new TableEntity("p", "r") { ["V"] = value }));
        (await Get("p", "r"))!.GetDouble("V").ShouldBe(value);
    }

    [Fact]
    public async Task A_date_with_an_offset_comes_back_in_utc()
    {
        var at = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(8));
        await Submit(Add(new TableEntity("p", "r") { ["At"] = at }));
        var read = (await Get("p", "r"))!.GetDateTimeOffset("At")!.Value;
        read.ShouldBe(at);
        read.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_row_may_have_all_the_properties_that_a_table_takes_or_none()
    {
        var full = new TableEntity("p", "full");
        for (var i = 0; i < 252; i++)
        {
            full[$"P{i}"] = $"value {i}";
        }

        await Submit(Add(full), Add(new TableEntity("p", "empty")));
        (await Get("p", "full"))!.OrderBy(p => p.Key, StringComparer.Ordinal).ShouldBe(full.OrderBy(p => p.Key, StringComparer.Ordinal));
        (await Get("p", "empty"))!.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Property_names_are_told_apart_by_case_and_may_be_in_any_script()
    {
        await Submit(Add(new TableEntity("p", "r") { ["name"] = "a", ["Name"] = "b", ["źródło_2"] = "c", ["_x"] = "d" }));
        var row = (await Get("p", "r"))!;
        row.GetString("name").ShouldBe("a");
        row.GetString("Name").ShouldBe("b");
        row.GetString("źródło_2").ShouldBe("c");
        row.GetString("_x").ShouldBe("d");
    }
}
