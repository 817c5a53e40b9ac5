using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TeamsBot.Domain.Questions;
using TeamsBot.Integrations.OpenAI;

namespace TeamsBot.Hosting;

/// <summary>Makes the language model of questions from the configuration; null where none is configured.</summary>
internal static class LanguageModelSetup
{
    /// <summary>The options, validated at the start.</summary>
    public static void AddLanguageModelOptions(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<LanguageModelOptions>().Bind(builder.Configuration.GetSection(LanguageModelOptions.Section)).Checked(options => options.Problem());

    /// <summary>For the bot.</summary>
    public static IQueryProposer? Create(IServiceProvider services) => Create(
        services.GetRequiredService<IOptions<LanguageModelOptions>>().Value, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<ChatProposer>>());

    /// <summary>For the command line.</summary>
    /// <exception cref="OptionsValidationException">The configuration is wrong.</exception>
    public static IQueryProposer? Create(IConfiguration configuration)
    {
        var options = new LanguageModelOptions();
        try
        {
            configuration.GetSection(LanguageModelOptions.Section).Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            throw Wrong(unreadable.Message);
        }

        return options.Problem() is { } problem ? throw Wrong(problem) : Create(options, TimeProvider.System, NullLogger<ChatProposer>.Instance);
    }

    private static ChatProposer? Create(LanguageModelOptions options, TimeProvider clock, ILogger<ChatProposer> log) =>
        options.IsOn ? new(options, new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false, AllowAutoRedirect = false }), clock, log) : null;

    private static OptionsValidationException Wrong(string fault) => new(LanguageModelOptions.Section, typeof(LanguageModelOptions), [fault]);
}
