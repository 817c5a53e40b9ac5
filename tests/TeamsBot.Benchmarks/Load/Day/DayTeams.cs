using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsBot.Benchmarks.Load.Day;

/// <summary>Where the card of a handoff stands in its channel.</summary>
internal sealed record StandingCard(string Conversation, string Id);

/// <summary>
/// Teams' side of the connector: every message gets an id of its own after as long as Teams takes for one, and the first card of each
/// handoff in its channel is noted.
/// </summary>
internal sealed class DayTeams : IAsyncDisposable
{
    private const string HandoffField = "\"handoff\":\"";

    // About what Teams takes; a stand-in that answers at once would make the queue look faster than it is.
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<StandingCard>> cards = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> threads = new(StringComparer.Ordinal);
    private readonly WebApplication app;
    private long lastId = 1_772_442_100_000;
    private long calls;

    private DayTeams(WebApplication app) => this.app = app;

    /// <summary>The service URL to put into activities.</summary>
    public string ServiceUrl => app.Urls.First() + "/teams/";

    /// <summary>How often the bots called.</summary>
    public long Calls => Interlocked.Read(ref calls);

    public static async Task<DayTeams> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var teams = new DayTeams(builder.Build());
        teams.app.MapPost("/teams/v3/conversations", (RequestDelegate)teams.CreateAsync);
        teams.app.MapPost("/teams/v3/conversations/{id}/activities", (RequestDelegate)teams.TakeAsync);
        teams.app.MapPut("/teams/v3/conversations/{id}/activities/{message}", (RequestDelegate)teams.TakeAsync);
        await teams.app.StartAsync();
        return teams;
    }

    /// <summary>The card that opened a thread about a handoff, as soon as it stands there.</summary>
    public Task<StandingCard> CardAsync(string handoff) => Awaited(handoff).Task;

    /// <summary>How many threads were opened about a handoff.</summary>
    public int ThreadsOf(string handoff) => threads.GetValueOrDefault(handoff);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private TaskCompletionSource<StandingCard> Awaited(string handoff) => cards.GetOrAdd(handoff, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    // A thread in a channel with its first message, or the chat of a person.
    private async Task CreateAsync(HttpContext http)
    {
        using var asked = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
        if (!asked.RootElement.TryGetProperty("activity", out var activity))
        {
            var user = asked.RootElement.GetProperty("members")[0].GetProperty("id").GetString()!;
            await AnswerAsync(http, $$"""{"id":"a:1{{user["29:1".Length..^"xKq".Length]}}"}""");
            return;
        }

        var id = NextId();
        var thread = $"{asked.RootElement.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()};messageid={id}";
        await AnswerAsync(http, $$"""{"id":"{{thread}}","activityId":"{{id}}"}""");
        if (HandoffOf(activity.GetRawText()) is { } handoff)
        {
            threads.AddOrUpdate(handoff, 1, (_, count) => count + 1);
            Awaited(handoff).TrySetResult(new(thread, id));
        }
    }

    private async Task TakeAsync(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        await AnswerAsync(http, $$"""{"id":"{{NextId()}}"}""");
    }

    private async Task AnswerAsync(HttpContext http, string json)
    {
        Interlocked.Increment(ref calls);
        await Task.Delay(Latency, TimeProvider.System, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(json, http.RequestAborted);
    }

    private string NextId() => Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);

    private static string? HandoffOf(string card)
    {
        var from = card.IndexOf(HandoffField, StringComparison.Ordinal) + HandoffField.Length;
        return from < HandoffField.Length ? null : card[from..card.IndexOf('"', from)];
    }
}
