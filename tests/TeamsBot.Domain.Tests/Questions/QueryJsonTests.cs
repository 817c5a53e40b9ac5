using System.Text.Json.Nodes;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.Questions;
using Xunit;
using Period = TeamsBot.Domain.Questions.Period;

namespace TeamsBot.Domain.Tests.Questions;

public sealed class QueryJsonTests
{
    private static readonly Period March = new(new LocalDate(2018, 3, 1), new LocalDate(2018, 4, 1));

    private static readonly Query Full = new(Metrics.Leads)
    {
        Form = QueryForm.List,
        Aggregate = Aggregate.Share,
        Filters = [new("source", ["paid search", "social"], IsPart: true), new("stage", [Dimensions.None], Exclude: true)],
        GroupBy = ["month", "lead type"],
        Period = March,
        CompareTo = new() { Period = new(null, new LocalDate(2018, 3, 1)) },
        Order = Order.Descending,
        Limit = 5,
        Field = "owner",
    };

    [Fact]
    public void A_query_is_written_as_the_contract_shows_it() =>
        QueryJson.Text(new(Metrics.Leads) { Period = March, Filters = [new("source", ["paid search"])] }).ShouldBe(
            """{"metric":"leads","aggregate":null,"filters":[{"dimension":"source","values":["paid search"],"exclude":false}],"groupBy":[],"period":{"from":"2018-03-01","to":"2018-04-01"},"compareTo":null,"order":null,"limit":null}""");

    [Fact]
    public void What_is_rarely_there_is_written_where_it_is() =>
        QueryJson.Text(Full).ShouldBe(
            """{"metric":"leads","aggregate":"share","filters":[{"dimension":"source","values":["paid search","social"],"exclude":false,"part":true},{"dimension":"stage","values":["(none)"],"exclude":true}],"groupBy":["month","lead type"],"period":{"from":"2018-03-01","to":"2018-04-01"},"compareTo":{"period":{"from":null,"to":"2018-03-01"}},"order":"descending","limit":5,"form":"list","field":"owner"}""");

    public static TheoryData<string> Queries => [.. new[]
    {
        new(Metrics.Revenue), Full, new(Metrics.Handoffs) { Form = QueryForm.Sla }, new(Metrics.Leads) { Form = QueryForm.Definition, Field = "sal,sql" },
        new(Metrics.SalesCycle) { Aggregate = Aggregate.Median, Order = Order.Ascending },
        new(Metrics.Leads) { Filters = [new("source", ["البحث المدفوع"])], CompareTo = new() { Value = new("source", ["搜索 \"x\""]) } },
    }.Select(QueryJson.Text)];

    [Theory]
    [MemberData(nameof(Queries))]
    public void What_was_written_is_read_as_it_was(string json)
    {
        var read = QueryReader.Read(json);
        read.Faults.ShouldBeEmpty();
        QueryJson.Text(read.Query!).ShouldBe(json);
    }

    [Fact]
    public void What_may_be_left_out_is_nothing() => QueryReader.Read("""{"metric":"leads"}""").Query.ShouldBe(new Query(Metrics.Leads), Same);

