using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TeamsBot.EndToEnd.Tests.Harness;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>
/// Teams' side of the connector on a bad day. It keeps of each message only what the test compares, so that it is never what
/// the bots wait for, and knows which answers cannot have been heard.
/// </summary>
internal sealed class UnreliableTeams : IAsyncDisposable
{
    private readonly Misfortune misfortune = new(seed: 20_261_126);
    private readonly ConcurrentDictionary<string, StandingMessage> messages = new();
    private readonly ConcurrentDictionary<string, bool> unheard = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> ended = new();
    private readonly WebApplication app;
    private long lastId = 1_772_442_100_000;
    private int calls;
    private int refused;

    private UnreliableTeams()
    {
        var port = Loopback.FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Use(next => async connection =>
        {
            await next(connection);
            ended[connection.ConnectionId] = TimeProvider.System.GetUtcNow();
        })));
        app = builder.Build();
        app.MapPost("/v3/conversations", (RequestDelegate)CreateAsync);
        app.MapPost("/v3/conversations/{conversation}/activities", (RequestDelegate)SendAsync);
        app.MapPut("/v3/conversations/{conversation}/activities/{message}", (RequestDelegate)UpdateAsync);
        ServiceUrl = new Uri(Loopback.Address(port), "/").AbsoluteUri;
    }

    /// <summary>The service URL to put into activities.</summary>
    public string ServiceUrl { get; }

    /// <summary>Every message that stands in Teams now.</summary>
    public IEnumerable<StandingMessage> Messages => messages.Values;

    /// <summary>Told of each message as soon as it stands there.</summary>
    public Action<StandingMessage> Posted { get; set; } = _ => { };

    public string Tally => $"{calls} calls, {refused} of them refused and {unheard.Count} posts done and not answered";

    public static async Task<UnreliableTeams> StartAsync()
    {
        var teams = new UnreliableTeams();
        await teams.app.StartAsync();
        return teams;
    }

    /// <summary>Null when there is no such message.</summary>
    public StandingMessage? Find(string id) => messages.GetValueOrDefault(id);

    /// <summary>Whether the answer to a post did not reach the bot, so that the bot could not know of the message.</summary>
    public bool WasUnheard(StandingMessage message) => unheard.ContainsKey(message.Id);

    /// <summary>When the connection that a message came by ended; null while it is open.</summary>
    public DateTimeOffset? EndOfConnection(StandingMessage message) => ended.TryGetValue(message.Connection, out var at) ? at : null;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task CreateAsync(HttpContext http) => AnswerAsync(http, body =>
    {
        using var asked = JsonDocument.Parse(body);
        if (asked.RootElement.TryGetProperty("activity", out _))
        {
            var activityId = NextId();
            var id = $"{asked.RootElement.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()};messageid={activityId}";
            return (Keep(activityId, id, http, body), new { id, activityId });
        }

        return (null, new { id = ChaosTenant.ChatOf(asked.RootElement.GetProperty("members")[0].GetProperty("id").GetString()!) });
    });

    private Task SendAsync(HttpContext http) => AnswerAsync(http, body =>
    {
        var id = NextId();
        return (Keep(id, (string)http.Request.RouteValues["conversation"]!, http, body), new { id });
    });

    private Task UpdateAsync(HttpContext http) => AnswerAsync(http, body =>
    {
        var id = (string)http.Request.RouteValues["message"]!;
        messages[id] = messages[id] with { Version = StandingMessage.VersionIn(body) };
        return (null, new { id });
    });

    private async Task AnswerAsync(HttpContext http, Func<string, (StandingMessage? Message, object Answer)> work)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        Interlocked.Increment(ref calls);
        var mishap = misfortune.Next();
        if (mishap.Status is { } status)
        {
            Interlocked.Increment(ref refused);
            http.Refuse(status, TimeSpan.FromSeconds(1));
            return;
        }

        var (message, answer) = work(body);
        await (mishap.LosesAnswer ? http.CutAsync() : http.WriteAsync(answer));
        if (message is null)
        {
            return;
        }

        // Also when the bot gave up or was killed before it could hear.
        if (http.RequestAborted.IsCancellationRequested)
        {
            unheard[message.Id] = true;
        }

        Posted(message);
    }

    private string NextId() => Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);

    private StandingMessage Keep(string id, string conversation, HttpContext http, string body) =>
        messages[id] = StandingMessage.Of(id, conversation, http.Connection.Id, body);
}
