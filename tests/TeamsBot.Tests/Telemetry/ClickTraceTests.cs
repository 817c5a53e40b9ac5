using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TeamsBot.Storage.Tables;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Teams;
using TeamsBot.Testing.Telemetry;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Tests.Telemetry;

/// <summary>What a collector gets of a handoff, by the exporter itself.</summary>
public sealed class ClickTraceTests : IAsyncLifetime
{
    private const int Server = 2;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-trace-");
    private readonly ManualClock clock = new();
    private OtlpReceiver collector = null!;
    private FakeConnector teams = null!;
    private BatonApp app = null!;

    public async Task InitializeAsync()
    {
        collector = await OtlpReceiver.StartAsync();
        teams = await Cast.InTeamsAsync();
        app = await StartAsync(clock);
        await app.SetUpAsync();
        await app.HasAsync(Cast.Nadia);
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await teams.DisposeAsync();
        await collector.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task One_trace_leads_from_the_click_to_the_card_that_everybody_sees()
    {
        var update = await AcceptedAsync();

        await app.StopAsync();

        var spans = OfTrace(update);
        var root = HangsTogether(spans);
        (root.Kind, root.Name).ShouldBe((Server, "POST /api/messages"));
        root.Attributes["http.route"].ShouldBe("/api/messages");
        root.Attributes["http.response.status_code"].ShouldBe("200");
        var updates = spans.Where(span => span.Name == "PUT /v3/conversations/{conversationId}/activities/{activityId}").ToList();
        updates.ShouldNotBeEmpty();
        updates.ShouldAllBe(span => span.Attributes["http.response.status_code"] == "200");
        foreach (var call in updates)
        {
            PathTo(spans, call).ShouldBe(["POST /api/messages", "turn handoff.accept", "decide", "plan handoff.show", "process handoff.show", call.Name]);
        }

        spans.Select(span => span.Name).ShouldContain("submit Leads");
    }

    [Fact]
    public async Task Also_when_another_bot_shows_what_the_first_did_not_come_to()
    {
        var hold = new Hold();
        var card = await HandedOffAsync();
        teams.Faults.Add(new Fault(ConnectorOperation.Update, 200) { ConversationId = card.ConversationId, Hold = hold });
        await app.As(FakeTeam.Rep).Clicks(card, "Accept");
        await hold.Arrived;
        await app.StopAsync();

        await using var second = await StartAsync(new ManualClock(clock.GetUtcNow() + TimeSpan.FromMinutes(1)));
        await second.Channel().NextUpdate(card, "Ben Ortiz");
        await second.SettledAsync();
        await second.StopAsync();

        var update = teams.Log.All.Last(happened => happened.Operation == ConnectorOperation.Update && happened.ActivityId == card.ActivityId);
        var spans = OfTrace(update);
        HangsTogether(spans).Name.ShouldBe("POST /api/messages");
        spans.Count(span => span.Name == "process handoff.show").ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_timer_that_is_due_later_begins_a_trace_of_its_own_with_a_link_to_the_click()
    {
        var card = await HandedOffAsync();
        await app.PassesAsync(TimeSpan.FromMinutes(31));

        await app.StopAsync();

        var click = teams.Log.All.First(happened => happened.IsNewMessage && happened.ActivityId == card.ActivityId).Trace!.Split('-')[1];
        var timer = collector.Spans.Where(span => span.Name == "process handoff.clock" && span.Links.Contains(click)).ToList();
        timer.ShouldNotBeEmpty();
        timer.ShouldAllBe(span => span.Parent == "" && span.Trace != click);
    }

    [Fact]
    public async Task Work_of_an_older_version_is_done_in_a_trace_of_its_own()
    {
        var card = await HandedOffAsync();
        var tables = app.Services.GetRequiredService<ITables>();
        await foreach (var row in tables.QueryAsync("Work", TableRange.Everything, take: null, CancellationToken.None))
        {
            row["Trace"].ShouldNotBeNull();
            row["Trace"] = null;
            await tables.SubmitAsync("Work", [new(TableTransactionActionType.UpdateReplace, row, row.ETag)], CancellationToken.None);
        }

        await app.PassesAsync(TimeSpan.FromMinutes(31));

        await app.StopAsync();
        app.ChatOf(Cast.Mia).Cards.ShouldNotBeEmpty();
        collector.Spans.ShouldContain(span => span.Name == "process handoff.clock" && span.Parent == "" && span.Links.Count == 0);
        card.ActivityId.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Traces_metrics_and_logs_arrive_from_the_one_instance_and_hold_nothing_personal()
    {
        await AcceptedAsync();

        await app.StopAsync();

        collector.Requests.Select(request => request.Path).Distinct().ShouldBe(["/v1/traces", "/v1/metrics", "/v1/logs"], ignoreOrder: true);
        collector.Requests.ShouldAllBe(request => request.ContentType == "application/x-protobuf");
        collector.Resources.Select(resource => resource["service.name"]).Distinct().ShouldBe(["baton"]);
        collector.Resources.Select(resource => resource["service.instance.id"]).Distinct().ShouldHaveSingleItem();
        collector.Resources.ShouldAllBe(resource => resource["service.version"].Length > 0);
        collector.LogBodies.ShouldContain("Work of kind {Kind} ended: {Outcome}.");
        collector.Metrics["baton.turn.duration"].ShouldBe("s");
        var sent = collector.AllText;
        Personal.OfPeople.Concat(Personal.OfLeads).Where(value => sent.Contains(value, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stranger_chooses_neither_the_trace_nor_what_is_said_of_the_request_and_probes_are_left_out()
    {
        const string foreign = "0af7651916cd43dd8448eb211c80319c";
        app.Http.DefaultRequestHeaders.Add("traceparent", $"00-{foreign}-b7ad6b7169203331-01");
        app.Http.DefaultRequestHeaders.Add("User-Agent", "Nadia/1.0");
        using var unknown = await app.Http.GetAsync(new Uri("/nadia.brandt@kestrel.example", UriKind.Relative));
        using var ready = await app.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));

        await app.StopAsync();

        ready.EnsureSuccessStatusCode();
        collector.Spans.ShouldContain(span => span.Name == "GET" && span.Attributes["http.response.status_code"] == "404");
        collector.Spans.ShouldNotContain(span => span.Trace == foreign || span.Name.Contains("health", StringComparison.Ordinal));
        collector.AllText.ShouldNotContain("nadia");
    }

    private async Task<BatonApp> StartAsync(ManualClock time) => await BatonApp.StartAsync(
        new() { Folder = folder.FullName, Clock = time, Settings = new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address } }, teams);

    private async Task<ShownCard> HandedOffAsync()
    {
        await app.As(Cast.Mia).Says("hand off Nadia Brandt");
        var card = await app.Channel().NextCard();
        await app.SettledAsync();
        return card;
    }

    // Ben accepts what Mia handed off; how Teams is told for all to see.
    private async Task<ConnectorEvent> AcceptedAsync()
    {
        var card = await HandedOffAsync();
        await app.As(FakeTeam.Rep).Clicks(card, "Accept");
        await app.Channel().NextUpdate(card, "Ben Ortiz");
        await app.SettledAsync();
        return teams.Log.All.Last(happened => happened.Operation == ConnectorOperation.Update && happened.ActivityId == card.ActivityId);
    }

    private List<ReceivedSpan> OfTrace(ConnectorEvent happened) => [.. collector.Spans.Where(span => span.Trace == happened.Trace!.Split('-')[1])];

    private static ReceivedSpan HangsTogether(List<ReceivedSpan> spans)
    {
        var ids = spans.Select(span => span.Id).ToHashSet();
        spans.Where(span => span.Parent != "" && !ids.Contains(span.Parent)).ShouldBeEmpty();
        return spans.Where(span => span.Parent == "").ShouldHaveSingleItem();
    }

    // The names from the first span to this one.
    private static List<string> PathTo(List<ReceivedSpan> spans, ReceivedSpan last)
    {
        List<string> path = [];
        for (var at = last; at is not null; at = spans.Find(span => span.Id == at.Parent))
        {
            path.Insert(0, at.Name);
        }

        return path;
    }
}
