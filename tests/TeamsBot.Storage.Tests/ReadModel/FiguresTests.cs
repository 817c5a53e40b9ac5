using NodaTime;
using Shouldly;
using TeamsBot.Domain.Campaigns;
using TeamsBot.Domain.Handoffs;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Domain.Sla;
using TeamsBot.Storage.Stores;
using TeamsBot.Testing.Handoffs;
using Xunit;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Storage.Tests.ReadModel;

/// <summary>What the comparison by chance does not show: names, currencies, lists, single records, the funnel.</summary>
public sealed class FiguresTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly PersonRef Mark = new(new("mark"), "Mark");
    private static readonly Actor Rita = new(new(new("rita"), "Rita"), Roles.Rep);
    private ModelDesk desk = null!;

    public async Task InitializeAsync() => desk = await ModelDesk.CreateAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Columns_are_named_by_what_was_asked()
    {
        await desk.SaveAsync(Lead("1", new(2018, 3, 5)), Lead("2", new(2018, 4, 5)));
        var april = new Period(new(2018, 4, 1), new(2018, 5, 1));
        var figures = await desk.AskAsync(new(Metrics.Leads) { GroupBy = ["source"], Period = april, CompareTo = new() { Period = new(new(2018, 3, 1), new(2018, 4, 1)) } });
        figures.Columns.Select(column => (column.Name, column.Unit)).ShouldBe([("source", Unit.Text), ("2018-04", Unit.Count), ("2018-03", Unit.Count), ("change", Unit.Ratio)]);
        figures.Rows.ShouldHaveSingleItem().ShouldBe(["social", 1.0, 1.0, 0.0]);
        figures.Records.ShouldBe(2);

        figures = await desk.AskAsync(new(Metrics.Leads) { Filters = [new("source", ["social"])], CompareTo = new() { Value = new("source", ["email"]) } });
        figures.Columns.Select(column => column.Name).ShouldBe(["social", "email", "change"]);
        figures.Rows.ShouldHaveSingleItem().ShouldBe([2.0, 0.0, null]);

        figures = await desk.AskAsync(new(Metrics.Leads) { Aggregate = Aggregate.Share, Filters = [new("source", ["social"], IsPart: true)] });
        figures.Columns.Select(column => (column.Name, column.Unit)).ShouldBe([("leads", Unit.Count), ("share", Unit.Ratio)]);
        figures.Rows.ShouldHaveSingleItem().ShouldBe([2.0, 1.0]);
    }

    [Fact]
    public async Task Periods_are_named_by_their_unit_or_their_days()
    {
        CalendarUnits.Label(new Period(new(2018, 1, 1), new(2018, 4, 1))).ShouldBe("2018-Q1");
        CalendarUnits.Label(new Period(new(2018, 1, 1), new(2019, 1, 1))).ShouldBe("2018");
        CalendarUnits.Label(new Period(new(2018, 12, 31), new(2019, 1, 7))).ShouldBe("2019-W01");
        CalendarUnits.Label(new Period(new(2018, 3, 5), new(2018, 3, 6))).ShouldBe("2018-03-05");
        CalendarUnits.Label(new Period(new(2018, 3, 5), new(2018, 3, 21))).ShouldBe("2018-03-05..2018-03-20");
        CalendarUnits.Label(new Period(new(2018, 3, 5), null)).ShouldBe("2018-03-05..");
        await Task.CompletedTask;
    }

    [Fact]
    public async Task The_currency_is_said_where_there_is_one()
    {
        await desk.SaveAsync(Won("1", "EUR"), Won("2", "EUR"));
        (await desk.AskAsync(new(Metrics.Revenue))).Currency.ShouldBe("EUR");
        await desk.SaveAsync(Won("3", "PLN"));
        var mixed = await desk.AskAsync(new(Metrics.Revenue));
        (mixed.Currency, mixed.Records, mixed.Rows[0][0]).ShouldBe((null, 3L, 30.0));
        (await desk.AskAsync(new(Metrics.WonDeals))).Currency.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_no_value_for_a_ratio_and_zero_for_a_total()
    {
        (await desk.AskAsync(new(Metrics.WinRate))).Rows.ShouldHaveSingleItem().ShouldBe([null]);
        (await desk.AskAsync(new(Metrics.Leads))).Rows.ShouldHaveSingleItem().ShouldBe([0.0]);
        (await desk.AskAsync(new(Metrics.Leads) { GroupBy = ["month"] })).Rows.ShouldBeEmpty();
        (await desk.AskAsync(new(Metrics.AnnouncementReach))).Records.ShouldBe(0);
    }

    [Fact]
    public async Task Records_are_listed_newest_first_and_the_largest_first_where_that_is_asked()
    {
        await desk.SaveAsync(Lead("1", new(2018, 3, 5)), Lead("2", new(2018, 4, 5)) with { Name = "Ann", Owner = "Rita" });
        var list = await desk.AskAsync(new(Metrics.Leads) { Form = QueryForm.List, Limit = 1 });
        list.Records.ShouldBe(2);
        Cell(list, "id").ShouldBe("2");
        Cell(list, "name").ShouldBe("Ann");
        Cell(list, "createdAt").ShouldBe("2018-04-05");

        await desk.SaveAsync(Won("a", "EUR") with { Value = 5 }, Won("b", "EUR") with { Value = 50 });
        Cell(await desk.AskAsync(new(Metrics.Revenue) { Form = QueryForm.List, Order = Order.Descending }), "id").ShouldBe("b");
        Cell(await desk.AskAsync(new(Metrics.Revenue) { Form = QueryForm.List, Order = Order.Ascending }), "id").ShouldBe("a");
    }

    [Fact]
    public async Task One_record_is_found_by_its_id_name_or_company()
    {
        await desk.SaveAsync(Lead("1", new(2018, 3, 5)) with { Name = "Ann Żak", Company = "Helix", Owner = "Rita" }, Lead("2", new(2018, 4, 5)));
        await desk.SaveAsync(new Campaign("C-1") { Name = "Dock Delays", EndsOn = new(2018, 5, 6), Owner = "Mark" });
        foreach (var called in (string[])["1", "ann żak", "HELIX"])
        {
            (await desk.AskAsync(Record(Metrics.Leads, called, "owner"))).Rows.ShouldHaveSingleItem().ShouldBe(["Ann Żak", "Rita"]);
        }

        Cell(await desk.AskAsync(Record(Metrics.Campaigns, "dock delays", null)), "endsOn").ShouldBe("2018-05-06");
        (await desk.AskAsync(Record(Metrics.Campaigns, "C-1", "endsOn"))).Rows.ShouldHaveSingleItem().ShouldBe(["Dock Delays", "2018-05-06"]);
        (await desk.AskAsync(Record(Metrics.Leads, "nobody", "owner"))).Records.ShouldBe(0);
    }

    [Fact]
    public async Task The_funnel_counts_who_came_how_far_and_how_long_it_took()
    {
        await desk.SaveAsync(Lead("1", new(2018, 3, 5)), Lead("2", new(2018, 3, 5)), Lead("3", new(2018, 3, 5)) with { Stage = FunnelStage.Interest });
        await desk.Model.CatchUpAsync(None);
        await HandOverAsync("1", Instant.FromUtc(2018, 3, 7, 12, 0), accepted: Instant.FromUtc(2018, 3, 8, 0, 0));
        var funnel = await desk.AskAsync(new(Metrics.Funnel));
        funnel.Columns.Select(column => column.Name).ShouldBe(["stage", "reached", "now", "went_on", "median_days"]);
        funnel.Rows.Single(row => (string)row[0]! == "Interest").ShouldBe(["Interest", 3.0, 1.0, 2 / 3.0, null]);
        funnel.Rows.Single(row => (string)row[0]! == "Intent").ShouldBe(["Intent", 2.0, 1.0, 0.5, 2.0]);
        funnel.Rows.Single(row => (string)row[0]! == "HandedOff").ShouldBe(["HandedOff", 1.0, 0.0, 1.0, 0.5]);
        funnel.Rows.Single(row => (string)row[0]! == "Accepted").ShouldBe(["Accepted", 1.0, 1.0, 0.0, null]);
        (await desk.NumberAsync(new(Metrics.TimeToAccept) { Filters = [new("rep", ["rita"])] })).ShouldBe(12 * 60);
    }

    [Fact]
    public async Task A_lead_that_is_given_to_a_colleague_counts_for_the_colleague()
    {
        await desk.SaveAsync(Lead("1", new(2018, 3, 5)));
        var handoff = await HandOverAsync("1", Instant.FromUtc(2018, 3, 7, 12, 0), accepted: Instant.FromUtc(2018, 3, 7, 12, 30));
        (await desk.NumberAsync(new(Metrics.Handoffs) { Filters = [new("rep", ["Rita"])] })).ShouldBe(1);
        var omar = new Actor(new(new("omar"), "Omar"), Roles.Rep);
        await SaveAsync(handoff, handoff.Handoff.Reassign(Rita, Instant.FromUtc(2018, 3, 7, 13, 0), omar));
        (await desk.NumberAsync(new(Metrics.Handoffs) { Filters = [new("rep", ["Omar"])] })).ShouldBe(1);
        (await desk.NumberAsync(new(Metrics.Leads) { Filters = [new("rep", ["Omar"])] })).ShouldBe(1);
    }

    [Fact]
    public async Task Dates_that_stand_for_never_do_no_harm()
    {
        await desk.SaveAsync(Lead("1", new(2018, 3, 5)), Lead("2", new(9999, 12, 31)), Lead("3", new(1700, 1, 1)));
        foreach (var unit in Dimensions.OfTime)
        {
            var rows = (await desk.AskAsync(new(Metrics.Leads) { GroupBy = [unit], Period = new(new(2018, 1, 1), new(2019, 1, 1)) })).Rows;
            rows.ShouldHaveSingleItem()[1].ShouldBe(1.0);
            (await desk.AskAsync(new(Metrics.ConversionRate) { GroupBy = [unit] })).Rows.Count.ShouldBe(3);
            (await desk.AskAsync(new(Metrics.Leads) { GroupBy = [unit] })).Rows.Sum(row => (double)row[1]!).ShouldBe(3);
        }
    }

    [Fact]
    public async Task What_has_no_answer_is_refused_with_its_reason()
    {
        await desk.Model.CatchUpAsync(None);
        foreach (var query in (Query[])
        [
            new(Metrics.Leads) { GroupBy = ["region"] }, new(Metrics.Leads) { GroupBy = ["source", "month"] }, new(Metrics.Leads) { GroupBy = ["source", "source"] },
            new(Metrics.WinRate) { Aggregate = Aggregate.Share }, new(Metrics.Leads) { Aggregate = Aggregate.Median }, new(Metrics.Funnel) { GroupBy = ["month"] },
            new("mood"), new(Metrics.QuotaAttainment) { Filters = [new("source", ["social"])] }, new(Metrics.Leads) { Form = QueryForm.Sla },
        ])
        {
            (await Should.ThrowAsync<ArgumentException>(() => desk.Model.AnswerAsync(query, DateTimeZone.Utc, None))).Message.ShouldStartWith(QueryRules.WhyNot(query, Vocabulary.Empty)!);
        }
    }

    private static Lead Lead(string id, LocalDate day) =>
        new(new LeadId(id)) { Source = "social", Stage = FunnelStage.Intent, CreatedAt = day.At(new LocalTime(12, 0)).InUtc().ToInstant() };

    private static Deal Won(string id, string currency) => new(id) { Status = DealStatus.Won, Value = 10, Currency = currency };

    private static Query Record(string metric, string called, string? field) =>
        new(metric) { Form = QueryForm.Record, Filters = [new(Dimensions.Id, [called])], Field = field };

    private static object? Cell(Figures figures, string column) =>
        figures.Rows[0][figures.Columns.Select(known => known.Name).ToList().IndexOf(column)];

    private async Task<StoredHandoff> HandOverAsync(string id, Instant at, Instant accepted)
    {
        var store = new HandoffStore(desk.Tables);
        var lead = (await store.LeadAsync(new(id), None))!;
        var handoff = AllDay.Request(new(lead.Value.Id, 1), "19:sales", Tier.Warm, Mark, at);
        await store.AddAsync(handoff, lead.Value, lead.ETag, "test", None);
        return await SaveAsync((await store.LoadAsync(handoff.Id, None))!, handoff.Accept(Rita, accepted));
    }

    private async Task<StoredHandoff> SaveAsync(StoredHandoff before, Decision decision)
    {
        var store = new HandoffStore(desk.Tables);
        (await store.SaveAsync(before, (Decision.Applied)decision, "test", None)).ShouldBeTrue();
        var after = (await store.LoadAsync(before.Handoff.Id, None))!;
        await new JournalStore(desk.Tables, desk.Clock).FollowAsync(after.Handoff, None);
        return after;
    }
}
