using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TeamsBot.Testing.Telemetry;

/// <summary>A collector on a loopback port: takes OTLP over HTTP and keeps what came.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body, string? ContentType)> requests = [];
    private readonly WebApplication app;

    private OtlpReceiver(WebApplication app)
    {
        this.app = app;
        app.MapPost("/v1/{kind}", TakeAsync);
    }

    public string Address => app.Urls.First();

    public IReadOnlyList<(string Path, byte[] Body, string? ContentType)> Requests => [.. requests];

    public IReadOnlyList<ReceivedSpan> Spans => [.. Messages("/v1/traces").SelectMany(ReceivedSpan.Read)];

    /// <summary>Metrics by name, each with its unit (metrics.proto).</summary>
    public IReadOnlyDictionary<string, string> Metrics => (
        from request in Messages("/v1/metrics")
        from resource in request.All(1)
        from scope in resource.All(2)
        from metric in scope.All(2)
        select (Name: metric.Text(1), Unit: metric.Text(3))).Distinct().ToDictionary(StringComparer.Ordinal);

    /// <summary>The texts of log records before their values are put in (logs.proto).</summary>
    public IReadOnlyList<string> LogBodies =>
    [
        .. from request in Messages("/v1/logs")
           from resource in request.All(1)
           from scope in resource.All(2)
           from record in scope.All(2)
           select record.All(5).First().Text(1),
    ];

    /// <summary>Who sent, of each request.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string>> Resources =>
        requests.SelectMany(request => ProtoMessage.Parse(request.Body).All(1)).Select(resource => ReceivedSpan.Pairs(resource.All(1).First().All(1)));

    /// <summary>Every text of every request: protocol buffers hold them as they are.</summary>
    public string AllText => string.Join('\n', requests.Select(request => Encoding.UTF8.GetString(request.Body)));

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        // What it receives is no work of the bot's.
        builder.Services.AddSingleton(new ActivitySource("Collector"));
        var receiver = new OtlpReceiver(builder.Build());
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IEnumerable<ProtoMessage> Messages(string path) => requests.Where(request => request.Path == path).Select(request => ProtoMessage.Parse(request.Body));

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        requests.Enqueue((context.Request.Path, body.ToArray(), context.Request.ContentType));
        context.Response.ContentType = "application/x-protobuf";
    }
}
