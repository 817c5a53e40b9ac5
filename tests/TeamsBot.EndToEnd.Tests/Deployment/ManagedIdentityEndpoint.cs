using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace TeamsBot.EndToEnd.Tests.Deployment;

/// <summary>Stands in for the token endpoint that App Service gives to an app with a managed identity.</summary>
internal sealed class ManagedIdentityEndpoint : IAsyncDisposable
{
    private const string Header = "only-this-app-knows";
    private readonly WebApplication app;

    private ManagedIdentityEndpoint(WebApplication app) => this.app = app;

    /// <summary>Makes every request fail, as for an app without an identity.</summary>
    public bool HasNoIdentity { get; init; }

    /// <summary>What tokens were asked for: which identity's, for which resource.</summary>
    public ConcurrentQueue<(string? ClientId, string? Resource)> Asked { get; } = [];

    /// <summary>What the platform tells the app's process.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["IDENTITY_ENDPOINT"] = app.Urls.Single() + "/msi/token",
        ["IDENTITY_HEADER"] = Header,
    };

    public static async Task<ManagedIdentityEndpoint> StartAsync(bool hasNoIdentity = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = new ManagedIdentityEndpoint(builder.Build()) { HasNoIdentity = hasNoIdentity };
        endpoint.app.MapGet("/msi/token", endpoint.Answer);
        await endpoint.app.StartAsync();
        return endpoint;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Answer(HttpRequest request)
    {
        string? resource = request.Query["resource"];
        Asked.Enqueue((request.Query["client_id"], resource));
        if (HasNoIdentity || request.Headers["X-IDENTITY-HEADER"] != Header)
        {
            return Results.Json(new Dictionary<string, string> { ["message"] = "No managed identity was found." }, statusCode: StatusCodes.Status400BadRequest);
        }

        var until = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
        return Results.Json(new Dictionary<string, string>
        {
            ["access_token"] = Token(resource!, until),
            ["expires_on"] = until.ToString(CultureInfo.InvariantCulture),
            ["resource"] = resource!,
            ["token_type"] = "Bearer",
        });
    }

    // The emulator reads it and does not ask who signed it.
    private static string Token(string audience, long until)
    {
        var claims = new Dictionary<string, object>
        {
            ["aud"] = audience, ["iss"] = "https://sts.windows.net/44444444-4444-4444-4444-444444444444/", ["iat"] = until - 7200, ["nbf"] = until - 7200, ["exp"] = until,
        };
        return $"{Part(new Dictionary<string, object> { ["alg"] = "RS256", ["typ"] = "JWT" })}.{Part(claims)}.c2lnbmVk";
    }

    private static string Part(Dictionary<string, object> content) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(content))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
