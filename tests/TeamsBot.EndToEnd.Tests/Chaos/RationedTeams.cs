using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TeamsBot.EndToEnd.Tests.Harness;
using TeamsBot.Protocol.Activities;

namespace TeamsBot.EndToEnd.Tests.Chaos;

/// <summary>A message in a thread of a channel or in a chat.</summary>
internal sealed record Standing(string Conversation, string Id, string Body);

/// <summary>
/// Teams' side of the connector for one author and many channels. It keeps to the published limits and has its mishaps, and knows at
/// each moment in how many channels the card stands and what the author's card says of that.
/// </summary>
internal sealed class RationedTeams : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly PublishedLimits limits = new(TimeProvider.System);
    private readonly Dictionary<string, Standing> messages = [];
    private readonly Dictionary<string, List<string>> channels = [];
    private readonly WebApplication app;
    private Misfortune? misfortune;
    private long lastId = 1_772_442_100_000;
    private int calls;
    private int throttled;
    private int failed;
    private int unanswered;

    private RationedTeams()
    {
        var port = Loopback.FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        app = builder.Build();
        app.MapPost("/v3/conversations", (RequestDelegate)CreateAsync);
        app.MapPost("/v3/conversations/{conversation}/activities", (RequestDelegate)SendAsync);
        app.MapPut("/v3/conversations/{conversation}/activities/{message}", (RequestDelegate)UpdateAsync);
        ServiceUrl = new Uri(Loopback.Address(port), "/").AbsoluteUri;
    }

    /// <summary>The service URL to put into activities.</summary>
    public string ServiceUrl { get; }

    /// <summary>Each message as it comes to stand.</summary>
    public Seen<Standing> Posted { get; } = new();

    /// <summary>How many channels had the card, each time that one got it.</summary>
    public Seen<int> Reached { get; } = new();

    /// <summary>What the author's card said, each time that it changed.</summary>
    public Seen<Look> Looks { get; } = new();

    public string Tally => $"{calls} calls, {throttled} beyond the limits, {failed} failed, {unanswered} done and not answered";

    public static async Task<RationedTeams> StartAsync()
    {
        var teams = new RationedTeams();
        await teams.app.StartAsync();
        return teams;
    }

    /// <summary>From now on things go wrong.</summary>
    public void BeginMishaps(Misfortune days)
    {
        lock (gate)
        {
            misfortune = days;
        }
    }

    /// <summary>What stands in a channel, one for each thread.</summary>
    public IReadOnlyList<Standing> In(string channel)
    {
        lock (gate)
        {
            return [.. channels.GetValueOrDefault(channel, []).Select(id => messages[id])];
        }
    }

    /// <summary>In how many channels a card stands.</summary>
    public int CountReached()
    {
        lock (gate)
        {
            return channels.Count;
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task CreateAsync(HttpContext http)
    {
        var body = await BodyAsync(http);
        using var asked = JsonDocument.Parse(body);
        var channel = asked.RootElement.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()!;
        await AnswerAsync(http, channel, () =>
        {
            var activityId = NextId();
            var id = new ChannelThread(channel, activityId).ToString();
            if (channels.TryGetValue(channel, out var threads))
            {
                threads.Add(activityId);
            }
            else
            {
                channels[channel] = [activityId];
            }

            Keep(new(id, activityId, body));
            Reached.Add(channels.Count);
            return new { id, activityId };
        });
    }

    private async Task SendAsync(HttpContext http)
    {
        var (body, conversation) = (await BodyAsync(http), (string)http.Request.RouteValues["conversation"]!);
        await AnswerAsync(http, conversation, () =>
        {
            var id = NextId();
            Keep(new(conversation, id, body));
            return new { id };
        });
    }

    private async Task UpdateAsync(HttpContext http)
    {
        var (body, conversation) = (await BodyAsync(http), (string)http.Request.RouteValues["conversation"]!);
        var id = (string)http.Request.RouteValues["message"]!;
        await AnswerAsync(http, conversation, () =>
        {
            messages[id] = new(conversation, id, body);
            if (Look.Of(body, channels.Count) is { } look && ChannelThread.Parse(conversation).RootMessageId is null)
            {
                Looks.Add(look);
            }

            return new { id };
        });
    }

    // All that is done is done in one moment, so that what the author's card says can be compared with what stands.
    private async Task AnswerAsync(HttpContext http, string conversation, Func<object> work)
    {
        object? answer = null;
        Mishap mishap = default;
        TimeSpan wait;
        lock (gate)
        {
            calls++;
            wait = limits.Take(conversation);
            if (wait > TimeSpan.Zero)
            {
                (mishap, throttled) = (new(StatusCodes.Status429TooManyRequests, LosesAnswer: false), throttled + 1);
            }
            else if (misfortune?.Next() is { } next)
            {
                mishap = next;
                failed += next.Status is null ? 0 : 1;
                unanswered += next.LosesAnswer ? 1 : 0;
            }

            answer = mishap.Status is null ? work() : null;
        }

        if (mishap.Status is { } status)
        {
            http.Refuse(status, wait);
            return;
        }

        await (mishap.LosesAnswer ? http.CutAsync() : http.WriteAsync(answer!));
    }

    private static async Task<string> BodyAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    private string NextId() => (++lastId).ToString(CultureInfo.InvariantCulture);

    private void Keep(Standing message)
    {
        messages[message.Id] = message;
        Posted.Add(message);
    }
}
