using Microsoft.Extensions.Logging;
using NodaTime;
using Shouldly;
using TeamsBot.Domain.People;
using TeamsBot.Domain.Questions;
using TeamsBot.Integrations.OpenAI;
using TeamsBot.Testing.App;
using TeamsBot.Testing.Time;
using Xunit;

namespace TeamsBot.Integrations.Tests.OpenAI;

/// <summary>The client against an endpoint on this machine: what it sends, and that it is silent where it gets nothing good.</summary>
public sealed class ChatProposerTests : IAsyncLifetime
{
    private const string Sentence = "tally of folks Nadia Brandt met";

    private static readonly ProposalRequest Request = ProposalRequest.Of(Sentence, Language.English, new LocalDate(2018, 6, 1), Vocabulary.Empty)!;

    private readonly ManualClock clock = new();
    private readonly CapturedLog log = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly LoggerFactory logs = new();

    private FakeModel Model { get; set; } = null!;

    private ChatProposer Proposer { get; set; } = null!;

    public async Task InitializeAsync()
    {
        logs.AddProvider(log);
        log.Forbid("Nadia", "metric", "secret key");
        log.Expect(701, 702);
        Model = await FakeModel.StartAsync();
        Proposer = Create(Model.Endpoint);
    }

    public async Task DisposeAsync()
    {
        await Model.DisposeAsync();
        http.Dispose();
        logs.Dispose();
        log.ShouldBeClean();
    }

    [Fact]
    public async Task What_the_model_writes_is_the_proposal()
    {
        (await AskAsync()).ShouldBe("""{"metric":"leads"}""");

        var (body, key) = Model.Requests.ShouldHaveSingleItem();
        key.ShouldBe("Bearer secret key");
        body.ShouldContain("\"model\":\"small\"");
        body.ShouldContain("json_object");
        Model.LastSaid.ShouldContain(Sentence);
        Model.LastSaid.ShouldContain("2018-06-01");
    }

    [Fact]
    public async Task Too_slow_is_silent()
    {
        Model.Hold = new();
        var asked = AskAsync();
        await Model.ArrivedAsync();

        clock.Advance(TimeSpan.FromSeconds(4));

        (await asked).ShouldBeNull();
        log.Lines.ShouldContain(line => line.EventId == 701 && line.Text.Contains("too slow"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(302)]
    public async Task A_refusal_is_silent_and_is_not_tried_again(int status)
    {
        Model.Status = status;

        (await AskAsync()).ShouldBeNull();
        Model.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("metric: none, and no JSON")]
    [InlineData("{}")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":"none"}""")]
    public async Task What_is_no_completion_is_silent(string body)
    {
        Model.Body = body;
        (await AskAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_text_that_was_cut_off_is_no_proposal()
    {
        Model.FinishReason = "length";
        (await AskAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_there_is_silent() => (await Create("http://127.0.0.1:1/v1").ProposeAsync(Request, CancellationToken.None)).ShouldBeNull();

    [Fact]
    public async Task After_failures_it_is_left_alone_for_a_while()
    {
        Model.Status = 500;
        for (var i = 0; i < ChatProposer.FailuresBeforePause; i++)
        {
            await AskAsync();
        }

        Model.Status = 200;
        (await AskAsync()).ShouldBeNull();
        Model.Requests.Count.ShouldBe(ChatProposer.FailuresBeforePause);
        clock.Advance(ChatProposer.Pause + TimeSpan.FromSeconds(1));
        (await AskAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_so_many_calls_are_under_way()
    {
        Model.Hold = new();
        Task<string?>[] asked = [.. Enumerable.Range(0, ChatProposer.MostAtOnce).Select(_ => AskAsync())];

        (await AskAsync()).ShouldBeNull();

        Model.Hold.SetResult();
        (await Task.WhenAll(asked)).ShouldAllBe(json => json != null);
        (await AskAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_asked_may_give_up()
    {
        Model.Hold = new();
        using var gone = new CancellationTokenSource();
        var asked = Proposer.ProposeAsync(Request, gone.Token);
        await Model.ArrivedAsync();

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asked);
    }

    [Theory]
    [InlineData("", "", 4, true)]
    [InlineData("https://models.example/v1", "small", 4, true)]
    [InlineData("http://127.0.0.1:8080/v1", "small", 0.5, true)]
    [InlineData("http://localhost:8080/v1", "small", 10, true)]
    [InlineData("http://models.example/v1", "small", 4, false)]
    [InlineData("ftp://models.example/v1", "small", 4, false)]
    [InlineData("https://key@models.example/v1", "small", 4, false)]
    [InlineData("https://models.example/v1?key=1", "small", 4, false)]
    [InlineData("models.example", "small", 4, false)]
    [InlineData("https://models.example/v1", "", 4, false)]
    [InlineData("https://models.example/v1", "small", 0.1, false)]
    [InlineData("https://models.example/v1", "small", 11, false)]
    public void Options_are_off_or_right_or_have_a_problem(string endpoint, string model, double seconds, bool isRight)
    {
        var options = new LanguageModelOptions { Endpoint = endpoint, Model = model, Timeout = TimeSpan.FromSeconds(seconds) };
        (options.Problem() is null).ShouldBe(isRight);
        options.IsOn.ShouldBe(endpoint.Length > 0);
    }

    private Task<string?> AskAsync() => Proposer.ProposeAsync(Request, CancellationToken.None);

    private ChatProposer Create(string endpoint) =>
        new(new() { Endpoint = endpoint, Key = "secret key", Model = "small" }, http, clock, logs.CreateLogger<ChatProposer>());
}
