using System.CommandLine;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Sla;
using TeamsBot.Storage.Tables;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Sla;

/// <summary><c>export sla</c> on the command line, on the store of a bot that has a ledger of one row.</summary>
public sealed class ExportCommandTests : SlaTest
{
    [Fact]
    public async Task The_ledger_is_written_as_csv()
    {
        var entry = (await App.Records.Ledger("L-1~1"))[0];

        var lines = (await Export("sla")).Split("\r\n");

        lines.ShouldBe(
        [
            "lead,handoff,number,action,by,byId,at,tenant,channelId,channel,tier,requestedAt,owner,ownerId,clock,end,elapsedSeconds,targetSeconds,met,agreement,before,hash",
            $"L-1,1,1,Accept,Ben Ortiz,{FakeTeam.Rep.AadObjectId},2026-03-02T09:00:00Z,{FakeTeam.TenantId},{FakeTeam.SalesChannelId},Sales,Hot,2026-03-02T09:00:00Z,Ben Ortiz,{FakeTeam.Rep.AadObjectId},Accept,Met,0,1800,true,0,,{entry.Hash}",
            "",
        ]);
    }

    [Fact]
    public async Task The_ledger_is_written_as_one_object_a_line()
    {
        using var row = JsonDocument.Parse(await Export("sla", "--format", "jsonl"));
        row.RootElement.Text("lead").ShouldBe("L-1");
        row.RootElement.Child("elapsedSeconds")!.Value.GetDecimal().ShouldBe(0);
        row.RootElement.Child("met")!.Value.GetBoolean().ShouldBeTrue();
        row.RootElement.EnumerateObject().Count().ShouldBe(22);
    }

    [Fact]
    public async Task A_row_has_all_that_its_hash_is_made_of()
    {
        using var row = JsonDocument.Parse(await Export("sla", "--format", "jsonl"));
        string Text(string name) => row.RootElement.Text(name)!;
        Duration Seconds(string name) => Duration.FromTicks((long)(row.RootElement.Child(name)!.Value.GetDecimal() * NodaConstants.TicksPerSecond));
        int Number(string name) => row.RootElement.Child(name)!.Value.GetInt32();

        var rebuilt = new LedgerEntry(
            new(new(Text("lead")), Number("handoff")), Number("number"), Enum.Parse<HandoffAction>(Text("action")), new(new(Text("byId")), Text("by")), InstantPattern.ExtendedIso.Parse(Text("at")).Value)
        {
            Tenant = Text("tenant"),
            Channel = Text("channelId"),
            Tier = Enum.Parse<Tier>(Text("tier")),
            RequestedAt = InstantPattern.ExtendedIso.Parse(Text("requestedAt")).Value,
            Owner = new(new(Text("ownerId")), Text("owner")),
            Clock = Enum.Parse<ClockKind>(Text("clock")),
            End = Enum.Parse<ClockEnd>(Text("end")),
            Elapsed = Seconds("elapsedSeconds"),
            Target = Seconds("targetSeconds"),
            Met = row.RootElement.Child("met")!.Value.GetBoolean(),
            Agreement = Number("agreement"),
            Before = Text("before"),
        };

        rebuilt.Hash.ShouldBe(Text("hash"));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-03", 1)]
    [InlineData("2026-03-01", "2026-03-02", 0)]
    [InlineData("2026-03-03", "2026-03-04", 0)]
    public async Task The_last_day_is_not_part_of_it(string from, string to, int rows) =>
        (await Export("sla", "--from", from, "--to", to)).Split("\r\n").Length.ShouldBe(2 + rows);

    [Theory]
    [InlineData("--from takes a day such as 2026-11-01, not '1.11.2026'.", "--from", "1.11.2026")]
    [InlineData("--to takes a day such as 2026-11-01, not 'tomorrow'.", "--to", "tomorrow")]
    [InlineData("--to has to be after --from; the day that --to names is not part of the export.", "--from", "2026-03-02", "--to", "2026-03-02")]
    public void Wrong_days_are_said_to_be_wrong(string error, params string[] args) =>
        Root(Stream.Null).Parse(["export", "sla", .. args]).Errors.Select(wrong => wrong.Message).ShouldBe([error]);

    [Fact]
    public void An_unknown_format_is_refused() => Root(Stream.Null).Parse(["export", "sla", "--format", "xml"]).Errors.ShouldNotBeEmpty();

    private async Task<string> Export(params string[] args)
    {
        var output = new MemoryStream();
        (await Root(output).Parse(["export", .. args]).InvokeAsync()).ShouldBe(0);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private RootCommand Root(Stream output) => [ExportCommand.Create(_ => new Shared(App.Services.GetRequiredService<ITables>()), () => output)];

    // The bot's own store, which the command must not close.
    private sealed class Shared(ITables tables) : ITables
    {
        public Task CreateAsync(IEnumerable<string> names, CancellationToken cancel) => tables.CreateAsync(names, cancel);

        public Task<TableEntity?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancel) => tables.GetAsync(table, partitionKey, rowKey, cancel);

        public Task<IReadOnlyList<TableEntity?>> GetManyAsync(string table, IReadOnlyList<TableKey> keys, CancellationToken cancel) => tables.GetManyAsync(table, keys, cancel);

        public IAsyncEnumerable<TableEntity> QueryAsync(string table, TableRange range, int? take, CancellationToken cancel) => tables.QueryAsync(table, range, take, cancel);

        public Task<IReadOnlyList<Azure.ETag>> SubmitAsync(string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel) => tables.SubmitAsync(table, actions, cancel);

        public Task ScrubAsync(CancellationToken cancel) => tables.ScrubAsync(cancel);

        public Task<IReadOnlyList<TableException?>> SubmitManyAsync(IReadOnlyList<TableTransaction> transactions, CancellationToken cancel) => tables.SubmitManyAsync(transactions, cancel);
    }
}
