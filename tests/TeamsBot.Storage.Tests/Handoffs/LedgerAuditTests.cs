using Azure;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tests.Engines;
using TeamsBot.Testing.Handoffs;
using Xunit;

namespace TeamsBot.Storage.Tests.Handoffs;

/// <summary>Two leads with three ledgers, and what somebody with access to the tables does to them.</summary>
public sealed class LedgerAuditTests() : StoresContract(Engine.Sqlite)
{
    private const string Lead = "lead-7";
    private const string Second = "handoff|0002";

    [Fact]
    public async Task Ledgers_as_they_were_written_have_no_fault_and_are_counted()
    {
        await FillAsync();
        var leads = await AuditAsync();
        leads.SelectMany(lead => lead.Findings).ShouldBeEmpty();
        leads.Sum(lead => lead.Rows).ShouldBe(5);
        leads.SelectMany(lead => lead.Handoffs).Select(handoff => (handoff.Id.ToString(), handoff.LastHash.Length)).ShouldBe([("lead-7~1", 64), ("lead-7~2", 64), ("lead-8~1", 0)]);
    }

    [Fact]
    public async Task Every_changed_byte_of_every_column_of_every_row_is_found()
    {
        await FillAsync();
        var tried = 0;
        foreach (var row in await LedgerAsync())
        {
            foreach (var changed in row.SelectMany(column => OneByteOff(column.Value).Select(value => With(row, column.Key, value))))
            {
                await ReplaceAsync(changed);
                (await FindingsAsync()).ShouldBe([new(row.PartitionKey, row.RowKey, LedgerFault.Altered)], $"{row.RowKey} {string.Join(' ', changed)}");
                tried++;
            }

            await ReplaceAsync(row);
        }

        tried.ShouldBeGreaterThan(1000);
        (await FindingsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_column_that_is_taken_away_added_or_written_in_another_way_is_found()
    {
        await FillAsync();
        foreach (var row in await LedgerAsync())
        {
            IEnumerable<TableEntity> changes =
            [
                .. row.Select(column => With(row, column.Key, null)),
                .. row.Select(column => With(row, column.Key, Guid.Empty)),
                With(row, "Remark", "x"),
                With(row, "Tier", "1"),
                With(row, "Action", $" {row.GetString("Action")}"),
                With(row, "OwnerName", "somebody"),
            ];
            foreach (var changed in changes)
            {
                await ReplaceAsync(changed);
                (await FindingsAsync()).ShouldBe([new(row.PartitionKey, row.RowKey, LedgerFault.Altered)], $"{row.RowKey} {string.Join(' ', changed)}");
            }

            await ReplaceAsync(row);
        }
    }

    [Fact]
    public async Task Every_row_that_is_taken_away_is_missing()
    {
        await FillAsync();
        foreach (var row in await LedgerAsync())
        {
            await DeleteAsync(row);
            (await FindingsAsync()).ShouldBe([new(Lead, row.RowKey, LedgerFault.Missing)]);
            await AddAsync(row);
        }
    }

    [Fact]
    public async Task Rows_that_changed_places_are_found()
    {
        await FillAsync();
        var rows = await LedgerAsync();
        await ReplaceAsync(Copy(rows[0], rows[1].RowKey));
        await ReplaceAsync(Copy(rows[1], rows[0].RowKey));
        (await FindingsAsync()).ShouldBe([new(Lead, rows[0].RowKey, LedgerFault.Replaced), new(Lead, rows[1].RowKey, LedgerFault.Replaced)]);
    }

    [Theory]
    [InlineData("ack|0001|0004")]
    [InlineData("ack|0001|0000")]
    [InlineData("ack|0001|1")]
    [InlineData("ack|9")]
    [InlineData("handoff|x")]
    public async Task A_row_that_was_put_there_is_found(string key)
    {
        await FillAsync();
        await AddAsync(Copy((await LedgerAsync())[0], key));
        (await FindingsAsync()).ShouldBe([new(Lead, key, LedgerFault.Added)]);
    }

    [Theory]
    [InlineData("LedgerRows", 2)]
    [InlineData("LedgerRows", 4)]
    [InlineData("LedgerRows", null)]
    [InlineData("LedgerRows", "three")]
    [InlineData("LedgerHash", null)]
    [InlineData("LeadId", "lead-8")]
    [InlineData("State", "Nowhere")]
    [InlineData("Notices", "{")]
    public async Task A_handoff_that_does_not_fit_its_ledger_or_cannot_be_read_is_found(string column, object? value)
    {
        await FillAsync();
        await ReplaceAsync(With((await Tables.GetAsync(TableNames.Leads, Lead, "handoff|0001", None))!, column, value));
        (await FindingsAsync()).ShouldBe([new(Lead, "handoff|0001", LedgerFault.Altered)]);
    }

    [Fact]
    public async Task Ledger_rows_whose_handoff_is_gone_are_found()
    {
        await FillAsync();
        await DeleteAsync((await Tables.GetAsync(TableNames.Leads, Lead, Second, None))!);
        (await FindingsAsync()).ShouldBe([new(Lead, Second, LedgerFault.Missing)]);
    }

    [Fact]
    public async Task A_handoff_that_is_gone_with_its_ledger_leaves_a_gap()
    {
        await FillAsync();
        foreach (var row in (await RowsAsync(TableNames.Leads)).Where(row => row.PartitionKey == Lead && (row.RowKey.StartsWith("ack|0001", StringComparison.Ordinal) || row.RowKey == "handoff|0001")))
        {
            await DeleteAsync(row);
        }

        (await FindingsAsync()).ShouldBe([new(Lead, "handoff|0001", LedgerFault.Missing)]);
    }

    [Fact]
    public async Task A_row_under_a_key_that_is_no_leads_is_found()
    {
        await FillAsync();
        await AddAsync(new TableEntity("a|b", "ack|0001|0001"));
        (await FindingsAsync()).ShouldBe([new("a|b", "ack|0001|0001", LedgerFault.Added)]);
    }

    [Fact]
    public async Task The_whole_ledger_is_read_by_lead_handoff_and_number_and_only_of_the_time_asked_for()
    {
        await FillAsync();
        var all = await new LedgerStore(Tables).ReadAsync(null, null, None).ToListAsync();
        all.Select(entry => $"{entry.Handoff} {entry.Number}").ShouldBe(["lead-7~1 1", "lead-7~1 2", "lead-7~1 3", "lead-7~2 1", "lead-7~2 2"]);
        (await new LedgerStore(Tables).ReadAsync(all[1].At, all[2].At, None).ToListAsync()).ShouldBe([all[1]]);
    }

    [Fact]
    public async Task A_ledger_with_a_row_that_cannot_be_read_is_not_taken_for_whole()
    {
        await FillAsync();
        await ReplaceAsync(With((await LedgerAsync())[1], "Tier", "Tepid"));
        var problem = await Should.ThrowAsync<TableException>(async () => await new LedgerStore(Tables).ReadAsync(null, null, None).CountAsync());
        problem.Message.ShouldContain("ack|0001|0002");
    }

    // The first handoff was accepted late, contacted and sent back; the second answered late by a rejection; another lead's waits.
    private async Task FillAsync()
    {
        var stored = await AddHandoffAsync(Lead);
        Clock.Advance(TimeSpan.FromHours(5));
        stored = await SaveAsync(stored, stored.Handoff.Accept(Rita, Now));
        Clock.Advance(TimeSpan.FromMinutes(7));
        stored = await SaveAsync(stored, stored.Handoff.Contact(Rita, Now));
        Clock.Advance(TimeSpan.FromTicks(1_234_567));
        var lead = (await Handoffs.LeadAsync(new LeadId(Lead), None))!;
        var second = await AddHandoffAsync(AllDay.Request(new(lead.Value.Id, 2), "19:sales", Domain.Sla.Tier.Hot, Mark.Person, Now), lead);
        Clock.Advance(TimeSpan.FromHours(9));
        await SaveAsync(second, second.Handoff.Reject(Omar, Now, RejectionReason.Budget, note: null));
        await AddHandoffAsync("lead-8");
    }

    private async Task<StoredHandoff> SaveAsync(StoredHandoff before, Decision decision)
    {
        (await Handoffs.SaveAsync(before, decision.ShouldBeOfType<Decision.Applied>(), "activity-1", None)).ShouldBeTrue();
        return (await Handoffs.LoadAsync(before.Handoff.Id, None))!;
    }

    private async Task<IReadOnlyList<AuditedLead>> AuditAsync() => await new LedgerAudit(Tables).RunAsync(None).ToListAsync();

    private async Task<IEnumerable<RowFinding>> FindingsAsync() => (await AuditAsync()).SelectMany(lead => lead.Findings);

    private async Task<IReadOnlyList<TableEntity>> LedgerAsync() =>
        [.. (await RowsAsync(TableNames.Leads)).Where(row => row.RowKey.StartsWith("ack|", StringComparison.Ordinal))];

    private Task ReplaceAsync(TableEntity row) => Tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.UpdateReplace, row, ETag.All)], None);

    private Task AddAsync(TableEntity row) => Tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.Add, row)], None);

    private Task DeleteAsync(TableEntity row) => Tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.Delete, row, ETag.All)], None);

    private static TableEntity Copy(TableEntity row, string key)
    {
        var copy = new TableEntity(row.PartitionKey, key);
        foreach (var (name, value) in row)
        {
            copy[name] = value;
        }

        return copy;
    }

    private static TableEntity With(TableEntity row, string column, object? value)
    {
        var copy = Copy(row, row.RowKey);
        copy[column] = value;
        return copy;
    }

    // Every value that differs in one byte; of a text, in one character.
    private static IEnumerable<object> OneByteOff(object value) => value switch
    {
        string text => text.Select((c, at) => (object)string.Concat(text.AsSpan(0, at), [(char)(c ^ 1)], text.AsSpan(at + 1))).Append(text + "x"),
        int number => Enumerable.Range(0, 4).Select(at => (object)(number ^ (1 << (8 * at)))),
        long number => Enumerable.Range(0, 8).Select(at => (object)(number ^ (1L << (8 * at)))),
        bool flag => [!flag],
        DateTimeOffset at => Enumerable.Range(0, 7).Select(place => (object)new DateTimeOffset(at.Ticks ^ (1L << (8 * place)), TimeSpan.Zero)),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "No column holds this."),
    };
}
