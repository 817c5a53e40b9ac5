using NodaTime;
using Shouldly;
using TeamsBot.Domain.Leads;
using TeamsBot.Domain.People;
using TeamsBot.Storage.Stores;
using Xunit;

namespace TeamsBot.Tests.Import;

public sealed class MappingTests : IAsyncDisposable
{
    private readonly ImportDesk desk = new();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData("[]", "the mapping is a list; an object {...} is expected")]
    [InlineData("{ \"records\": ", "the file is not JSON, at line 1")]
    [InlineData("""{ "fields": { "id": "a" } }""", "says nothing of \"records\"; allowed: leads, deals, campaigns, targets")]
    [InlineData("""{ "records": "lead", "fields": { "id": "a" } }""", "records is 'lead' (did you mean 'leads'?)")]
    [InlineData("""{ "records": "leads" }""", "does not say where fields.id comes from")]
    [InlineData("""{ "records": "leads", "fields": { "id": "a", "createdat": "b" } }""", "fields.createdat is not known here (did you mean 'createdAt'?)")]
    [InlineData("""{ "records": "leads", "feilds": {}, "fields": { "id": "a" } }""", "feilds is not known here (did you mean 'fields'?)")]
    [InlineData("""{ "records": "leads", "fields": { "id": 5 } }""", "fields.id is neither a column's name nor an object")]
    [InlineData("""{ "records": "leads", "fields": { "id": { "colum": "a" } } }""", "fields.id.colum is not known here (did you mean 'column'?)")]
    [InlineData("""{ "records": "leads", "fields": { "id": { "default": "a" } } }""", "fields.id names neither a column nor a const")]
    [InlineData("""{ "records": "leads", "fields": { "id": { "column": "a", "const": "b" } } }""", "fields.id names a column and a const")]
    [InlineData("""{ "records": "leads", "fields": { "id": "a", "stage": { "const": "Warm" } } }""", "fields.stage.const 'Warm' is none of Awareness, Interest")]
    [InlineData("""{ "records": "leads", "fields": { "id": "a", "score": { "column": "b", "default": "none" } } }""", "fields.score.default 'none' is not a number")]
    [InlineData("""{ "records": "leads", "fields": { "id": "a", "createdAt": { "column": "b", "format": "yyyy-mm-dd" } } }""", "fields.createdAt.format is 'yyyy-mm-dd', which does not give a date back")]
    [InlineData("""{ "records": "leads", "format": { "delimiter": ";;" }, "fields": { "id": "a" } }""", "format.delimiter is ';;'; one character is expected")]
    [InlineData("""{ "records": "leads", "format": { "encoding": "utf8x" }, "fields": { "id": "a" } }""", "format.encoding is 'utf8x', which is not known (did you mean 'utf-8'?)")]
    [InlineData("""{ "records": "leads", "format": { "timeZone": "Europe/Warsav" }, "fields": { "id": "a" } }""", "format.timeZone is 'Europe/Warsav', which is not known (did you mean 'Europe/Warsaw'?)")]
    [InlineData("""{ "records": "leads", "format": { "culture": "klingon" }, "fields": { "id": "a" } }""", "format.culture is 'klingon'")]
    [InlineData("""{ "records": "leads", "fields": { "id": "a" }, "attributes": { "x": { "column": "b", "label": { "de": "X" } } } }""", "attributes.x.label.de is not known here; allowed: en, pl, ar, zh")]
    [InlineData("""{ "records": "leads", "fields": { "id": "a" }, "join": [ { "file": "b.csv", "on": {} } ] }""", "join[0].on is empty")]
    [InlineData("""{ "records": "leads", "fields": { "id": "a" }, "join": [ { "file": "b.csv", "on": { "a": "b" } } ] }""", "join[0] says nothing of \"fields\"")]
    [InlineData("""{ "records": "targets", "fields": { "metric": "a", "period": "b", "value": "c" }, "attributes": {} }""", "attributes is not known for targets")]
    public async Task What_is_wrong_with_a_mapping_is_said_with_its_place(string mapping, string error)
    {
        var outcome = await desk.ImportAsync("a,b\n1,2\n", mapping);
        outcome.Code.ShouldBe(1);
        outcome.Error.ShouldContain(error);
        outcome.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_errors_of_a_mapping_are_named_at_once()
    {
        var outcome = await desk.ImportAsync("a\n1\n", """{ "records": "leads", "format": { "delimiter": 1 }, "fields": { "nam": "b", "stage": { "const": "x" } } }""");
        outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(5);
    }

    [Fact]
    public async Task Columns_that_are_missing_are_all_named_before_anything_is_written()
    {
        var outcome = await desk.ImportAsync("id,nmae,points\n1,Anna,10\n");
        outcome.Code.ShouldBe(1);
        outcome.Error.ShouldContain("fields.name names the column 'name', which is not there (did you mean 'nmae'?)");
        outcome.Error.ShouldContain("fields.score names the column 'score'");
        outcome.Error.ShouldContain("its columns: id, nmae, points");
        (await desk.LeadAsync("1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_column_that_is_there_twice_is_an_error_when_the_mapping_names_it_and_none_otherwise()
    {
        (await desk.ImportAsync("id,name,name,score\n1,a,b,1\n")).Error.ShouldContain("names the column 'name', which is there 2 times");
        (await desk.ImportAsync("id,x,name,x,score\n1,a,b,c,1\n")).Counts.ShouldBe((1, 0, 0, 0));
    }

    [Fact]
    public async Task Constants_defaults_value_maps_and_dates_are_applied()
    {
        const string mapping = """
            {
              "records": "leads",
              "format": { "delimiter": ";", "timeZone": "Europe/Warsaw" },
              "fields": {
                "id": "id", "stage": "status", "source": { "column": "origin", "default": "unknown" }, "campaign": { "const": "spring" },
                "createdAt": { "column": "created", "format": "dd.MM.yyyy HH:mm" }, "scoreLines": "why"
              },
              "values": { "stage": { "new": "Interest", "hot": "MQL" }, "source": { "n/a": null, "fb": "social" } }
            }
            """;
        var outcome = await desk.ImportAsync("id;status;origin;created;why\n1;hot;n/a;05.03.2018 17:30;+25 asked for a demo\\; now\n2;new;fb;;\n3;odd;x;;\n4;new;other;30.02.2018 10:00;\n", mapping);

        outcome.Counts.ShouldBe((1, 0, 0, 3));
        desk.Rejects()[1].ShouldContain("stage: 'odd' is none of");
        desk.Rejects()[2].ShouldContain("createdAt: '30.02.2018 10:00' is not a date written as dd.MM.yyyy HH:mm");
        var second = (await desk.LeadAsync("2"))!;
        (second.Source, second.Campaign, second.Stage, second.CreatedAt).ShouldBe(("social", "spring", FunnelStage.Interest, null));
    }

    [Theory]
    [InlineData("2018-03-05", "2018-03-04T23:00:00Z")]
    [InlineData("2018-03-05 17:30:00", "2018-03-05T16:30:00Z")]
    [InlineData("2018-03-05T17:30:00Z", "2018-03-05T17:30:00Z")]
    [InlineData("2018-03-05T17:30:00.250+08:00", "2018-03-05T09:30:00.250Z")]
    [InlineData("2018-03-25 02:30:00", "2018-03-25T01:30:00Z")]
    public async Task A_date_without_a_pattern_is_ISO_8601_in_the_zone_of_the_mapping(string text, string expected)
    {
        await desk.ImportAsync($"id,at\n1,{text}\n", """{ "records": "leads", "format": { "timeZone": "Europe/Warsaw" }, "fields": { "id": "id", "createdAt": "at" } }""");
        (await desk.LeadAsync("1"))!.CreatedAt.ShouldBe(NodaTime.Text.InstantPattern.ExtendedIso.Parse(expected).Value);
    }

    [Theory]
    [InlineData("de-DE", "1.234,50", "1234.50")]
    [InlineData("pl-PL", "1 234,50", "1234.50")]
    [InlineData("", "1,234.50", "1234.50")]
    [InlineData("", "-7", "-7")]
    [InlineData("", "1,5", null)]
    [InlineData("de-DE", "1.5", null)]
    [InlineData("", "12 USD", null)]
    public async Task Numbers_are_read_as_their_culture_writes_them_and_never_guessed(string culture, string text, string? expected)
    {
        var mapping = $$"""{ "records": "deals", "format": { "culture": "{{culture}}", "delimiter": "\t" }, "fields": { "id": "id", "value": "v" } }""";
        var outcome = await desk.ImportAsync($"id\tv\n1\t{text}\n", mapping);
        var deal = await new DealStore(desk.Tables, TimeProvider.System).GetAsync("1", CancellationToken.None);
        deal?.Value.ShouldBe(decimal.Parse(expected ?? "0", System.Globalization.CultureInfo.InvariantCulture));
        outcome.Counts.Refused.ShouldBe(expected is null ? 1 : 0);
    }

    [Fact]
    public async Task A_join_adds_columns_to_fields_and_attributes_and_leaves_them_empty_without_a_match()
    {
        desk.Write("teams.csv", "agent,boss,office\nEwa,Maria,West\nEwa,Second,East\nJan,Olaf,N/A\n");
        const string mapping = """
            {
              "records": "deals",
              "fields": { "id": "id", "rep": "agent" },
              "values": { "office": { "N/A": null } },
              "join": [ { "file": "teams.csv", "on": { "agent": "agent" }, "fields": { "manager": "boss", "office": "office" } } ],
              "attributes": { "where": { "column": "office", "label": { "en": "where", "zh": "哪里" } } }
            }
            """;
        (await desk.ImportAsync("id,agent\n1,Ewa\n2,Jan\n3,Nobody\n4,\n", mapping)).Counts.ShouldBe((4, 0, 0, 0));

        var deals = new DealStore(desk.Tables, TimeProvider.System);
        var first = (await deals.GetAsync("1", CancellationToken.None))!;
        (first.Manager, first.Attributes["where"]).ShouldBe(("Maria", "West"));
        var second = (await deals.GetAsync("2", CancellationToken.None))!;
        (second.Manager, second.Attributes.Count).ShouldBe(("Olaf", 0));
        (await deals.GetAsync("3", CancellationToken.None))!.Manager.ShouldBeNull();
        var labels = (await new AttributeStore(desk.Tables, TimeProvider.System).ReadAsync("deals", CancellationToken.None)).ShouldHaveSingleItem();
        labels.Labels[Language.Chinese].ShouldBe("哪里");
    }

    [Fact]
    public async Task A_file_to_join_that_is_not_there_is_an_error()
    {
        const string mapping = """{ "records": "leads", "fields": { "id": "id" }, "join": [ { "file": "gone.csv", "on": { "id": "id" }, "fields": { "name": "n" } } ] }""";
        (await desk.ImportAsync("id\n1\n", mapping)).Error.ShouldContain("join[0].file names gone.csv, which is neither beside the file nor beside the mapping");
    }

    [Fact]
    public async Task Targets_and_campaigns_are_imported()
    {
        (await desk.ImportAsync("m,p,who,v\nrevenue,2018-q1,Ewa,1000\nrevenue,2018,,5000\nrevenue,next year,Ewa,1\n", """
            { "records": "targets", "fields": { "metric": "m", "period": "p", "dimension": { "const": "rep" }, "member": "who", "value": "v" } }
            """)).Counts.ShouldBe((2, 0, 0, 1));
        (await new TargetStore(desk.Tables, TimeProvider.System).ReadAsync("revenue", CancellationToken.None)).Select(target => target.Period).ShouldBe(["2018", "2018-Q1"], ignoreOrder: true);

        (await desk.ImportAsync("id,from,spend\nC1,2018-03-05,12.50\n", """
            { "records": "campaigns", "fields": { "id": "id", "startsOn": "from", "spend": "spend", "status": { "const": "live" } } }
            """)).Counts.ShouldBe((1, 0, 0, 0));
        (await new CampaignStore(desk.Tables, TimeProvider.System).GetAsync("C1", CancellationToken.None))!.StartsOn.ShouldBe(new LocalDate(2018, 3, 5));
    }
}
