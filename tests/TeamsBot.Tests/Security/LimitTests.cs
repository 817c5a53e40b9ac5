using System.Globalization;
using System.Net;
using System.Text.Json;
using Shouldly;
using TeamsBot.Features.Intake;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Cards;
using TeamsBot.Testing.Teams;
using Xunit;

namespace TeamsBot.Tests.Security;

/// <summary>What one caller may ask for in a moment.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task One_person_in_a_loop_is_told_to_wait_and_others_go_on()
    {
        await using var app = await StartAsync(("Limits:TurnsPerPerson", "3"));
        var ben = app.As(FakeTeam.Rep);
        for (var turn = 0; turn < 3; turn++)
        {
            (await ben.Sends(FakeTeam.Rep.PersonalChatId, "handoff.view", "{}")).Sentence!.ShouldNotContain("at once");
        }

        (await ben.Sends(FakeTeam.Rep.PersonalChatId, "handoff.view", "{}")).Sentence.ShouldBe("That was a lot at once. Wait a few seconds, then try again.");
        (await ben.Opens(FakeTeam.SalesChannelId, "announce")).Sentence!.ShouldContain("Wait a few seconds");
        (await app.As(FakeTeam.OtherRep).Sends(FakeTeam.OtherRep.PersonalChatId, "handoff.view", "{}")).Sentence!.ShouldNotContain("at once");
    }

    [Fact]
    public async Task A_message_too_many_is_refused_with_a_problem_and_the_time_to_wait()
    {
        await using var app = await StartAsync(("Limits:TurnsPerPerson", "1"));
        await app.As(FakeTeam.Rep).Says("help");

        using var response = await app.PostAsync(new ActivityBuilder(app.Teams.ServiceUrl).PersonalMessage(FakeTeam.Rep, "help"));

        await ShouldBeAsync(response, HttpStatusCode.TooManyRequests, "too-many");
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task What_is_no_activity_or_not_from_Teams_is_refused_with_a_problem()
    {
        await using var app = await StartAsync();
        app.Log.Expect(301);

        await ShouldBeAsync(await app.PostAsync("{}"), HttpStatusCode.BadRequest, "not-an-activity");
        await ShouldBeAsync(await app.PostAsync("""{"type":"message"}""", "Bearer x"), HttpStatusCode.Unauthorized, "not-from-teams");
        using var text = new StringContent("hi");
        await ShouldBeAsync(await app.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), text), HttpStatusCode.UnsupportedMediaType, "content-type");
    }

    [Fact]
    public async Task When_too_much_is_under_way_the_rest_is_told_to_come_again_and_probes_are_answered()
    {
        await using var app = await StartAsync(("Limits:AtOnce", "1"));
        app.Log.Expect(401);
        using var slow = new SlowBody();
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = app.Http.BaseAddress };

        // One is under way, one waits, one is too many.
        var three = Enumerable.Range(0, 3).Select(_ => PostAsync(http, slow)).ToList();
        using var refused = await await Task.WhenAny(three);

        await ShouldBeAsync(refused, HttpStatusCode.ServiceUnavailable, "busy");
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await app.Http.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        slow.End();
        (await Task.WhenAll(three)).Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(2);
    }

    [Fact]
    public async Task Leads_that_are_posted_too_often_wait()
    {
        await using var app = await StartAsync(("Limits:PostsPerMinute", "1"), ("Intake:Secret", BatonAppOptions.IntakeSecret));
        await app.SetUpAsync();

        (await PostLeadsAsync(app)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var refused = await PostLeadsAsync(app);

        await ShouldBeAsync(refused, HttpStatusCode.TooManyRequests, "too-many");
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    private static async Task<HttpResponseMessage> PostLeadsAsync(BatonApp app)
    {
        var body = """{"id":"l-1","channel":"Sales leads"}"""u8.ToArray();
        var timestamp = app.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Timestamp", timestamp);
        request.Headers.Add("X-Signature", IntakeSignature.Sign(BatonAppOptions.IntakeSecret, timestamp, body));
        return await app.Http.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, SlowBody body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads") { Content = new SlowContent(body) };
        request.Headers.ExpectContinue = true;
        return await http.SendAsync(request);
    }

    private static Task<BatonApp> StartAsync(params IEnumerable<(string Name, string Value)> settings) =>
        BatonApp.StartAsync(new() { Settings = settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value) });

    private static async Task ShouldBeAsync(HttpResponseMessage response, HttpStatusCode status, string type)
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        problem.RootElement.Text("type").ShouldBe("urn:baton:problem:" + type);
    }

    private sealed class SlowBody : IDisposable
    {
        private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Ended => end.Task;

        public void End() => end.TrySetResult();

        public void Dispose() => End();
    }

    // Begun, and not sent to its end before it is told to.
    private sealed class SlowContent(SlowBody body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("{"u8.ToArray());
            await stream.FlushAsync();
            await body.Ended;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
