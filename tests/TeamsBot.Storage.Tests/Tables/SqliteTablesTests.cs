using Microsoft.Data.Sqlite;
using Shouldly;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;
using Xunit;

namespace TeamsBot.Storage.Tests.Tables;

public sealed class SqliteTablesTests : TablesContract
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tables");
    private SqliteTables? tables;

    private string File => Path.Combine(folder.FullName, "sub", "tables.db");

    protected override Task<ITables> OpenAsync()
    {
        tables = new SqliteTables(File, TimeProvider.System);
        return Task.FromResult<ITables>(tables);
    }

    public override async Task DisposeAsync()
    {
        await tables!.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_the_process_was_killed()
    {
        using var process = WriterProcess.Start("append", File);
        var acknowledged = new List<string>();
        while (acknowledged.Count < 500)
        {
            acknowledged.Add((await process.StandardOutput.ReadLineAsync())!);
        }

        process.Kill();
        var rest = await process.StandardOutput.ReadToEndAsync();
        acknowledged.AddRange(rest.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Length == acknowledged[0].Length));
        await process.WaitForExitAsync();

        var rows = await tables!.GetManyAsync(WriterProcess.Table, [.. acknowledged.Select(key => new TableKey("p", key))], None);
        rows.ShouldAllBe(row => row != null);
    }

    [Fact]
    public async Task Several_processes_write_to_one_file_and_lose_nothing()
    {
        await tables!.CreateAsync([WriterProcess.Table], None);
        await tables.SubmitAsync(WriterProcess.Table, [Add(Row("p", "counter"))], None);
        var processes = Enumerable.Range(0, 4).Select(_ => WriterProcess.Start("increment", File, "250")).ToList();
        foreach (var process in processes)
        {
            await process.WaitForExitAsync();
            process.ExitCode.ShouldBe(0);
            process.Dispose();
        }

        (await tables.GetAsync(WriterProcess.Table, "p", "counter", None))!.GetInt32("Value").ShouldBe(1000);
    }

    [Fact]
    public async Task A_store_that_is_opened_again_has_its_rows()
    {
        var etag = (await Submit(Add(Row("p", "r", 7))))[0];
        await tables!.DisposeAsync();
        await using var again = new SqliteTables(File, TimeProvider.System);
        (await again.GetAsync(Table, "p", "r", None))!.ETag.ShouldBe(etag);
        await again.SubmitAsync(Table, [Replace(Row("p", "r", 8), etag)], None);
    }

    [Fact]
    public async Task Two_openings_of_one_file_see_each_others_rows()
    {
        await using var other = new SqliteTables(File, TimeProvider.System);
        await other.CreateAsync(["Later"], None);
        await other.SubmitAsync("Later", [Add(Row("p", "r", 7))], None);
        (await tables!.GetAsync("Later", "p", "r", None))!.GetInt32("Value").ShouldBe(7);
        (await tables.GetAsync("LATER", "p", "r", None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_merge_that_makes_a_row_too_large_is_refused()
    {
        var (first, second) = (new TableEntity("p", "r"), new TableEntity("p", "r"));
        for (var i = 0; i < 8; i++)
        {
            first[$"A{i}"] = new byte[64 * 1024];
            second[$"B{i}"] = new byte[64 * 1024];
        }

        var etag = (await Submit(Add(first)))[0];
        (await Refused(Merge(second, etag))).Error.ShouldBe(TableError.Invalid);
        (await Get("p", "r"))!.Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_query_that_is_abandoned_does_not_keep_the_store_from_being_closed()
    {
        await Submit(Add(Row("p", "a")), Add(Row("p", "b")));
        await foreach (var row in tables!.QueryAsync(Table, TableRange.Partition("p"), null, None))
        {
            row.RowKey.ShouldBe("a");
            break;
        }

        await tables.DisposeAsync();
        System.IO.File.Exists(File + "-wal").ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_is_not_a_database_is_refused()
    {
        var file = Path.Combine(folder.FullName, "notes.txt");
        System.IO.File.WriteAllText(file, new string('x', 5000));
        Opening(file).Message.ShouldContain("is not a store");
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_alone()
    {
        var file = Path.Combine(folder.FullName, "other.db");
        Execute(file, "CREATE TABLE theirs (id INTEGER)");
        Opening(file).Message.ShouldContain("another program's");
        Execute(file, "SELECT id FROM theirs");
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        await tables!.DisposeAsync();
        Execute(File, "PRAGMA user_version=2");
        Opening(File).Message.ShouldContain("a newer version");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused()
    {
        var file = Path.Combine(folder.FullName, "file");
        System.IO.File.WriteAllText(file, "");
        Opening(Path.Combine(file, "tables.db")).Error.ShouldBe(TableError.Denied);
        Opening(folder.FullName).Error.ShouldBe(TableError.Denied);
    }

    private static TableException Opening(string file) => Should.Throw<TableException>(() => new SqliteTables(file, TimeProvider.System));

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
