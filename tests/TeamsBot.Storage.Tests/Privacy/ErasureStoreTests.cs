using NodaTime;
using Shouldly;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Privacy;
using TeamsBot.Domain.Questions;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.ReadModel;
using TeamsBot.Storage.Stores;
using TeamsBot.Testing.Handoffs;
using TeamsBot.Testing.Privacy;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Storage.Tests.Privacy;

/// <summary>Erasing a lead that was at everything, cut short wherever it may be.</summary>
public sealed class ErasureStoreTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Actor Rita = new(new(new("rita"), "Rita"), Roles.Rep);
    private static readonly Actor Mark = new(new(new("mark"), "Mark"), Roles.Marketer);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-erasure-");
    private readonly ManualClock clock = new();
    private Storage.Tables.Sqlite.SqliteTables sqlite = null!;
    private FiguresModel figures = null!;
    private DyingTables tables = null!;

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private ErasureRequest Request => new(Zyphora.Lead.Id, ErasureCause.Asked, Mark.Person, Now);

    public async Task InitializeAsync()
    {
        sqlite = new(Path.Combine(folder.FullName, "tables.db"), clock);
        tables = new(sqlite);
        figures = new(tables, folder.FullName, clock);
        await tables.CreateAsync(TableNames.All, None);
        await new AttributeStore(tables, clock).SaveAsync(Zyphora.Declared, None);
        await new LeadStore(tables, clock).SaveAsync([Zyphora.Lead], Zyphora.Everything<Lead>("profile"), None);
        await new DealStore(tables, clock).SaveAsync([Zyphora.Deal], Zyphora.Everything<Deal>("contact"), None);
        await HandOverAsync(1, handoff => handoff.Reject(Rita, Now, RejectionReason.Other, Zyphora.Note, AllDay.Terms));
        await HandOverAsync(
            2,
            handoff => handoff.Ask(Rita, Now, Zyphora.Question, AllDay.Terms), handoff => handoff.Reply(Mark, Now, Zyphora.Answer, AllDay.Terms), handoff => handoff.Accept(Rita, Now, AllDay.Terms));
        await new LastQuestionStore(tables).SaveAsync(
            Rita.Person.Id, "a:chat", new(null, default), new Query(Metrics.Leads) { Form = QueryForm.Record, Filters = [new(Dimensions.Id, [Zyphora.Lead.Name!])] }, Now, None);
        await new LastQuestionStore(tables).SaveAsync(Mark.Person.Id, "a:chat", new(null, default), new Query(Metrics.Leads) { GroupBy = ["source"] }, Now, None);
        await figures.CatchUpAsync(None);
    }

    public async Task DisposeAsync()
    {
        await figures.DisposeAsync();
        await sqlite.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_of_her_is_left_in_tables_and_files()
    {
        (await Zyphora.InTablesAsync(tables)).ShouldNotBeEmpty();
        Zyphora.InFiles(folder.FullName).Count.ShouldBeGreaterThan(20);

        await EraseAsync();
        await ScrubAsync();

        (await Zyphora.InTablesAsync(tables)).ShouldBeEmpty();
        Zyphora.InFiles(folder.FullName).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_may_be_cut_short_before_or_after_every_write_and_is_made_up_for()
    {
        var moments = 0;
        for (var isOver = false; !isOver; moments++)
        {
            var one = new ErasureStoreTests();
            await one.InitializeAsync();
            isOver = await one.DiesAndRecoversAsync(moments);
            await one.DisposeAsync();
        }

        moments.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task Once_is_one_row_of_the_audit_which_says_who_and_when_and_how_much()
    {
        var request = Request;
        await EraseAsync();
        clock.Advance(TimeSpan.FromMinutes(15));
        await EraseAsync();

        var deed = (await new PrivacyStore(tables).ReadAsync(None).ToListAsync()).ShouldHaveSingleItem();
        (deed.Action, deed.Cause, deed.By, deed.At, deed.Lead).ShouldBe((PrivacyAction.Erased, ErasureCause.Asked, Mark.Person, request.At, PrivacyDeed.HashOf(Zyphora.Lead.Id)));
        (deed.Held.Handoffs, deed.Held.Deals).ShouldBe((2, 1));
        deed.Held.Terms.ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task The_ledger_verifies_to_the_letter_as_before()
    {
        var before = (await new LedgerAudit(tables).RunAsync(None).ToListAsync()).ShouldHaveSingleItem();
        var rows = await LedgerAsync();

        await EraseAsync();

        var after = (await new LedgerAudit(tables).RunAsync(None).ToListAsync()).ShouldHaveSingleItem();
        after.Findings.ShouldBeEmpty();
        after.Handoffs.ShouldBe(before.Handoffs);
        (await LedgerAsync()).ShouldBe(rows);
    }

    [Fact]
    public async Task Figures_of_the_past_stay_right()
    {
        Query[] queries = [new(Metrics.Leads), new(Metrics.Leads) { GroupBy = ["source"] }, new(Metrics.Handoffs), new(Metrics.RejectedHandoffs), new(Metrics.Revenue), new(Metrics.Revenue) { GroupBy = ["source"] }, new(Metrics.AcceptanceRate)];
        var before = await AnswersAsync(queries);

        await EraseAsync();

        (await AnswersAsync(queries)).ShouldBe(before);
        (await AnswersAsync(new Query(Metrics.Leads) { GroupBy = ["account"] })).ShouldHaveSingleItem().ShouldContain(Dimensions.None);
    }

    [Fact]
    public async Task Her_id_stays_refused_and_what_an_import_brought_meanwhile_goes()
    {
        var imported = false;
        tables.BeforeWrite = async table =>
        {
            if (table == TableNames.Leads && !imported)
            {
                imported = true;
                await new LeadStore(sqlite, clock).SaveAsync([Zyphora.Lead with { Company = "Umbraxis Baldomero" }], Zyphora.Everything<Lead>("profile"), None);
            }
        };

        await EraseAsync();
        var saved = await new LeadStore(tables, clock).SaveAsync([Zyphora.Lead with { Name = "Zyphora Sapphire" }], Zyphora.Everything<Lead>("profile"), None);

        imported.ShouldBeTrue();
        saved.ShouldHaveSingleItem().Outcome.ShouldBe(SaveOutcome.Refused);
        saved[0].Why.ShouldNotBeNull().ShouldContain("forgotten");
        (await Zyphora.InTablesAsync(tables)).ShouldBeEmpty();
        (await new LeadStore(tables, clock).FindAsync("Zyphora", 5, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sale_of_hers_that_comes_later_comes_without_her()
    {
        await EraseAsync();

        await new DealStore(tables, clock).SaveAsync([Zyphora.Deal, Zyphora.Deal with { Lead = new("L-2") , Account = "Globex", Attributes = new Dictionary<string, string>(), Status = DealStatus.Lost }], Zyphora.Everything<Deal>("contact"), None);

        (await Zyphora.InTablesAsync(tables)).ShouldBeEmpty();
        (await new DealStore(tables, clock).GetAsync("D-77", None))!.Account.ShouldBe("Globex");
    }

    [Fact]
    public async Task Others_keep_their_last_question()
    {
        await EraseAsync();

        var questions = new LastQuestionStore(tables);
        (await questions.FindAsync(Mark.Person.Id, "a:chat", Now, None)).Value.ShouldNotBeNull();
        (await questions.FindAsync(Rita.Person.Id, "a:chat", Now, None)).Value.ShouldBeNull();
    }

    [Fact]
    public async Task The_model_of_another_machine_forgets_as_well()
    {
        var other = Directory.CreateTempSubdirectory("baton-erasure-");
        await using (var elsewhere = new FiguresModel(tables, other.FullName, clock))
        {
            await elsewhere.CatchUpAsync(None);
            Zyphora.InFiles(other.FullName).ShouldNotBeEmpty();
            await EraseAsync();

            await elsewhere.CatchUpAsync(None);
            await elsewhere.ScrubAsync(None);

            Zyphora.InFiles(other.FullName).ShouldBeEmpty();
        }

        other.Delete(recursive: true);
    }

    [Fact]
    public async Task A_lead_that_is_not_there_cannot_be_forgotten() =>
        (await Store().EraseAsync(Request with { Lead = new("nobody") }, None)).ShouldBeNull();

    // True when it lived to the end.
    private async Task<bool> DiesAndRecoversAsync(int moments)
    {
        tables.DieAfter(moments);
        var lived = await TryEraseAsync();
        tables.DieAfter(null);
        (await new LedgerAudit(tables).RunAsync(None).ToListAsync()).ShouldHaveSingleItem().Findings.ShouldBeEmpty();

        await EraseAsync();
        await ScrubAsync();

        (await Zyphora.InTablesAsync(tables)).ShouldBeEmpty($"died after {moments}");
        Zyphora.InFiles(folder.FullName).ShouldBeEmpty($"died after {moments}");
        var held = (await new PrivacyStore(tables).ReadAsync(None).ToListAsync()).ShouldHaveSingleItem().Held;
        (held.Handoffs, held.Deals).ShouldBe((2, 1));
        held.Terms.ShouldBeGreaterThan(8);
        return lived;
    }

    private async Task EraseAsync() => (await Store().EraseAsync(Request, None)).ShouldNotBeNull();

    private async Task<bool> TryEraseAsync()
    {
        try
        {
            await EraseAsync();
            return true;
        }
        catch (DyingTables.ProcessDiedException)
        {
            return false;
        }
    }

    private async Task ScrubAsync()
    {
        await figures.CatchUpAsync(None);
        await figures.ScrubAsync(None);
        await tables.ScrubAsync(None);
    }

    private ErasureStore Store() => new(tables, new(tables, figures), new(tables), new(tables), clock);

    private Task<List<string>> LedgerAsync() =>
        new LedgerStore(tables).ReadAsync(null, null, None).Select(entry => entry.ToString()).ToListAsync().AsTask();

    private async Task<IReadOnlyList<string>> AnswersAsync(params Query[] queries)
    {
        await figures.CatchUpAsync(None);
        List<string> answers = [];
        foreach (var query in queries)
        {
            var answer = await figures.AnswerAsync(query, DateTimeZone.Utc, None);
            answers.Add(string.Join(';', answer.Rows.Select(row => string.Join(',', row))));
        }

        return answers;
    }

    private async Task HandOverAsync(int number, params Func<Handoff, Decision>[] deeds)
    {
        var store = new HandoffStore(tables);
        var lead = (await store.LeadAsync(Zyphora.Lead.Id, None))!;
        var handoff = AllDay.Request(new(Zyphora.Lead.Id, number), "19:sales", Tier.Hot, Mark.Person, Now) with { FirstStep = Zyphora.FirstStep };
        (await store.AddAsync(handoff, lead.Value, lead.ETag, "a", None)).ShouldBeTrue();
        foreach (var deed in deeds)
        {
            var before = (await store.LoadAsync(handoff.Id, None))!;
            (await store.SaveAsync(before, (Decision.Applied)deed(before.Handoff), "a", None)).ShouldBeTrue();
        }

        await new JournalStore(tables, clock).FollowAsync((await store.LoadAsync(handoff.Id, None))!.Handoff, None);
    }
}
