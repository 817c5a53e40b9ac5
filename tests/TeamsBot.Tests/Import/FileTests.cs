using System.Text;
using Shouldly;
using Xunit;

namespace TeamsBot.Tests.Import;

public sealed class FileTests : IAsyncDisposable
{
    private readonly ImportDesk desk = new();

    public FileTests() => desk.Write("map.json", ImportDesk.Mapping);

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_file_that_is_not_there_is_said_before_any_other_is_imported()
    {
        desk.Write("a.csv", "id,name,score\n1,Anna,1\n");
        var outcome = await RunAsync("a.csv", "b.csv");
        outcome.Code.ShouldBe(1);
        outcome.Error.Trim().ShouldBe($"There is no file {desk.PathOf("b.csv")}.");
        (await desk.LeadAsync("1")).ShouldBeNull();
    }

    [Fact]
    public async Task An_empty_file_a_folder_and_a_missing_mapping_are_each_said_in_a_line()
    {
        desk.Write("empty.csv", "");
        Directory.CreateDirectory(desk.PathOf("folder"));
        (await RunAsync("empty.csv")).Error.ShouldContain("is empty: not even a line");
        (await RunAsync("folder")).Error.ShouldContain("is a folder; name the file in it");
        var outcome = await desk.RunAsync(desk.PathOf("empty.csv"), "--map", desk.PathOf("none.json"));
        outcome.Code.ShouldBe(1);
        outcome.Error.ShouldContain("none.json cannot be read");
    }

    [Fact]
    public async Task A_file_in_UTF_16_without_a_mark_is_told_from_one_in_UTF_8()
    {
        desk.Write("a.csv", Encoding.Unicode.GetBytes("id,name,score\n1,Anna,1\n"));
        (await RunAsync("a.csv")).Error.ShouldContain("has no header that can be read: its first line holds a NUL character");
    }

    [Fact]
    public async Task Several_files_are_imported_in_turn_and_summed_up()
    {
        desk.Write("a.csv", "id,name,score\n1,Anna,1\n");
        desk.Write("b.csv", "score,id,extra,name\n2,1,x,Anna\n3,2,y,Jan\n");
        var outcome = await RunAsync("a.csv", "b.csv");
        outcome.Output.ShouldContain("all files: 3 rows read, 2 added, 1 updated, 0 unchanged, 0 refused");
        (await desk.LeadAsync("1"))!.Score.ShouldBe(2);
    }

    [Fact]
    public async Task Lines_of_JSON_are_rows()
    {
        desk.Write("a.jsonl", """
            {"id":"1","name":"Anna","score":7,"extra":[1,2]}

            {"id":2,"name":null}
            not json
            ["x"]
            {"id":"5","name":"half \ud800 a character"}
            """);
        (await RunAsync("a.jsonl")).Counts.ShouldBe((2, 0, 0, 3));
        (await desk.LeadAsync("1"))!.Score.ShouldBe(7);
        (await desk.LeadAsync("2"))!.Name.ShouldBeNull();
        desk.Rejects("a.jsonl").Select(row => row.Split(',')[1]).ShouldBe(["is not JSON", "is not a JSON object", "holds an escape that is half of a character"]);
    }

    [Fact]
    public async Task An_array_of_JSON_is_read_until_it_breaks()
    {
        desk.Write("a.json", """[{"id":"1","name":"Anna"},{"id":"2"}]""");
        (await RunAsync("a.json")).Counts.ShouldBe((2, 0, 0, 0));

        desk.Write("b.json", """[{"id":"3"},{"id":"4"},{"id" """);
        var broken = await RunAsync("b.json");
        broken.Code.ShouldBe(1);
        broken.Error.ShouldContain("is not a JSON array of objects from element 3 on");
        (await desk.LeadAsync("3")).ShouldNotBeNull();
    }

    private Task<ImportDesk.Outcome> RunAsync(params string[] files) => desk.RunAsync([.. files.Select(desk.PathOf), "--map", desk.PathOf("map.json")]);
}
