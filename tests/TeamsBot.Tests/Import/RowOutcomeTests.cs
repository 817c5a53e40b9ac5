using System.Text;
using Shouldly;
using TeamsBot.Domain.Leads;
using Xunit;

namespace TeamsBot.Tests.Import;

public sealed class RowOutcomeTests : IAsyncDisposable
{
    private readonly ImportDesk desk = new();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        const string file = "id,name,score\n1,Anna,10\n2,Jan,\n";
        (await desk.ImportAsync(file)).Counts.ShouldBe((2, 0, 0, 0));
        (await desk.ImportAsync(file)).Counts.ShouldBe((0, 0, 2, 0));
        (await desk.ImportAsync("id,name,score\n1,Anna,11\n2,Jan,\n3,Ewa,5\n")).Counts.ShouldBe((1, 1, 1, 0));
    }

    [Theory]
    [InlineData("2,Jan", "has 2 cells where the header has 3")]
    [InlineData("2,Jan,5,6", "has 4 cells where the header has 3")]
    [InlineData("2,Jan,many", "score: 'many' is not a number (column 'score')")]
    [InlineData("2,Jan,1.5", "score: '1.5' is not a whole number that fits (column 'score')")]
    [InlineData("2,Jan,99999999999", "score: '99999999999' is not a whole number that fits (column 'score')")]
    [InlineData(",Jan,5", "id: is missing, and leads need it")]
    [InlineData("  ,Jan,5", "id: is missing, and leads need it")]
    [InlineData("2,\"Jan,5", "opens a quote that does not close")]
    [InlineData("2,\"Jan\" Junior,5", "has text between a closing quote and the end of the cell")]
    [InlineData("2,J\0an,5", "holds a NUL character")]
    public async Task A_bad_row_is_refused_with_its_line_and_reason_and_stops_no_other(string row, string reason)
    {
        var outcome = await desk.ImportAsync($"id,name,score\n1,Anna,10\n{row}\n3,Ewa,30\n");

        outcome.Code.ShouldBe(0);
        outcome.Counts.ShouldBe((2, 0, 0, 1));
        var reject = desk.Rejects().ShouldHaveSingleItem();
        reject.ShouldStartWith("3,");
        reject.ShouldContain(reason.Replace("\"", "\"\"", StringComparison.Ordinal));
        (await desk.LeadAsync("3"))!.Name.ShouldBe("Ewa");
    }

    [Fact]
    public async Task An_unclosed_quote_costs_its_own_line_though_a_later_row_has_quotes()
    {
        var outcome = await desk.ImportAsync("id,name,score\n1,\"Anna,10\n2,Jan,20\n3,\"Ewa, the third\",30\n4,Ola,40\n");
        outcome.Counts.ShouldBe((3, 0, 0, 1));
        desk.Rejects()[0].ShouldStartWith("2,");
        (await desk.LeadAsync("3"))!.Name.ShouldBe("Ewa, the third");
    }

    [Fact]
    public async Task A_quoted_cell_may_hold_lines_quotes_and_delimiters()
    {
        (await desk.ImportAsync("id,name,score\r\n1,\"Anna \"\"Ann\"\"\r\nNowak, MBA\",10\r\n2,6\" pipe,3\r\nx,,y\r\n")).Counts.ShouldBe((2, 0, 0, 1));
        (await desk.LeadAsync("1"))!.Name.ShouldBe("Anna \"Ann\"\nNowak, MBA");
        (await desk.LeadAsync("2"))!.Name.ShouldBe("6\" pipe");
        desk.Rejects()[0].ShouldStartWith("5,");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Lines_end_as_they_like_and_empty_ones_do_not_count(string end)
    {
        (await desk.ImportAsync($"id,name,score{end}{end}1,Anna,1{end}{end}{end}2,Jan,2")).Counts.ShouldBe((2, 0, 0, 0));
        (await desk.LeadAsync("2"))!.Score.ShouldBe(2);
    }

    [Fact]
    public async Task An_id_twice_is_unchanged_when_the_rows_agree_and_refused_when_they_do_not()
    {
        const string file = "id,name,score\n1,Anna,1\n1,Anna,1\n1,Anna,2\n";
        (await desk.ImportAsync(file)).Counts.ShouldBe((1, 0, 1, 1));
        desk.Rejects()[0].ShouldContain("has the id of an earlier line");
        (await desk.ImportAsync(file)).Counts.ShouldBe((0, 0, 2, 1));
        (await desk.LeadAsync("1"))!.Score.ShouldBe(1);
    }

    [Fact]
    public async Task An_id_or_text_that_is_too_long_is_refused()
    {
        var outcome = await desk.ImportAsync($"id,name,score\n{new string('x', 600)},Anna,1\n2,{new string('y', 40_000)},1\n3,Ewa,3\n");
        outcome.Counts.ShouldBe((1, 0, 0, 2));
        desk.Rejects()[1].ShouldContain("is 40000 characters long; 32000 fit");
    }

    [Fact]
    public async Task A_line_without_end_is_refused_in_bounded_memory()
    {
        var outcome = await desk.ImportAsync($"id,name,score\n1,{new string('x', 3_000_000)},1\n2,Jan,2\n");
        outcome.Counts.ShouldBe((1, 0, 0, 1));
        desk.Rejects()[0].ShouldContain("is longer than 1048576 characters");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_and_not_guessed()
    {
        byte[] file = [.. "id,name,score\n1,Z"u8, 0xFC, .. "rich,1\n2,Jan,2\n"u8];
        (await desk.ImportAsync(file)).Counts.ShouldBe((1, 0, 0, 1));
        desk.Rejects()[0].ShouldContain("holds bytes that are not utf-8");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task A_byte_order_mark_tells_the_encoding_whatever_the_mapping_says(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        (await desk.ImportAsync([.. encoding.GetPreamble(), .. encoding.GetBytes("id,name,score\n1,Łucja 王,1\n")])).Counts.ShouldBe((1, 0, 0, 0));
        (await desk.LeadAsync("1"))!.Name.ShouldBe("Łucja 王");
    }

    [Theory]
    [InlineData("windows-1250", "Żółć")]
    [InlineData("windows-1256", "محمد")]
    [InlineData("gb18030", "王小明")]
    [InlineData("latin1", "Jürgen")]
    public async Task Other_encodings_are_read_by_name(string encoding, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var mapping = $$"""{ "records": "leads", "format": { "encoding": "{{encoding}}" }, "fields": { "id": "id", "name": "name" } }""";
        (await desk.ImportAsync(Encoding.GetEncoding(encoding).GetBytes($"id,name\n1,{name}\n"), mapping)).Counts.ShouldBe((1, 0, 0, 0));
        (await desk.LeadAsync("1"))!.Name.ShouldBe(name);
    }

    [Fact]
    public async Task Cells_that_look_like_formulas_are_kept_as_text_and_made_safe_among_the_refused()
    {
        var outcome = await desk.ImportAsync("id,name,score\n1,\"=HYPERLINK(\"\"x\"\")\",1\n+2,@SUM(A1),-x\n");
        outcome.Counts.ShouldBe((1, 0, 0, 1));
        (await desk.LeadAsync("1"))!.Name.ShouldBe("=HYPERLINK(\"x\")");
        desk.Rejects()[0].ShouldEndWith("\"'+2\",\"'@SUM(A1)\",\"'-x\"");
    }

    [Fact]
    public async Task The_file_of_refused_rows_goes_when_all_rows_are_good()
    {
        await desk.ImportAsync("id,name,score\n1,Anna,x\n");
        desk.Rejects().Count.ShouldBe(1);
        await desk.ImportAsync("id,name,score\n1,Anna,1\n");
        desk.Rejects().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_with_a_header_alone_has_no_rows()
    {
        var outcome = await desk.ImportAsync("id,name,score\n");
        outcome.Code.ShouldBe(0);
        outcome.Counts.ShouldBe((0, 0, 0, 0));
    }

    [Fact]
    public async Task Many_rows_are_all_counted_and_kept()
    {
        var file = new StringBuilder("id,name,score\n");
        for (var i = 0; i < 3500; i++)
        {
            file.Append(i % 100 == 99 ? $"{i},broken\n" : $"{i},Name {i},{i}\n");
        }

        (await desk.ImportAsync(file.ToString())).Counts.ShouldBe((3465, 0, 0, 35));
        (await desk.LeadAsync("3498"))!.Score.ShouldBe(3498);
    }

    [Fact]
    public async Task A_lead_without_a_stage_of_its_own_is_at_interest()
    {
        await desk.ImportAsync("id,name,score\n1,Anna,1\n");
        (await desk.LeadAsync("1"))!.Stage.ShouldBe(FunnelStage.Interest);
    }
}
