using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsBot.Benchmarks.Load;

/// <summary>
/// The least that any bot has to do in a turn, and nothing else: reads the activity, posts one small reply to the
/// connector, answers 200. No token is validated, no person looked up, no card made.
/// </summary>
internal static class BareServer
{
    public const string Role = "bare";

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        var app = builder.Build();
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        app.MapPost("/api/messages", (HttpContext context) => AnswerAsync(http, context));
        await app.RunAsync();
        return 0;
    }

    /// <summary>Starts it in a process of its own.</summary>
    public static ServerProcess Start() =>
        ServerProcess.Start(Path.Combine(AppContext.BaseDirectory, "TeamsBot.Benchmarks.dll"), [Role], new Dictionary<string, string>());

    private static async Task AnswerAsync(HttpClient http, HttpContext context)
    {
        var activity = await JsonSerializer.DeserializeAsync(context.Request.Body, BareJson.Default.BareActivity, context.RequestAborted);
        var reply = new BareActivity("message", "Hello.", null, null);
        var address = $"{activity!.ServiceUrl}v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id)}/activities";
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, BareJson.Default.BareActivity)) { Headers = { ContentType = Json } },
        };
        using var response = await http.SendAsync(request, context.RequestAborted);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
    }
}

internal sealed record BareActivity(string Type, string? Text, string? ServiceUrl, BareConversation? Conversation);

internal sealed record BareConversation(string Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BareActivity))]
internal sealed partial class BareJson : JsonSerializerContext;
