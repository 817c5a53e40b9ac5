using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsBot.Integrations.Tests.OpenAI;

/// <summary>An endpoint of chat completions on this machine. It answers what a test tells it to.</summary>
internal sealed class FakeModel : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Body, string Key)> requests = [];
    private readonly SemaphoreSlim arrived = new(0);

    private FakeModel(WebApplication app) => this.app = app;

    /// <summary>What the model writes.</summary>
    public string Writes { get; set; } = """{"metric":"leads"}""";

    /// <summary>Another body than that of a completion.</summary>
    public string? Body { get; set; }

    public int Status { get; set; } = 200;

    public string FinishReason { get; set; } = "stop";

    /// <summary>Holds all answers back until it completes.</summary>
    public TaskCompletionSource? Hold { get; set; }

    public IReadOnlyList<(string Body, string Key)> Requests => [.. requests];

    public string Endpoint => app.Urls.First() + "/v1";

    /// <summary>All that the messages of the last request say.</summary>
    public string LastSaid => string.Join('\n', JsonNode.Parse(Requests[^1].Body)!["messages"]!.AsArray().Select(message => message!["content"]!.ToString()));

    public static async Task<FakeModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        var model = new FakeModel(builder.Build());
        model.app.MapPost("/v1/chat/completions", (RequestDelegate)model.AnswerAsync);
        await model.app.StartAsync();
        return model;
    }

    /// <summary>Waits for the next request. The limit in real time only makes a broken test fail.</summary>
    public async Task ArrivedAsync()
    {
        if (!await arrived.WaitAsync(TimeSpan.FromSeconds(30)))
        {
            throw new TimeoutException("No request came.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Hold?.TrySetResult();
        await app.DisposeAsync();
        arrived.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        requests.Enqueue((await reader.ReadToEndAsync(http.RequestAborted), http.Request.Headers.Authorization.ToString()));
        arrived.Release();
        if (Hold is { } hold)
        {
            await hold.Task;
        }

        http.Response.StatusCode = Status;
        http.Response.ContentType = "application/json";
        http.Response.Headers.Location = "/elsewhere";
        await http.Response.WriteAsync(Body ?? (Status == 200 ? Completion() : """{"error":{"message":"no"}}"""));
    }

    private string Completion() => JsonSerializer.Serialize(new
    {
        id = "c1",
        @object = "chat.completion",
        created = 1,
        model = "small",
        choices = new[] { new { index = 0, finish_reason = FinishReason, message = new { role = "assistant", content = Writes } } },
        usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
    });
}
