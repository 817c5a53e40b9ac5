using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TeamsBot.Protocol.Authentication;
using TeamsBot.Protocol.Connector;

namespace TeamsBot.Hosting;

/// <summary>Adds what speaks with Teams: token validation inbound, the connector outbound.</summary>
public static partial class TeamsSetup
{
    public static WebApplicationBuilder AddTeams(this WebApplicationBuilder builder)
    {
        var local = IsLocal(builder);
        builder.Services.AddOptions<BotOptions>().Bind(builder.Configuration).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsCheck>();
        builder.Services.TryAddSingleton(provider => Authenticator(provider, local));
        builder.Services.TryAddSingleton(provider => Connector(provider, local));
        builder.Services.TryAddSingleton(provider => new FileUpload(Http(), new ConnectorOptions { AllowLoopback = local }, provider.GetRequiredService<TimeProvider>()));
        return builder;
    }

    /// <summary>
    /// Whether the bot may do without tokens: it has no app id, is in development, and listens on this machine alone.
    /// </summary>
    public static bool IsLocal(WebApplicationBuilder builder)
    {
        var urls = (builder.Configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return builder.Environment.IsDevelopment()
            && string.IsNullOrWhiteSpace(builder.Configuration[nameof(BotOptions.MicrosoftAppId)])
            && urls.Length > 0
            && urls.All(IsLoopback)
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
    }

    private static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url).Host;
        return host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    private static ActivityAuthenticator Authenticator(IServiceProvider provider, bool local)
    {
        var options = provider.GetRequiredService<IOptions<BotOptions>>().Value;
        if (local)
        {
            Insecure(provider.GetRequiredService<ILogger<ActivityAuthenticator>>());
            return ActivityAuthenticator.CreateInsecureLocalOnly(options);
        }

        return ActivityAuthenticator.Create(options, new HttpClient(), provider.GetRequiredService<TimeProvider>());
    }

    private static ConnectorClient Connector(IServiceProvider provider, bool local)
    {
        var bot = provider.GetRequiredService<IOptions<BotOptions>>().Value;
        var time = provider.GetRequiredService<TimeProvider>();
        return new(
            Http(),
            BotCredential.Create(bot),
            new ConnectorOptions { Scope = bot.ToChannelFromBotOAuthScope, AllowLoopback = local },
            new SendBudget(new SendLimits(), time),
            time);
    }

    private static HttpClient Http() =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false, AllowAutoRedirect = false });

    private sealed class BotOptionsCheck : IValidateOptions<BotOptions>
    {
        public ValidateOptionsResult Validate(string? name, BotOptions options) => options.Validate() is { Count: > 0 } faults
            ? ValidateOptionsResult.Fail(faults)
            : ValidateOptionsResult.Success;
    }

    [LoggerMessage(501, LogLevel.Warning, "INSECURE: no app id is configured, so anybody on this machine can speak to the bot as anybody. Development only.")]
    private static partial void Insecure(ILogger log);
}
