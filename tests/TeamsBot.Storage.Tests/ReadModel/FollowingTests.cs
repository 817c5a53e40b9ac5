using Azure;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Storage.Stores;
using TeamsBot.Storage.Tables;
using TeamsBot.Storage.Work;
using Xunit;

namespace TeamsBot.Storage.Tests.ReadModel;

public sealed class FollowingTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Query Leads = new(Metrics.Leads);
    private ModelDesk desk = null!;

    public async Task InitializeAsync() => desk = await ModelDesk.CreateAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task What_was_there_before_the_model_is_counted()
    {
        await desk.SaveAsync(NewLead("1"), NewLead("2"));
        (await desk.NumberAsync(Leads)).ShouldBe(2);
    }

    [Fact]
    public async Task What_comes_later_is_followed_at_once()
    {
        (await desk.NumberAsync(Leads)).ShouldBe(0);
        await desk.SaveAsync(NewLead("1"), NewLead("2"));
        (await desk.NumberAsync(Leads)).ShouldBe(2);
        await desk.SaveAsync(NewLead("3"), NewLead("2") with { Source = "event" });
        (await desk.NumberAsync(Leads)).ShouldBe(3);
        (await desk.NumberAsync(Leads with { Filters = [new("source", ["EVENT"])] })).ShouldBe(1);
    }

    [Fact]
    public async Task A_lead_is_won_by_its_deal_and_no_more_when_the_deal_is_lost()
    {
        await desk.SaveAsync(NewLead("1"));
        await desk.SaveAsync(new Deal("d") { Lead = new("1"), Status = DealStatus.Won });
        (await desk.NumberAsync(new(Metrics.ConversionRate))).ShouldBe(1);
        (await desk.NumberAsync(Leads with { Filters = [new("stage", ["Won"])] })).ShouldBe(1);
        await desk.SaveAsync(new Deal("d") { Lead = new("1"), Status = DealStatus.Lost });
        (await desk.NumberAsync(new(Metrics.ConversionRate))).ShouldBe(0);
        (await desk.NumberAsync(Leads with { Filters = [new("stage", ["Intent"])] })).ShouldBe(1);
    }

    [Fact]
    public async Task A_deal_has_what_its_lead_has_also_when_the_lead_comes_or_changes_later()
    {
        await desk.SaveAsync(new Deal("d") { Lead = new("1"), Status = DealStatus.Open });
        (await DealsFromAsync(Dimensions.None)).ShouldBe(1);
        await desk.SaveAsync(NewLead("1"));
        (await DealsFromAsync("social")).ShouldBe(1);
        await desk.SaveAsync(NewLead("1") with { Source = "event" });
        (await DealsFromAsync("event")).ShouldBe(1);
        await DeleteAsync(TableNames.Leads, LeadRow.PartitionKey(new("1")), LeadRow.RowKey, NotedRecords.Leads, "1");
        (await DealsFromAsync(Dimensions.None)).ShouldBe(1);
    }

    [Fact]
    public async Task A_joined_lead_counts_as_the_other_with_its_deals_until_that_is_undone()
    {
        await desk.SaveAsync(NewLead("1"), NewLead("2") with { Source = "event" });
        await desk.SaveAsync(new Deal("d") { Lead = new("2"), Status = DealStatus.Won });
        (await desk.NumberAsync(Leads)).ShouldBe(2);

        var (joins, pairs, queue) = (new JoinStore(desk.Tables), new PairStore(desk.Tables), new WorkQueue(desk.Tables, desk.Clock));
        var joining = new LeadJoins(desk.Tables, joins, pairs, new HandoffStore(desk.Tables), queue, desk.Clock);
        (await joining.JoinAsync(new(new("2"), new("1")), [], PersonRef.Baton, None)).Copy.ShouldBe(new LeadId("2"));
        (await desk.NumberAsync(Leads)).ShouldBe(1);
        (await desk.NumberAsync(Leads with { Filters = [new("source", ["event"])] })).ShouldBe(0);
        (await desk.NumberAsync(new(Metrics.ConversionRate))).ShouldBe(1);
        (await DealsFromAsync("social")).ShouldBe(1);

        await joining.UndoAsync(new("2"), PersonRef.Baton, None);
        (await desk.NumberAsync(Leads)).ShouldBe(2);
        (await desk.NumberAsync(Leads with { Filters = [new("stage", ["Won"]), new("source", ["social"])] })).ShouldBe(0);
        (await DealsFromAsync("event")).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_deleted_is_gone()
    {
        await desk.SaveAsync(NewLead("1"), NewLead("2"));
        await desk.SaveAsync(new Deal("d"));
        (await desk.NumberAsync(Leads)).ShouldBe(2);
        await DeleteAsync(TableNames.Leads, LeadRow.PartitionKey(new("1")), LeadRow.RowKey, NotedRecords.Leads, "1");
        await DeleteAsync(TableNames.Deals, DealRow.PartitionKey("d"), DealRow.RowKey, NotedRecords.Deals, "d");
        (await desk.NumberAsync(Leads)).ShouldBe(1);
        (await desk.NumberAsync(new(Metrics.Deals))).ShouldBe(0);
    }

    [Fact]
    public async Task A_record_that_is_written_long_after_its_note_is_followed()
    {
        await desk.Model.CatchUpAsync(None);
        var notes = new ChangeNotes(desk.Tables, desk.Clock);
        var noting = await notes.BeginAsync(NotedRecords.Leads, ["1"], None);
        (await desk.NumberAsync(Leads)).ShouldBe(0);
        desk.Clock.Advance(TimeSpan.FromMinutes(8));
        (await desk.NumberAsync(Leads)).ShouldBe(0);

        await AddQuietlyAsync(NewLead("1"));
        (await desk.NumberAsync(Leads)).ShouldBe(1, "the writer may have died before it could say that it was done");

        desk.Clock.Advance(TimeSpan.FromHours(3));
        await desk.Model.CatchUpAsync(None);
        await AddQuietlyAsync(NewLead("2"));
        (await desk.NumberAsync(Leads)).ShouldBe(1, "nobody noted the second");
        await notes.DoneAsync(noting, None);
    }

    [Fact]
    public async Task A_record_that_was_under_way_when_the_model_was_built_is_followed()
    {
        await new ChangeNotes(desk.Tables, desk.Clock).BeginAsync(NotedRecords.Leads, ["1"], None);
        desk.Clock.Advance(TimeSpan.FromMinutes(4));
        await desk.Model.RebuildAsync(None);
        await AddQuietlyAsync(NewLead("1"));
        (await desk.NumberAsync(Leads)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_readers_of_one_file_follow_each_for_itself()
    {
        await using var other = desk.Open();
        await other.CatchUpAsync(None);
        await desk.SaveAsync(NewLead("1"));
        (await desk.NumberAsync(Leads)).ShouldBe(1);
        (await other.AnswerAsync(Leads, DateTimeZone.Utc, None)).Rows[0][0].ShouldBe(1.0);
        await desk.SaveAsync(NewLead("2"));
        await other.CatchUpAsync(None);
        (await desk.Model.AnswerAsync(Leads, DateTimeZone.Utc, None)).Rows[0][0].ShouldBe(2.0);
    }

    [Fact]
    public async Task It_says_how_far_behind_it_is()
    {
        desk.Model.Lag.ShouldBeNull();
        await desk.Model.CatchUpAsync(None);
        desk.Clock.Advance(TimeSpan.FromSeconds(9));
        desk.Model.Lag.ShouldBe(Duration.FromSeconds(9));
        await desk.Model.CatchUpAsync(None);
        desk.Model.Lag.ShouldBe(Duration.Zero);
    }

    [Fact]
    public async Task An_attribute_that_is_declared_later_is_there_for_records_of_before()
    {
        await desk.SaveAsync(NewLead("1") with { Attributes = new Dictionary<string, string> { ["size"] = "S" } });
        (await desk.NumberAsync(Leads)).ShouldBe(1);
        await Should.ThrowAsync<ArgumentException>(() => desk.AskAsync(Leads with { GroupBy = ["size"] }));
        await new AttributeStore(desk.Tables, desk.Clock).SaveAsync([new("leads", "size", new Dictionary<Language, string> { [Language.Polish] = "rozmiar" })], None);
        (await desk.AskAsync(Leads with { GroupBy = ["size"] })).Rows.ShouldHaveSingleItem().ShouldBe(["S", 1.0]);
        var size = (await desk.Model.VocabularyAsync(None)).Dimensions.Single(dimension => dimension.Id == "size");
        (size.Values, size.Labels[Language.Polish]).ShouldBe((size.Values, "rozmiar"));
        size.Values.ShouldBe(["S"]);
    }

    [Fact]
    public async Task The_vocabulary_follows_the_records()
    {
        await desk.SaveAsync(NewLead("1"));
        (await SourcesAsync()).ShouldBe(["social"]);
        await desk.SaveAsync(NewLead("1") with { Source = "event" }, NewLead("2"));
        (await SourcesAsync()).ShouldBe(["event", "social"]);
        await desk.SaveAsync(NewLead("2") with { Source = null });
        (await SourcesAsync()).ShouldBe(["event"]);
    }

    private async Task<IReadOnlyList<string>> SourcesAsync()
    {
        await desk.Model.CatchUpAsync(None);
        return (await desk.Model.VocabularyAsync(None)).Dimensions.Single(dimension => dimension.Id == "source").Values;
    }

    private Task<double?> DealsFromAsync(string source) => desk.NumberAsync(new(Metrics.Deals) { Filters = [new("source", [source])] });

    private async Task DeleteAsync(string table, string partition, string row, NotedRecords records, string id)
    {
        await desk.Tables.SubmitAsync(table, [new(TableTransactionActionType.Delete, new TableEntity(partition, row), ETag.All)], None);
        await new ChangeNotes(desk.Tables, desk.Clock).ChangedAsync(records, [id], None);
    }

    private Task AddQuietlyAsync(Lead lead) =>
        desk.Tables.SubmitAsync(TableNames.Leads, [new(TableTransactionActionType.Add, LeadRow.Write(lead))], None);

    private static Lead NewLead(string id) => new(new LeadId(id)) { Source = "social", Stage = FunnelStage.Intent, CreatedAt = Instant.FromUtc(2018, 3, 5, 12, 0) };
}
