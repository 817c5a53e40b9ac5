using System.Net.Http.Headers;
using System.Text.Json;
using TeamsBot.Protocol.Activities;
using TeamsBot.Testing.Teams;

namespace TeamsBot.Benchmarks.Load;

/// <summary>Posts activities as Teams does, with a good token.</summary>
internal sealed class TurnSender(TokenIssuer issuer, string serviceUrl) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false });
    private readonly AuthenticationHeaderValue token = AuthenticationHeaderValue.Parse(
        issuer.Bearer(new TokenRequest(TimeProvider.System.GetUtcNow()) { ServiceUrl = serviceUrl }));

    public static byte[] Bytes(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Wire.Activity);

    /// <summary>The body of the answer; an exception when it was not answered 200.</summary>
    public async Task<byte[]> SendAsync(Uri messages, byte[] activity, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, messages)
        {
            Content = new ByteArrayContent(activity) { Headers = { ContentType = Json } },
            Headers = { Authorization = token },
        };
        using var response = await http.SendAsync(request, cancel);
        var body = await response.Content.ReadAsByteArrayAsync(cancel);
        return response.IsSuccessStatusCode ? body : throw new HttpRequestException($"A turn was answered {(int)response.StatusCode}.", inner: null, response.StatusCode);
    }

    public void Dispose() => http.Dispose();
}
