using Microsoft.Data.Sqlite;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Tests.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.ReadModel;

/// <summary>Whatever happens to the file of the model, answers are right.</summary>
public sealed class ModelFileTests : IAsyncLifetime
{
    private const int Many = 4_000;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Query Leads = new(Metrics.Leads);
    private ModelDesk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await ModelDesk.CreateAsync();
        await desk.SaveAsync([.. Enumerable.Range(0, Many).Select(number => new Lead(new LeadId("l" + number)) { Source = "social", Product = "p" })]);
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_file_that_is_missing_or_no_database_is_built_anew()
    {
        (await desk.NumberAsync(Leads)).ShouldBe(Many);
        await desk.Model.DisposeAsync();
        File.Delete(desk.File);
        await desk.ReopenAsync();
        (await desk.NumberAsync(Leads)).ShouldBe(Many);
        await desk.Model.DisposeAsync();
        await File.WriteAllTextAsync(desk.File, "this is no database, and long enough to be looked at as if it were one");
        await desk.ReopenAsync();
        (await desk.NumberAsync(Leads)).ShouldBe(Many);
    }

    [Fact]
    public async Task A_file_that_is_damaged_inside_is_built_anew()
    {
        (await desk.NumberAsync(Leads)).ShouldBe(Many);
        await desk.Model.DisposeAsync();
        await using (var file = File.Open(desk.File, FileMode.Open))
        {
            file.Position = 3 * 4096;
            await file.WriteAsync(new byte[file.Length - file.Position]);
        }

        await desk.ReopenAsync();
        (await desk.AskAsync(Leads with { GroupBy = ["source"] })).Rows.ShouldHaveSingleItem().ShouldBe(["social", (double)Many]);
    }

    [Fact]
    public async Task A_file_of_another_version_or_store_is_built_anew()
    {
        (await desk.NumberAsync(Leads)).ShouldBe(Many);
        await desk.Model.DisposeAsync();
        await ChangeAsync("PRAGMA user_version=999; DELETE FROM lead");
        await desk.ReopenAsync();
        (await desk.NumberAsync(Leads)).ShouldBe(Many);
        await desk.Model.DisposeAsync();
        await ChangeAsync("UPDATE meta SET value = 'another' WHERE name = 'store'; DELETE FROM lead");
        await desk.ReopenAsync();
        (await desk.NumberAsync(Leads)).ShouldBe(Many);
    }

    [Fact]
    public async Task A_restart_goes_on_where_it_was()
    {
        (await desk.NumberAsync(Leads)).ShouldBe(Many);
        await desk.Model.DisposeAsync();
        desk.Clock.Advance(TimeSpan.FromDays(3));
        await desk.SaveAsync(new Lead(new LeadId("new")));
        desk.Clock.Advance(TimeSpan.FromDays(3));
        await desk.ReopenAsync();
        (await desk.NumberAsync(Leads)).ShouldBe(Many + 1);
    }

    [Fact]
    public async Task A_build_that_is_killed_leaves_no_half_model()
    {
        for (var wait = 40; wait <= 640; wait *= 2)
        {
            using var builder = WriterProcess.Start("model", Path.GetDirectoryName(desk.File)!);
            await builder.StandardOutput.ReadLineAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(wait), TimeProvider.System);
            builder.Kill();
            await builder.WaitForExitAsync();
            await using var model = desk.Open();
            (await CountAsync(model)).ShouldBe(Many);
        }
    }

    [Fact]
    public async Task Readers_see_whole_changes_while_others_write_and_rebuild()
    {
        await desk.Model.CatchUpAsync(None);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < 12; round++)
            {
                var product = "p" + round;
                await desk.SaveAsync([.. Enumerable.Range(0, 100).Select(number => new Lead(new LeadId("l" + number)) { Source = "social", Product = product })]);
                await (round % 4 == 3 ? desk.Model.RebuildAsync(None) : desk.Model.CatchUpAsync(None));
            }

            await stop.CancelAsync();
        });
        var reading = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            for (var reads = 0; !stop.IsCancellationRequested || reads < 3; reads++)
            {
                var rows = (await desk.Model.AnswerAsync(Leads with { GroupBy = ["product"] }, DateTimeZone.Utc, None)).Rows;
                rows.Sum(row => (double)row[1]!).ShouldBe(Many);
                rows.Count.ShouldBeLessThanOrEqualTo(2, "a batch is followed whole");
            }
        }));
        await Task.WhenAll(reading.Append(writing));
    }

    private static async Task<double> CountAsync(FiguresModel model) => (double)(await model.AnswerAsync(Leads, DateTimeZone.Utc, None)).Rows[0][0]!;

    private async Task ChangeAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={desk.File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
