using NodaTime;
using Shouldly;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Funnel;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using Xunit;

namespace TeamsBot.Storage.Tests.Stores;

public sealed class SavingTests : IAsyncLifetime
{
    private static readonly Coverage NameAndScore = new([nameof(Lead.Name), nameof(Lead.Score), nameof(Lead.Stage), nameof(Lead.Owner)], ["size"]);
    private TemporaryStore store = null!;
    private LeadStore leads = null!;

    public async Task InitializeAsync()
    {
        store = await TemporaryStore.CreateAsync();
        leads = new LeadStore(store.Tables, TimeProvider.System);
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_lead_comes_back_as_it_was_saved()
    {
        var lead = new Lead(new LeadId("a/b#c?")) with
        {
            Name = "李小龙", Company = "Ö", Title = "CTO", Email = "x@y.example", Phone = "+1 555 0100", Country = "中国", Speaks = "Chinese",
            Employees = 12, Source = "event", Campaign = "c", Product = "p", Segment = "s", CreatedAt = Instant.FromUtc(2018, 3, 5, 17, 30),
            Stage = FunnelStage.Intent, Score = 91, ScoreLines = [new(50, "asked, \"now\""), new(-5, "no budget")], LastActivity = "demo",
            LastActivityAt = Instant.FromUtc(2018, 3, 6, 1, 2), FirstStep = "call", Owner = "Ewa",
        };
        await leads.SaveAsync([lead], NameAndScore, CancellationToken.None);

        var read = (await leads.GetAsync(lead.Id, CancellationToken.None))!;
        read.ScoreLines.ShouldBe(lead.ScoreLines);
        (read with { ScoreLines = lead.ScoreLines, Attributes = lead.Attributes }).ShouldBe(lead);
    }

    [Fact]
    public async Task The_same_lead_again_changes_nothing()
    {
        (await SaveAsync(NewLead("Anna", 10))).ShouldBe(SaveOutcome.Added);
        (await SaveAsync(NewLead("Anna", 10))).ShouldBe(SaveOutcome.Unchanged);
        (await SaveAsync(NewLead("Anna", 11))).ShouldBe(SaveOutcome.Updated);
    }

    [Fact]
    public async Task What_an_import_does_not_speak_of_stays()
    {
        var full = NewLead("Anna", 10) with { Company = "Helix", Attributes = new Dictionary<string, string> { ["size"] = "S", ["colour"] = "red" } };
        await SaveAsync(full);
        await SaveAsync(NewLead("Anna", 20) with { Attributes = new Dictionary<string, string> { ["size"] = "L" } });

        var read = await ReadAsync();
        read.Company.ShouldBe("Helix");
        read.Score.ShouldBe(20);
        read.Attributes["size"].ShouldBe("L");
        read.Attributes["colour"].ShouldBe("red");
    }

    [Fact]
    public async Task What_an_import_speaks_of_and_leaves_empty_goes()
    {
        await SaveAsync(NewLead("Anna", 10));
        await SaveAsync(NewLead("Anna", null));
        (await ReadAsync()).Score.ShouldBeNull();
    }

    [Fact]
    public async Task A_lead_that_moved_on_keeps_stage_and_owner_and_takes_the_rest()
    {
        await SaveAsync(NewLead("Anna", 10) with { Stage = FunnelStage.Intent });
        await MoveAsync(FunnelStage.Accepted, "Rita Rep");

        (await SaveAsync(NewLead("Anna", 10) with { Stage = FunnelStage.Intent })).ShouldBe(SaveOutcome.Unchanged);
        (await SaveAsync(NewLead("Anna", 30) with { Stage = FunnelStage.Interest, Owner = "Somebody" })).ShouldBe(SaveOutcome.Updated);
        var read = await ReadAsync();
        (read.Stage, read.Owner, read.Score).ShouldBe((FunnelStage.Accepted, "Rita Rep", 30));
    }

    [Fact]
    public async Task A_lead_that_did_not_move_on_follows_the_file()
    {
        await SaveAsync(NewLead("Anna", 10) with { Stage = FunnelStage.Interest });
        await SaveAsync(NewLead("Anna", 10) with { Stage = FunnelStage.Intent });
        (await ReadAsync()).Stage.ShouldBe(FunnelStage.Intent);
    }

    [Fact]
    public async Task The_same_id_twice_in_a_batch_is_one_lead_and_the_later_row_counts()
    {
        var saved = await leads.SaveAsync([NewLead("Anna", 1), NewLead("Anna", 1), NewLead("Anna", 2)], NameAndScore, CancellationToken.None);
        saved.Select(one => one.Outcome).ShouldBe([SaveOutcome.Added, SaveOutcome.Unchanged, SaveOutcome.Updated]);
        (await ReadAsync()).Score.ShouldBe(2);
    }

    [Fact]
    public async Task A_record_that_no_table_takes_is_refused_alone()
    {
        var fat = Enumerable.Range(0, 20).ToDictionary(i => $"a{i}", _ => new string('x', 30_000));
        var saved = await leads.SaveAsync([NewLead("Anna", 1), new Lead(new LeadId("fat")) { Attributes = fat }], NameAndScore, CancellationToken.None);
        saved.Select(one => one.Outcome).ShouldBe([SaveOutcome.Added, SaveOutcome.Refused]);
        saved[1].Why.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_run_that_was_cut_short_after_the_index_is_finished_by_the_next()
    {
        await SaveAsync(NewLead("Anna Nowak", 1));
        var row = (await store.Tables.GetAsync(TableNames.Leads, LeadRow.PartitionKey(new("L")), LeadRow.RowKey, CancellationToken.None))!;
        await store.Tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.Delete, row, row.ETag)], CancellationToken.None);

