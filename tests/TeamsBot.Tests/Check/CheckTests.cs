using System.CommandLine;
using System.Text.RegularExpressions;
using Azure;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Routing;
using TeamsBot.Domain.Sla;
using TeamsBot.Features.Check;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Tables.Sqlite;
using TeamsBot.Testing.Handoffs;
using Xunit;

namespace TeamsBot.Tests.Check;

/// <summary><c>check</c> on a store with one lead that was accepted and contacted.</summary>
public sealed partial class CheckTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Actor Rita = new(new(new("rita"), "Rita"), Roles.Rep);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-check-");
    private SqliteTables tables = null!;

    public async Task InitializeAsync()
    {
        tables = Open();
        await tables.CreateAsync(TableNames.All, None);
        await new PeopleStore(tables).ChangeAsync("contoso", known => known with { Language = Language.Polish }, None);
        await new LeadStore(tables, TimeProvider.System).SaveAsync([new Lead(new("L-1")) { Name = "Nadia" }], new Coverage(["Name"], []), None);
        var store = new HandoffStore(tables);
        var lead = (await store.LeadAsync(new("L-1"), None))!;
        await store.AddAsync(AllDay.Request(new(new("L-1"), 1), "19:sales", Tier.Hot, Rita.Person, Start), lead.Value, lead.ETag, "a", None);
        await DecideAsync(store, handoff => handoff.Accept(Rita, Start + Duration.FromMinutes(5)));
        await DecideAsync(store, handoff => handoff.Contact(Rita, Start + Duration.FromMinutes(9)));
    }

    public async Task DisposeAsync()
    {
        await tables.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_store_as_Baton_left_it_is_counted_and_has_a_fingerprint_that_stays()
    {
        var (code, output) = await RunAsync();

        code.ShouldBe(0);
        output[0].ShouldBe("Configuration: no fault.");
        output[1].ShouldMatch("^Ledger: 2 rows of 1 handoffs, all as they were stored. Fingerprint [0-9a-f]{64}$");
        (await RunAsync()).Output.ShouldBe(output);
    }

    [Fact]
    public async Task Routing_that_leads_nowhere_is_named()
    {
        var plan = new RoutingPlan([new("All") { Pool = "DACH" }], [new("DACH", "19:gone", Duration.FromHours(1)) { Members = [new(Rita.Person)] }]);
        await new AgreementStore(tables, new PeopleStore(tables)).AddAsync("contoso", AllDay.Agreement with { Version = 1, ChangedBy = Rita.Person, ChangedAt = Start, Routing = plan }, None);

        var (code, output) = await RunAsync();

        code.ShouldBe(1);
        output.ShouldContain("Agreement of tenant contoso: pool \"DACH\" gives leads to a channel that is not set up, so its rules apply to nothing: change it in the agreement, under \"routing\".");
        output.ShouldContain("Agreement of tenant contoso: Rita (rita) in pool \"DACH\" takes no leads: give them the role of a rep, or take them out.");
    }

    [Fact]
    public async Task A_changed_row_is_named_and_the_exit_code_says_so()
    {
        await ChangeAsync("ack|0001|0002", "Met", false);

        var (code, output) = await RunAsync();

        code.ShouldBe(1);
        output[1].ShouldBe("Leads \"L-1\" \"ack|0001|0002\": altered");
        output[2].ShouldStartWith("Ledger: 2 rows of 1 handoffs, 1 differences.");
    }

    [Fact]
    public async Task A_row_taken_away_is_named()
    {
        await tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.Delete, new TableEntity("L-1", "ack|0001|0001"), ETag.All)], None);
        (await RunAsync()).Output[1].ShouldBe("Leads \"L-1\" \"ack|0001|0001\": missing");
    }

    [Fact]
    public async Task Another_last_hash_is_another_fingerprint()
    {
        var before = Fingerprint((await RunAsync()).Output);
        await ChangeAsync("handoff|0001", "LedgerHash", "0");

        var (_, output) = await RunAsync();

        output[1].ShouldBe("Leads \"L-1\" \"ack|0001|0002\": not the one that was stored");
        Fingerprint(output).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_fault_of_the_configuration_is_said_and_the_records_are_checked_all_the_same()
    {
        var (code, output) = await RunAsync("Intake:Secret is short.");
        code.ShouldBe(1);
        output.ShouldBe(["Configuration: Intake:Secret is short.", output[1]]);
        output[1].ShouldStartWith("Ledger: 2 rows");
    }

    [Fact]
    public async Task An_agreement_that_cannot_be_read_is_named()
    {
        await tables.SubmitAsync(TableNames.Agreement, [new(TableTransactionActionType.Add, new TableEntity("contoso", "current") { ["Version"] = 7 })], None);
        var (code, output) = await RunAsync();
        (code, output[1]).ShouldBe((1, "Agreement of tenant contoso: Version 7 of the agreement is not stored."));
    }

    [Fact]
    public async Task A_store_without_tables_is_said_to_be_none()
    {
        var empty = Directory.CreateTempSubdirectory("baton-check-");
        var (code, output) = await RunAsync(() => new SqliteTables(Path.Combine(empty.FullName, "store.db"), TimeProvider.System));
        (code, output[1]).ShouldBe((1, "Store: There is no table 'Leads'."));
        empty.Delete(recursive: true);
    }

    private static string Fingerprint(IReadOnlyList<string> output) => Hexadecimal().Match(output[^1]).Value;

    private Task<(int Code, IReadOnlyList<string> Output)> RunAsync(params string[] faults) => RunAsync(Open, faults);

    private static async Task<(int Code, IReadOnlyList<string> Output)> RunAsync(Func<ITables> open, params string[] faults)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var root = new RootCommand { CheckCommand.Create(faults, reach: null, _ => open(), TimeProvider.System) };
        var code = await root.Parse(["check"]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        error.ToString().ShouldBeEmpty();
        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        return (code, [.. lines.Where(line => !Fine().IsMatch(line))]);
    }

    private SqliteTables Open() => new(Path.Combine(folder.FullName, "store.db"), TimeProvider.System);

    private Task ChangeAsync(string row, string column, object value) => tables.SubmitAsync(
        TableNames.Leads, [new(TableTransactionActionType.UpdateMerge, new TableEntity("L-1", row) { [column] = value }, ETag.All)], None);

    private static async Task DecideAsync(HandoffStore store, Func<Handoff, Decision> decide)
    {
        var stored = (await store.LoadAsync(new(new("L-1"), 1), None))!;
        (await store.SaveAsync(stored, (Decision.Applied)decide(stored.Handoff), "a", None)).ShouldBeTrue();
    }

    // What is around the records; CheckupTests look at it.
    [GeneratedRegex("^(Identity: none|Store: fine|Organisation )", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fine();

    [GeneratedRegex("[0-9a-f]{64}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hexadecimal();
}
