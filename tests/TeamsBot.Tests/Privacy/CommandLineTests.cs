using System.CommandLine;
using System.Text;
using System.Text.Json;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Features.Privacy;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;
using TeamsBot.Storage.Work;
using TeamsBot.Testing.Privacy;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Privacy;

/// <summary><c>forget</c>, <c>export lead</c> and <c>export privacy</c> on a store that no bot has open.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-privacy-");
    private readonly ManualClock clock = new();

    public async Task InitializeAsync()
    {
        await using var tables = Open();
        await tables.CreateAsync(TableNames.All, default);
        await new LeadStore(tables, clock).SaveAsync([Zyphora.Lead], Zyphora.Everything<Lead>("profile"), default);
        await new DealStore(tables, clock).SaveAsync([Zyphora.Deal], Zyphora.Everything<Deal>("contact"), default);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Without_yes_nothing_is_erased()
    {
        var (code, output, _, _) = await RunAsync("forget", "Z-77");

        code.ShouldBe(0);
        output.ShouldMatch("^Handoffs: 0, cards in Teams: 0, deals: 1, search terms: [0-9]+\\. Nothing is erased yet: say --yes");
        await using var tables = Open();
        (await Zyphora.InTablesAsync(tables)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task With_yes_nothing_is_left_and_a_bot_finds_the_rest_of_the_work()
    {
        var (code, output, _, _) = await RunAsync("forget", "Z-77", "--yes");

        (code, Zyphora.In(output).Any()).ShouldBe((0, false));
        output.ShouldContain("Forgotten.");
        Zyphora.InFiles(folder.FullName).ShouldBeEmpty();
        await using var tables = Open();
        (await Zyphora.InTablesAsync(tables)).ShouldBeEmpty();
        (await tables.QueryAsync(TableNames.Work, TableRange.Everything, take: null, default).Select(row => row.GetString("Kind")).ToListAsync()).ShouldBe([Erasures.WorkKind, DuplicateWork.WorkKind], ignoreOrder: true);
    }

    [Fact]
    public async Task Twice_is_told_when_it_was()
    {
        await RunAsync("forget", "Z-77", "--yes");
        (await RunAsync("forget", "Z-77", "--yes")).Output.ShouldContain("Forgotten at 2026-");
    }

    [Theory]
    [InlineData("forget", "nobody", "--yes")]
    [InlineData("export", "lead", "nobody")]
    public async Task An_id_that_is_not_there_is_an_error(params string[] args)
    {
        var (code, _, error, _) = await RunAsync(args);
        (code, error.Trim()).ShouldBe((1, "There is no lead with the id nobody. Ids are compared to the letter."));
    }

    [Fact]
    public async Task The_export_holds_all_and_both_are_in_the_audit_without_her()
    {
        var exported = await RunAsync("export", "lead", "Z-77");
        using var read = JsonDocument.Parse(exported.File);
        read.RootElement.GetProperty("lead").GetProperty("phone").GetString().ShouldBe(Zyphora.Lead.Phone);
        read.RootElement.GetProperty("deals")[0].GetProperty("attributes").GetProperty("contact").GetString().ShouldBe("Zyphora in person");
        await RunAsync("forget", "Z-77", "--yes");

        var audit = (await RunAsync("export", "privacy")).Output.Trim().Split('\n');

        audit.Length.ShouldBe(2);
        Zyphora.In(string.Concat(audit)).ShouldBeEmpty();
        audit.ShouldAllBe(line => !line.Contains("Z-77"));
        audit.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("action").GetString()).ShouldBe(["erased", "exported"], ignoreOrder: true);
    }

    private SqliteTables Open() => new(Path.Combine(folder.FullName, "tables.db"), clock);

    private async Task<(int Code, string Output, string Error, string File)> RunAsync(params string[] args)
    {
        var (output, error, file) = (new StringWriter(), new StringWriter(), new MemoryStream());
        var export = new Command("export") { ExportLeadCommand.Create(_ => Open(), _ => folder.FullName, () => file, clock), ExportAuditCommand.Create(_ => Open()) };
        var root = new RootCommand { export, ForgetCommand.Create(_ => Open(), _ => folder.FullName, clock) };
        var code = await root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString(), Encoding.UTF8.GetString(file.ToArray()));
    }
}
