using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsBot.EndToEnd.Tests.Harness;

/// <summary>One call of the bot to Teams, as it was answered.</summary>
internal sealed record ConnectorCall(string Method, string Path, JsonNode? Body, int Status, JsonNode? Answer);

/// <summary>
/// Stands between the bot and the Playground's connector. It keeps every call, and can hold calls back, so that a test may kill the bot
/// at the very moment between its write and its message to Teams.
/// </summary>
internal sealed class ConnectorGate : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client = new();
    private Uri? connector;
    private Held? held;

    private ConnectorGate(WebApplication app, int port)
    {
        this.app = app;
        Address = Loopback.Address(port);
    }

    /// <summary>What the bot is to take for the Playground.</summary>
    public Uri Address { get; }

    /// <summary>What the Playground names to the bot as the address of Teams.</summary>
    public Uri Connector => new(Address, "/_connector");

    /// <summary>The calls that were answered, oldest first.</summary>
    public Seen<ConnectorCall> Calls { get; } = new();

    public static async Task<ConnectorGate> StartAsync()
    {
        var port = Loopback.FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Loopback.Address(port).AbsoluteUri);
        var gate = new ConnectorGate(builder.Build(), port);
        gate.app.Run(gate.PassAsync);
        await gate.app.StartAsync();
        return gate;
    }

    /// <summary>Tells where the Playground listens, once that is known.</summary>
    public void LeadTo(Uri playground) => connector = playground;

    /// <summary>Holds calls of this method back from now on. The result completes when the first one stands at the gate.</summary>
    public Task HoldAsync(HttpMethod method)
    {
        held = new Held(method.Method);
        return held.Arrived.Task.WaitAsync(Deadline.Step);
    }

    /// <summary>Lets everything pass again. Who waited at the gate is let go unanswered.</summary>
    public void Open() => Interlocked.Exchange(ref held, null)?.Opened.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Open();
        client.Dispose();
        await app.DisposeAsync();
    }

    private async Task PassAsync(HttpContext context)
    {
        if (held is { } hold && hold.Method == context.Request.Method)
        {
            hold.Arrived.TrySetResult();
            await hold.Opened.Task.WaitAsync(context.RequestAborted);
            context.Abort();
            return;
        }

        await ForwardAsync(context);
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(connector!, context.Request.Path + context.Request.QueryString));
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request, context.RequestAborted);
        var answer = await response.Content.ReadAsStringAsync(context.RequestAborted);
        Calls.Add(new(context.Request.Method, context.Request.Path, Json(body), (int)response.StatusCode, Json(answer)));
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    private static JsonNode? Json(string text) => text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null;

    private sealed record Held(string Method)
    {
        public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