    [Theory]
    [InlineData("nothing", "query: this is not JSON")]
    [InlineData("[1]", "query: an object belongs here")]
    [InlineData("""{}""", "query.metric: '' is no metric")]
    [InlineData("""{"metric":"visits"}""", "query.metric: 'visits' is no metric")]
    [InlineData("""{"metric":"leads","sql":"drop"}""", "query: 'sql' means nothing here")]
    [InlineData("""{"metric":"leads","groupBy":["week","month"]}""", "query.groupBy: a dimension of time stands first, and there is one at most")]
    [InlineData("""{"metric":"leads","groupBy":["source","source"]}""", "query.groupBy: a dimension stands there twice")]
    [InlineData("""{"metric":"leads","groupBy":["source","rep","team"]}""", "query.groupBy: more than 2 are too many")]
    [InlineData("""{"metric":"leads","groupBy":"source"}""", "query.groupBy: a list belongs here")]
    [InlineData("""{"metric":"leads","filters":[{"dimension":"month","values":["2018-03"]}]}""", "query.filters[0]: 'month' is no dimension here")]
    [InlineData("""{"metric":"leads","filters":[{"dimension":"source","values":[]}]}""", "query.filters[0].values: a filter needs a value")]
    [InlineData("""{"metric":"leads","filters":[{"dimension":"source","values":[3]}]}""", "query.filters[0].values[0]: a text of 1 to 200 characters belongs here")]
    [InlineData("""{"metric":"leads","filters":[{"dimension":"source","values":["x"],"part":true}]}""", "query.filters: part belongs to a share")]
    [InlineData("""{"metric":"leads","period":{"from":"March"}}""", "query.period.from: 'March' is no day such as 2018-03-01")]
    [InlineData("""{"metric":"leads","period":{}}""", "query.period: a period needs a day on one side at least")]
    [InlineData("""{"metric":"leads","period":{"from":"2018-04-01","to":"2018-03-01"}}""", "query.period.to: it is not after from")]
    [InlineData("""{"metric":"leads","compareTo":{}}""", "query.compareTo: either a period or a value is compared with")]
    [InlineData("""{"metric":"leads","aggregate":"median"}""", "query.aggregate: leads has no median")]
    [InlineData("""{"metric":"win_rate","aggregate":"share"}""", "query.aggregate: win_rate has no shares")]
    [InlineData("""{"metric":"leads","aggregate":"sum"}""", "query.aggregate: 'sum' is none of average, median, share")]
    [InlineData("""{"metric":"leads","order":"1"}""", "query.order: '1' is none of ascending, descending")]
    [InlineData("""{"metric":"leads","limit":0}""", "query.limit: a whole number from 1 to 1000 belongs here")]
    [InlineData("""{"metric":"leads","limit":"5"}""", "query.limit: a whole number from 1 to 1000 belongs here")]
    public void What_is_wrong_is_said_with_its_place(string json, string fault)
    {
        var read = QueryReader.Read(json);
        read.Query.ShouldBeNull();
        read.Faults.ShouldContain(fault);
    }

    [Fact]
    public void Half_of_a_character_is_no_text() =>
        QueryReader.Read("""{"metric":"leads","field":"\ud800"}""").Faults.ShouldBe(["query.field: a text of 1 to 200 characters belongs here"]);

    [Fact]
    public void A_dimension_that_is_none_of_Batons_own_has_to_be_in_the_data()
    {
        var vocabulary = new Vocabulary([new("lead type", [Subject.Leads], ["online big"], new Dictionary<Domain.People.Language, string>())]);
        QueryReader.Read("""{"metric":"leads","groupBy":["lead type"]}""", vocabulary).Query.ShouldNotBeNull();
        QueryReader.Read("""{"metric":"leads","groupBy":["lead type; drop"]}""", vocabulary).Faults.ShouldBe(["query.groupBy[0]: 'lead type; drop' is no dimension here"]);
    }

    [Fact]
    public void Whatever_comes_is_read_or_refused_and_never_thrown()
    {
        var random = new Random(20181);
        var json = QueryJson.Text(Full);
        for (var i = 0; i < 3000; i++)
        {
            var changed = json.ToCharArray();
            for (var n = 0; n < 3; n++)
            {
                changed[random.Next(changed.Length)] = "{}[]\",:0ax\\"[random.Next(11)];
            }

            var read = QueryReader.Read(new string(changed));
            (read.Query is null).ShouldBe(read.Faults.Count > 0);
        }
    }

    private static readonly IEqualityComparer<Query?> Same = EqualityComparer<Query?>.Create((one, other) => JsonNode.DeepEquals(QueryJson.Of(one!), QueryJson.Of(other!)));
}
