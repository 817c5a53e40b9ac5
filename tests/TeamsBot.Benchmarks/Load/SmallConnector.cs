using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsBot.Benchmarks.Load;

/// <summary>
/// A connector that takes every message and keeps none. The fake connector of the tests reads and keeps what it gets, which costs
/// more for a card than for a word, and on a machine of few cores would be counted as the bot's.
/// </summary>
internal sealed class SmallConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Action<string> posted;

    private SmallConnector(WebApplication app, Action<string> posted) => (this.app, this.posted) = (app, posted);

    /// <summary>The service URL to put into activities.</summary>
    public string ServiceUrl => app.Urls.First() + "/teams/";

    /// <param name="posted">Told of the conversation of each new message as it comes in.</param>
    public static async Task<SmallConnector> StartAsync(Action<string>? posted = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new SmallConnector(builder.Build(), posted ?? (_ => { }));
        connector.app.MapPost("/teams/v3/conversations/{id}/activities", (RequestDelegate)connector.PostAsync);
        connector.app.MapPut("/teams/v3/conversations/{id}/activities/{message}", (RequestDelegate)TakeAsync);
        await connector.app.StartAsync();
        return connector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task PostAsync(HttpContext http)
    {
        posted((string)http.Request.RouteValues["id"]!);
        return TakeAsync(http);
    }

    private static async Task TakeAsync(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync("""{"id":"1772442100001"}""", http.RequestAborted);
    }
}
