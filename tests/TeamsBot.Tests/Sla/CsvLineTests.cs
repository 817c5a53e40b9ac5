using Shouldly;
using TeamsBot.Text;
using Xunit;

namespace TeamsBot.Tests.Sla;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData(" spaced ", "\" spaced \"")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@cmd", "\"'@cmd\"")]
    public void A_cell_is_quoted_where_it_has_to_be_and_never_a_formula(string cell, string written) => CsvLine.Of(cell, "x").ShouldBe($"{written},x\r\n");
}