        (await SaveAsync(NewLead("Anna Nowak", 1))).ShouldBe(SaveOutcome.Added);
        (await leads.FindAsync("nowak", 5, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Deals_campaigns_and_targets_come_back_as_they_were_saved()
    {
        var deal = new Deal("D/1") { Lead = new LeadId("L"), Status = DealStatus.Won, Value = 1234.50m, Currency = "PLN", ClosedAt = Instant.FromUtc(2018, 1, 2, 3, 4), Rep = "Ewa" };
        var campaign = new Campaign("C 1") { Name = "春季", StartsOn = new LocalDate(2018, 3, 5), Status = CampaignStatus.Live, Spend = 10m };
        var target = new Target("revenue", "2018-Q1", 50_000m) { Dimension = "rep", Member = "Ewa" };
        var cancel = CancellationToken.None;
        await new DealStore(store.Tables, TimeProvider.System).SaveAsync([deal], new([], []), cancel);
        await new CampaignStore(store.Tables, TimeProvider.System).SaveAsync([campaign], new([], []), cancel);
        await new TargetStore(store.Tables, TimeProvider.System).SaveAsync([target], cancel);

        ((await new DealStore(store.Tables, TimeProvider.System).GetAsync("D/1", cancel))! with { Attributes = deal.Attributes }).ShouldBe(deal);
        ((await new CampaignStore(store.Tables, TimeProvider.System).GetAsync("C 1", cancel))! with { Attributes = campaign.Attributes }).ShouldBe(campaign);
        (await new TargetStore(store.Tables, TimeProvider.System).ReadAsync("revenue", cancel)).ShouldBe([target]);
    }

    [Fact]
    public async Task Labels_of_attributes_are_kept_and_replaced()
    {
        var attributes = new AttributeStore(store.Tables, TimeProvider.System);
        await attributes.SaveAsync([new("leads", "lead_type", new Dictionary<Language, string> { [Language.English] = "type" })], CancellationToken.None);
        await attributes.SaveAsync([new("leads", "lead_type", new Dictionary<Language, string> { [Language.Chinese] = "线索类型" })], CancellationToken.None);

        var read = (await attributes.ReadAsync("leads", CancellationToken.None)).ShouldHaveSingleItem();
        read.Labels.ShouldBe(new Dictionary<Language, string> { [Language.Chinese] = "线索类型" });
    }

    private static Lead NewLead(string name, int? score) => new(new LeadId("L")) { Name = name, Score = score };

    private async Task<SaveOutcome> SaveAsync(Lead lead) => (await leads.SaveAsync([lead], NameAndScore, CancellationToken.None))[0].Outcome;

    private async Task<Lead> ReadAsync() => (await leads.GetAsync(new LeadId("L"), CancellationToken.None))!;

    private async Task MoveAsync(FunnelStage stage, string owner) => await store.Tables.SubmitAsync(
        TableNames.Leads,
        [new(TableTransactionActionType.UpdateMerge, LeadRow.Moved(new LeadId("L"), stage, owner), Azure.ETag.All)],
        CancellationToken.None);
}
